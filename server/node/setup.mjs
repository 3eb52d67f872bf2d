/**
 * Makes a clone ready to run: `npm ci` when the installed packages are missing or out of step with
 * package-lock.json and, with `--browser`, a Chromium for the browser tests. Runs on any Node from
 * 20 with nothing installed, so it is plain JavaScript. It speaks on standard error only: standard
 * output belongs to the command that follows.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const windows = process.platform === 'win32'

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`)

/**
 * Runs a program to its end, with all that it prints on standard error. The PATH that npm gives to
 * scripts names node_modules/.bin first: left out, because `npm ci` deletes what lies there.
 * @param {string} command
 * @param {readonly string[]} words
 */
const run = (command, words) => {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((place) => !place.endsWith(`node_modules${sep}.bin`))
  const { status } = spawnSync(command, words, {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter), DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 2, 2],
    shell: windows,
  })
  return status === 0
}

/**
 * The packages that a lock file lists, by their place in node_modules; null when there is none.
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | null}
 */
const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return null
  }
}

/** npm writes node_modules/.package-lock.json when an installation is complete, and only then. */
const inStep = () => {
  const installed = packagesOf('node_modules/.package-lock.json')
  if (installed === null) return false
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(([place, wanted]) => {
    const found = installed[place]
    if (place === '') return true
    if (found === undefined) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/** @param {number} milliseconds */
const sleep = (milliseconds) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** @param {number} pid */
const alive = (pid) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * Whether the lock is held by a program that still runs. It may be let go while we look.
 * @param {string} lock
 */
const held = (lock) => {
  try {
    return alive(Number(readFileSync(lock, 'utf8')))
  } catch {
    return true
  }
}

/**
 * Does the work while no other command does the same in this clone; one that finds the lock taken
 * waits, and a lock whose owner is gone is broken.
 * @param {() => boolean} work
 */
const alone = (work) => {
  const lock = join(root, '.cache', 'setup.lock')
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (let turn = 0; ; turn += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (turn === 0) say('Another command is getting this clone ready; waiting for it …')
      sleep(200)
      if (!held(lock)) rmSync(lock, { force: true })
    }
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

const install = () => {
  if (inStep()) return true
  say('Installing the packages of Login Lab (once; about half a minute) …')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  // Without a network npm would try for minutes and say nothing.
  const patience = [
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=8000',
  ]
  if (run('npm', ['ci', '--include=dev', ...quiet, ...patience])) return true
  say(
    [
      'Login Lab could not install its packages: `npm ci` failed, see above.',
      'It needs the npm registry: check the network (and a proxy, or the registry in your .npmrc),',
      'then run the same command again. If it fails on a file in use, stop what still runs from this',
      'folder and delete node_modules first.',
    ].join('\n'),
  )
  return false
}

/** Node runs this project's TypeScript as it is from 22.18 on; the npm package `node` brings one. */
const runsTypeScript = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return true
  if (existsSync(join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node'))) return true
  say(
    [
      `Login Lab needs Node 22.18 or newer, and this is ${process.versions.node}. It brings its own`,
      "as the npm package `node`, but that package's install script did not run. Allow it with",
      '`npm rebuild node --ignore-scripts=false`, or install a newer Node, then try again.',
    ].join('\n'),
  )
  return false
}

/** The same places as in test/support/chromium.ts, then Playwright's own. */
const hasChromium = () => {
  const places = [
    process.env['CHROMIUM_PATH'] ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  if (places.some((place) => existsSync(place))) return true
  const { chromium } = createRequire(join(root, 'package.json'))('playwright-core')
  return existsSync(chromium.executablePath())
}

const installChromium = () => {
  if (hasChromium()) return true
  say('The browser tests need a Chromium and there is none here: installing one (once) …')
  const apt = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (apt && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']))
    if (hasChromium()) return true
  if (run('npx', ['--no-install', 'playwright-core', 'install', 'chromium']) && hasChromium())
    return true
  say(
    [
      'No Chromium could be installed. Install Chromium or Google Chrome yourself (on Debian and',
      'Ubuntu: `sudo apt-get install chromium`) or name one in CHROMIUM_PATH, then try again.',
    ].join('\n'),
  )
  return false
}

const browser = process.argv.includes('--browser')
const makeReady = () =>
  (inStep() || alone(install)) &&
  runsTypeScript() &&
  (!browser || hasChromium() || alone(installChromium))

try {
  process.exitCode = makeReady() ? 0 : 1
} catch (error) {
  // What the system refuses is the disk here: a folder that is read-only, another's, or full.
  if (!(error instanceof Error && 'syscall' in error)) throw error
  say(
    [
      'Login Lab could not get this clone ready: its folder cannot be written to.',
      error.message,
      'Run the same command once where it can be; a clone that is ready starts read-only too.',
    ].join('\n'),
  )
  process.exitCode = 1
}
