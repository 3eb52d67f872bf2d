import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const roomOf = (path: string): string =>
  path.startsWith('server/node') ? 'server/node' : (path.split('/', 1)[0] ?? '')

/** Files and lines of each room, with the median and the longest file. */
export const linesPerRoom = () => {
  const files = ['scenarios', 'server', 'web', 'test']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(room, name),
      ),
    )
    .filter((path) => /\.(ts|mjs|css|html)$/.test(path))
    .map((path) => ({
      room: roomOf(path),
      path,
      lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1,
    }))
  return Object.fromEntries(
    [...new Set(files.map(({ room }) => room))].map((room) => {
      const own = files.filter((file) => file.room === room).toSorted((a, b) => a.lines - b.lines)
      return [
        room,
        {
          files: own.length,
          lines: own.reduce((sum, { lines }) => sum + lines, 0),
          median: own[Math.floor(own.length / 2)]?.lines,
          longest: `${own.at(-1)?.lines} ${own.at(-1)?.path}`,
        },
      ]
    }),
  )
}
