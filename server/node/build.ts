import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the pages are made of; of the server's Node side only Vite's plugins. */
const sources = [
  'web/**/*',
  'scenarios/**/*',
  'server/**/*',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'LICENSE',
]

const stampName = '.sources'

/** One hash over the names and contents of all sources; times of files say too little after a checkout. */
const stampOf = (root: string): string => {
  const hash = createHash('sha256')
  const files = [
    ...globSync(sources, {
      cwd: root,
      withFileTypes: true,
      exclude: (entry) => entry.name === 'node' && entry.parentPath === join(root, 'server'),
    }),
    ...globSync('server/node/plugins/**/*', { cwd: root, withFileTypes: true }),
  ]
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.toSorted())
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('base64url')
}

const readStamp = (dist: string): string => {
  try {
    return readFileSync(join(dist, stampName), 'utf8')
  } catch {
    return ''
  }
}

const builder = fileURLToPath(new URL('./build-pages.ts', import.meta.url))

/** What the builder says of what went wrong. */
interface Failure {
  readonly message: string
  readonly code?: string
  readonly path?: string
}

/**
 * Builds the pages into a folder, in a process of their own, as for production: Vite and packages look at
 * NODE_ENV, which a shell or a test may have set.
 *
 * @param publicUrl address of the folder where it will be; '' when it is not known, or may change
 * @throws what Vite throws, with the code and path of an error of the system
 */
export const buildPages = (root: string, folder: string, publicUrl = ''): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = fork(builder, [root, folder], {
      env: { ...process.env, NODE_ENV: 'production', PUBLIC_URL: publicUrl },
      execArgv: [],
      // Standard output is for the one line that the server is ready.
      stdio: ['ignore', 2, 2, 'ipc'],
    })
    let failure: Failure = { message: 'the builder ended before it was done' }
    child.on('message', (told) => {
      failure = told as Failure
    })
    child.on('error', reject)
    child.on('close', (status) => {
      if (status === 0) resolve()
      else reject(Object.assign(new Error(failure.message), failure))
    })
  })

/** Puts a folder in the place of another; from another file system it is copied beside it first. */
const put = (from: string, to: string): void => {
  const beside = `${to}.new`
  rmSync(beside, { recursive: true, force: true })
  try {
    renameSync(from, beside)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    try {
      cpSync(from, beside, { recursive: true })
    } catch (problem) {
      rmSync(beside, { recursive: true, force: true })
      throw problem
    }
  }
  rmSync(to, { recursive: true, force: true })
  renameSync(beside, to)
}

/**
 * Builds the folder for a static host into `dist`, whatever is there. It has no stamp: the next start of
 * the server builds its own pages, which may have any address.
 *
 * @param publicUrl address of the folder where it will be; '' when it is not known
 * @returns the folder
 * @throws what Vite throws when the sources do not build
 */
export const buildFolder = async (root: string, publicUrl: string): Promise<string> => {
  const dist = join(root, 'dist')
  const aside = join(root, '.cache', `dist-${process.pid}`)
  mkdirSync(aside, { recursive: true })
  try {
    await buildPages(root, aside, publicUrl)
    // Vite's own list of what it built; nobody loads it.
    rmSync(join(aside, '.vite'), { recursive: true, force: true })
    put(aside, dist)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return dist
}

/**
 * Makes sure that `dist` holds the pages of the present sources, and builds them when it does not.
 * A build appears whole or not at all: it is made aside and then put in place, its stamp in it.
 *
 * @param say told, once, when a build is necessary
 * @returns the folder of the pages
 * @throws what Vite throws when the sources do not build
 */
export const freshPages = async (root: string, say: (line: string) => void): Promise<string> => {
  const dist = join(root, 'dist')
  const stamp = stampOf(root)
  if (readStamp(dist) === stamp) return dist
  say('Building the pages (only after a change) …')
  const aside = join(root, '.cache', `dist-${process.pid}`)
  mkdirSync(aside, { recursive: true })
  try {
    await buildPages(root, aside)
    writeFileSync(join(aside, stampName), stamp)
    put(aside, dist)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return dist
}
