import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { root } from '../../pages/support/build.ts'

const types: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
}

/** Packed as our own server packs. */
const pack = async (body: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })

/** A site of documentation: pages that are set, and Mermaid as its package has it. */
export interface DocsSite {
  readonly origin: string
  set(path: string, html: string): void
  stop(): void
}

export const openDocsSite = async (): Promise<DocsSite> => {
  const pages = new Map<string, string>()
  const mermaid = join(root, 'node_modules/mermaid/dist')
  const packed = new Map<string, Buffer>()
  const bodyOf = async (path: string): Promise<Buffer | null> => {
    const page = pages.get(path)
    if (page !== undefined) return Buffer.from(page)
    if (!path.startsWith('/mermaid/')) return null
    return readFile(join(mermaid, normalize(path.slice('/mermaid/'.length)))).catch(() => null)
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://docs').pathname
    void bodyOf(path).then(async (body) => {
      if (body === null) {
        response.writeHead(404).end()
        return
      }
      const known = packed.get(path) ?? (await pack(body))
      if (!pages.has(path)) packed.set(path, known)
      const type = types[extname(path)] ?? 'text/html; charset=utf-8'
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(known)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    set: (path, html) => pages.set(path, html),
    stop: () => server.close(),
  }
}
