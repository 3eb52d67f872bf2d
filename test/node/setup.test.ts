import { spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = 'server/node/setup.mjs'
const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } }
const installed = 'node_modules/.package-lock.json'
let root: string

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** A program of that name which notes how it was called, and then does as told. */
const pretend = (name: string, then: string): void => {
  write(`bin/${name}`, `#!/bin/sh\necho "${name} $@" >> calls\necho "out of ${name}"\n${then}\n`)
  chmodSync(join(root, 'bin', name), 0o755)
}

const calls = (): string[] =>
  existsSync(join(root, 'calls'))
    ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n')
    : []

const setUp = (
  words: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const path = `${join(root, 'node_modules/.bin')}:${join(root, 'bin')}:/usr/bin:/bin`
    const child = spawn(process.execPath, [join(root, script), ...words], {
      env: { ...env, PATH: path },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => (out += String(chunk)))
    child.stderr.on('data', (chunk) => (err += String(chunk)))
    child.on('close', (code) => resolve({ code, out, err }))
  })

/** No Chromium in any of the usual places, and none that the system installs. */
const withoutPlaces = (): void => {
  const text = readFileSync(join(root, script), 'utf8')
  write(script, text.replaceAll(/'\/(usr\/bin|Applications)\/[^']*'/g, `'/nowhere'`))
  write(
    'node_modules/playwright-core/index.js',
    `exports.chromium = { executablePath: () => ${JSON.stringify(join(root, 'playwright-chromium'))} }`,
  )
  write(installed, JSON.stringify(lock))
  pretend('apt-get', 'exit 1')
}

/** What a complete `npm ci` leaves behind. */
const complete = `mkdir -p node_modules; sleep 0.2; cp package-lock.json ${installed}`

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'login-lab-'))
  write(script, '')
  copyFileSync(new URL('../../server/node/setup.mjs', import.meta.url), join(root, script))
  write('package-lock.json', JSON.stringify(lock))
  write('package.json', '{}')
  pretend('npm', complete)
})

afterEach(() => rmSync(root, { recursive: true }))

describe.skipIf(process.platform === 'win32')('a clone is made ready', () => {
  it('by installing the packages when there are none', async () => {
    const { code, out, err } = await setUp()
    expect(code).toBe(0)
    expect(calls()).toEqual([expect.stringMatching(/^npm ci --include=dev .*--loglevel=error/)])
    expect(out).toBe('')
    expect(err).toContain('Installing the packages')
    expect(err).toContain('out of npm')
  })

  it('once: afterwards it says and does nothing', async () => {
    await setUp()
    rmSync(join(root, 'calls'))
    expect(await setUp()).toEqual({ code: 0, out: '', err: '' })
    expect(calls()).toEqual([])
  })

  it.each([
    ['another version', { version: '1.0.1', integrity: 'sha512-a' }],
    ['other bytes under the same version', { version: '1.0.0', integrity: 'sha512-b' }],
  ])('again when the lock file names %s', async (_title, wanted) => {
    await setUp()
    write('package-lock.json', JSON.stringify({ packages: { 'node_modules/a': wanted } }))
    await setUp()
    expect(calls()).toHaveLength(2)
  })

  it('again when a package is missing, unless it is one for other machines', async () => {
    await setUp()
    const more = { ...lock.packages, 'node_modules/b': { version: '1.0.0', optional: true } }
    write('package-lock.json', JSON.stringify({ packages: more }))
    await setUp()
    expect(calls()).toHaveLength(1)
    const needed = { ...lock.packages, 'node_modules/b': { version: '1.0.0' } }
    write('package-lock.json', JSON.stringify({ packages: needed }))
    await setUp()
    expect(calls()).toHaveLength(2)
  })

  it('again when an installation was broken off', async () => {
    write('node_modules/a/package.json', '{}')
    write(installed, '{"packages": {')
    await setUp()
    expect(calls()).toHaveLength(1)
  })

  it('or not, and then it says what to do', async () => {
    pretend('npm', 'exit 1')
    const { code, out, err } = await setUp()
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('check the network')
  })

  it('or not, when its folder cannot be written to, and then it says so', async () => {
    write('.cache', 'a file where a folder has to be')
    const { code, out, err } = await setUp()
    expect(code).toBe(1)
    expect(err).toContain('its folder cannot be written to')
    expect(err).not.toContain('    at ')
    expect(out).toBe('')
    expect(calls()).toEqual([])
  })

  it('by one command, when several begin at once', async () => {
    const results = await Promise.all([setUp(), setUp(), setUp()])
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(calls()).toHaveLength(1)
  })

  it('even when a command was killed in the middle and left its lock', async () => {
    write('.cache/setup.lock', '999999999')
    expect((await setUp()).code).toBe(0)
    expect(calls()).toHaveLength(1)
    expect(existsSync(join(root, '.cache/setup.lock'))).toBe(false)
  })
})

describe.skipIf(process.platform === 'win32')('a Chromium for the browser tests', () => {
  it('is the one that is named', async () => {
    withoutPlaces()
    write('my-chromium', '')
    const result = await setUp(['--browser'], { CHROMIUM_PATH: join(root, 'my-chromium') })
    expect(result).toEqual({ code: 0, out: '', err: '' })
  })

  it('is installed by Playwright when there is none and the system has none to give', async () => {
    withoutPlaces()
    pretend('npx', 'touch playwright-chromium')
    const { code, out } = await setUp(['--browser'])
    expect(code).toBe(0)
    expect(out).toBe('')
    expect(calls()).toContain('npx --no-install playwright-core install chromium')
  })

  it('that cannot be had is told, with what to do', async () => {
    withoutPlaces()
    pretend('npx', 'exit 1')
    const { code, err } = await setUp(['--browser'])
    expect(code).toBe(1)
    expect(err).toContain('CHROMIUM_PATH')
  })

  it('is nothing that a start without browser tests needs', async () => {
    withoutPlaces()
    expect(await setUp()).toEqual({ code: 0, out: '', err: '' })
  })
})
