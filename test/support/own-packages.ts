import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = fileURLToPath(new URL('../../.cache', import.meta.url))

const lockFile = 'package-lock.json'
const loader = 'load.cjs'

/** How long an installation that failed is not tried again, in milliseconds. */
const pause = 10 * 60_000

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Does the work while no other process of the tests does the same; waits for one that does. */
const alone = (folder: string, work: () => boolean): boolean => {
  const lock = join(folder, 'install.lock')
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
      const holder = textOf(lock)
      if (holder !== null && holder !== '' && !isAlive(Number(holder)))
        rmSync(lock, { force: true })
    }
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

const install = (from: string, folder: string): boolean => {
  for (const name of ['package.json', lockFile]) copyFileSync(join(from, name), join(folder, name))
  // From a module of theirs, so that Node finds the packages, and no bundler is between.
  writeFileSync(join(folder, loader), 'exports.load = (name) => import(name)\n')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', ...quiet, '--fetch-retries=1', '--fetch-timeout=30000'],
    { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' },
  )
  return status === 0
}

/** Installed packages of others. */
export interface OwnPackages {
  readonly folder: string
  /** Imports one of them; what is used of it is for the caller to say. */
  readonly load: <Exports>(name: string) => Promise<Exports>
  /** Where a file of one of them lies. */
  readonly pathOf: (file: string) => string
}

/**
 * Packages that are no dependencies of ours, installed once for all tests by a lock of their own, into
 * a folder of `.cache`: beside the tests, those that read every source there would read them too.
 *
 * @param from the folder with package.json and its lock
 * @param name of the folder in `.cache`
 * @param what a sentence begins with that says they cannot be had
 * @returns null, with that sentence, where they cannot be installed
 */
export const ownPackages = (from: string, name: string, what: string): OwnPackages | null => {
  const folder = join(cache, name)
  // Written when the installation is complete, and only then.
  const installed = join(folder, 'installed.json')
  // Written when it has failed, so that not every file of tests waits for it.
  const failed = join(folder, 'failed')
  const inStep = (): boolean => textOf(installed) === textOf(join(from, lockFile))
  const hasFailed = (): boolean => Date.now() - Number(textOf(failed) ?? 0) < pause
  const bring = (): boolean => {
    rmSync(installed, { force: true })
    const isDone = install(from, folder)
    if (isDone) copyFileSync(join(from, lockFile), installed)
    else writeFileSync(failed, String(Date.now()))
    return isDone
  }
  if (!inStep() && !alone(folder, () => inStep() || (!hasFailed() && bring()))) {
    process.stderr.write(
      `${what} are skipped: npm could not install them. They need a network once.\n`,
    )
    return null
  }
  const { load } = createRequire(join(folder, 'package.json'))(`./${loader}`) as OwnPackages
  return { folder, load, pathOf: (file) => join(folder, 'node_modules', file) }
}
