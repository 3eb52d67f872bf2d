import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('..', import.meta.url))

/** Not beside package.json: tests that read every source of `test/` would read the packages too. */
const folder = fileURLToPath(new URL('../../../../.cache/outside-clients', import.meta.url))

const lockFile = 'package-lock.json'
const loader = 'load.cjs'

/** Written when the installation is complete, and only then. */
const installed = join(folder, 'installed.json')

/** Written when it has failed, so that not every file of tests waits for it. */
const failed = join(folder, 'failed')

/** How long it is not tried again then, in milliseconds. */
const pause = 10 * 60_000

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const hasFailed = (): boolean => Date.now() - Number(textOf(failed) ?? 0) < pause

const inStep = (): boolean => textOf(installed) === textOf(join(here, lockFile))

const install = (): boolean => {
  rmSync(installed, { force: true })
  for (const name of ['package.json', lockFile]) copyFileSync(join(here, name), join(folder, name))
  // From a module of theirs, so that Node finds the packages, and no bundler is between.
  writeFileSync(join(folder, loader), 'exports.load = (name) => import(name)\n')
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retries=1',
    '--fetch-timeout=30000',
  ]
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', ...quiet], {
    cwd: folder,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  })
  if (status === 0) copyFileSync(join(here, lockFile), installed)
  else writeFileSync(failed, String(Date.now()))
  return status === 0
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Does the work while no other process of the tests does the same; waits for one that does. */
const alone = (work: () => boolean): boolean => {
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

/** The packages of `test/outside/clients/package.json`. */
export interface ClientPackages {
  /** Imports one of them; what is used of it is for the caller to say. */
  readonly load: <Exports>(name: string) => Promise<Exports>
  /** Where a file of one of them lies. */
  readonly pathOf: (file: string) => string
}

/**
 * The clients of others, installed once for all tests; null where they cannot be: then the tests are
 * skipped, with a sentence.
 */
export const clientPackages = (): ClientPackages | null => {
  if (!inStep() && !alone(() => inStep() || (!hasFailed() && install()))) {
    process.stderr.write(
      'Tests with OAuth clients of others are skipped: npm could not install them. They need a network once.\n',
    )
    return null
  }
  const { load } = createRequire(join(folder, 'package.json'))(`./${loader}`) as ClientPackages
  return { load, pathOf: (file) => join(folder, 'node_modules', file) }
}
