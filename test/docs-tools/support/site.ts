import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadAssets } from '../../../server/node/assets.ts'
import { serve, startLab, type Served } from '../../pages/support/lab.ts'
import { root } from '../../pages/support/build.ts'
import { run, type Ended } from '../../support/run-command.ts'
import { ownPackages } from '../../support/own-packages.ts'

const examples = fileURLToPath(new URL('../examples', import.meta.url))
const cache = join(root, '.cache/docs-tools')

/** A program that makes a site of an example. */
export interface Command {
  readonly file: string
  readonly words: readonly string[]
  /** Besides what there is. */
  readonly env?: Readonly<Record<string, string>>
}

/** A tool of those who write docs. */
export interface Tool {
  /** Of its folder in `examples`. */
  readonly name: string
  /** null for one whose files are the site. */
  readonly command: Command | null
  /** The folder that it makes, from that of the example. */
  readonly out: string
}

/** The program of a package in the lock of the example; null, with a sentence, where npm cannot install it. */
export const programOfPackage = (name: string, program: string): string | null => {
  const packages = ownPackages(join(examples, name), `docs-tools/${name}`, `Tests of ${name}`)
  return packages === null ? null : packages.pathOf(`.bin/${program}`)
}

/** A site that a tool has made, on a host that only knows files, and the lab that it embeds. */
export interface Site {
  readonly lab: Served
  /** Without a slash at its end; another site than the lab's. */
  readonly origin: string
  readonly built: Ended
  /** Text of a file that the tool has made. */
  read(file: string): string
  stop(): Promise<void>
}

type Files = ReadonlyMap<string, { readonly type: string; readonly body: Buffer }>

const filesOf = async (folder: string): Promise<Files> => {
  const files = new Map<string, { type: string; body: Buffer }>()
  for (const [path, asset] of loadAssets(folder))
    files.set(path, { type: asset.type, body: await asset.body('identity') })
  return files
}

/** What npm and those who install have put there. */
const packaged = new Set([
  'node_modules',
  'package.json',
  'package-lock.json',
  'load.cjs',
  'installed.json',
  'install.lock',
])

/** Copies the example to where its packages are, with the addresses of this lab and this site in it. */
const lay = (name: string, addresses: Readonly<Record<string, string>>): string => {
  const folder = join(cache, name)
  mkdirSync(folder, { recursive: true })
  // A page that the example has no more would be made still.
  for (const entry of readdirSync(folder))
    if (!packaged.has(entry)) rmSync(join(folder, entry), { recursive: true, force: true })
  const from = join(examples, name)
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /^package(?:-lock)?\.json$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name).slice(from.length)
    const text = Object.entries(addresses).reduce(
      (all, [example, real]) => all.replaceAll(example, real),
      readFileSync(join(from, path), 'utf8'),
    )
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/**
 * Makes a site of an example by the real tool.
 *
 * @throws Error when the lab cannot be started
 */
export const openSite = async ({ name, command, out }: Tool): Promise<Site> => {
  let files: Files = new Map()
  // As hosts of files do: an address without an ending is a page's or a folder's.
  const served = await serve(
    (path) => files.get(path) ?? files.get(`${path}.html`) ?? files.get(`${path}/`) ?? null,
  )
  const { origin } = new URL(served.url.replace('127.0.0.1', 'localhost'))
  const lab = await startLab({ EMBED_ORIGINS: origin })
  const folder = lay(name, {
    'https://lab.example.com/': lab.url,
    'https://docs.example.com': origin,
  })
  const made = join(folder, out)
  let built: Ended = { status: 0, said: '' }
  if (command !== null) {
    const { file, words, env = {} } = command
    const options = { cwd: folder, timeout: 600_000, env: { NO_COLOR: '1', CI: '1', ...env } }
    built = await run(file, words, options)
  }
  if (built.status === 0) files = await filesOf(made)
  return {
    lab,
    origin,
    built,
    read: (file) => readFileSync(join(made, file), 'utf8'),
    stop: async () => {
      await Promise.all([served.stop(), lab.stop()])
    },
  }
}

/** Lines in which a tool says that something is amiss, or that name what was pasted. */
export const complaintsIn = ({ said }: Ended): readonly string[] =>
  said
    .split('\n')
    .filter((line) => /warn|error|fail|mismatch|unknown|login-lab|embed\.js/i.test(line))
