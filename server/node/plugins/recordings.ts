import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import {
  cutRecording,
  cutWords,
  recordingParts,
  type CompactRecording,
  type CompactWords,
} from '../../../scenarios/recorded/compact.ts'

/** As a page fetches it: packed here, for hosts that pack nothing. */
const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value), { level: 9 })

/** The recordings of a folder, by the path that a page asks for. */
export const recordingsIn = (folder: string): ReadonlyMap<string, Buffer> => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'))
  const words = names.filter((name) => name.startsWith('words.'))
  const recorded = names
    .filter((name) => !words.includes(name))
    .map((name) => read(name) as CompactRecording)
  const pathOf = (name: string, part: string): string => `recordings/${name}.${part}.bin`
  return new Map(
    recordingParts.flatMap((part) => [
      ...words.map((name): readonly [string, Buffer] => [
        pathOf(name.replace(/\.json$/, ''), part),
        packed(cutWords(read(name) as CompactWords, recorded, part)),
      ]),
      ...recorded.map((recording): readonly [string, Buffer] => [
        pathOf(recording.workflow, part),
        packed(cutRecording(recording, part)),
      ]),
    ]),
  )
}

/** Puts the recordings beside the pages: in the build as files, and on Vite's own server. */
export const recordings = (folder: string): Plugin => ({
  name: 'recordings',
  generateBundle() {
    for (const [fileName, source] of recordingsIn(folder))
      this.emitFile({ type: 'asset', fileName, source })
  },
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
      if (!path.startsWith('recordings/')) {
        next()
        return
      }
      const source = recordingsIn(folder).get(path)
      response.statusCode = source === undefined ? 404 : 200
      response.setHeader('content-type', 'application/octet-stream')
      response.end(source)
    })
  },
})
