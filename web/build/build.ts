import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolder } from '../../server/node/build.ts'
import { complain, readArguments } from '../../server/node/command-line.ts'
import { publicUrlOf } from './public-url.ts'

const usage = `Usage: npm run build

Builds the folder for a static host into dist/: the app, the embeds, and a page of each workflow that
needs no script. It works below any path.
PUBLIC_URL=https://example.com/login-lab/ is the address that the folder will have: with it pages have
canonical addresses, pictures for links, oEmbed and a sitemap.
Exit status: 0; 1 when it could not be built; 2 for an address that is none.`

/** Kinds of files, by the first that a path fits. */
const kinds: readonly (readonly [kind: string, path: RegExp])[] = [
  ['pages of workflows', /^(es\/)?workflows\/.*\.html$|^workflows\/style\.css$/],
  ['workflows as Markdown', /\.md$|^llms\.txt$/],
  ['pictures', /^pictures\/|^card\.png$/],
  ['oEmbed, sitemap', /^oembed\/|\.xml$|^robots\.txt$/],
  ['recordings', /^recordings\//],
  ['engine in its Worker', /^assets\/worker-/],
  ['scripts', /\.js$/],
  ['data', /\.json$|\.bin$/],
  ['licences', /^THIRD-PARTY/],
  ['app pages, styles, icon', /./],
]

const sizesIn = (folder: string): ReadonlyMap<string, readonly [files: number, bytes: number]> => {
  const sizes = new Map<string, readonly [number, number]>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(folder.length + 1).replaceAll('\\', '/')
    const kind = kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? path
    const [files, bytes] = sizes.get(kind) ?? [0, 0]
    sizes.set(kind, [files + 1, bytes + statSync(file).size])
  }
  return sizes
}

const table = (folder: string): string => {
  const sizes = [...sizesIn(folder)].toSorted(([, [, one]], [, [, other]]) => other - one)
  const all = sizes.reduce(
    ([files, bytes], [, [some, more]]): readonly [number, number] => [files + some, bytes + more],
    [0, 0] as readonly [number, number],
  )
  const line = (kind: string, [files, bytes]: readonly [number, number]): string =>
    `${kind.padEnd(24)}${String(files).padStart(6)} files${bytes.toLocaleString('en').padStart(12)} bytes`
  return [...sizes.map(([kind, size]) => line(kind, size)), line('all', all)].join('\n')
}

const main = async (): Promise<number> => {
  const found = readArguments({ options: {} }, { command: 'npm run build --', usage })
  if (typeof found === 'number') return found
  let publicUrl: string | null
  try {
    publicUrl = publicUrlOf(process.env['PUBLIC_URL'])
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error), 2)
  }
  try {
    const folder = await buildFolder(join(import.meta.dirname, '../..'), publicUrl ?? '')
    process.stdout.write(`${table(folder)}\n`)
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error), 1)
  }
  if (publicUrl === null)
    process.stdout.write(
      'PUBLIC_URL is not set: links are relative, and there are no canonical addresses, no oEmbed, no sitemap and no pictures for links.\n',
    )
  return 0
}

process.exitCode = await main()
