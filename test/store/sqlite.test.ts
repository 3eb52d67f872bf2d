import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSqliteStore } from '../../server/node/store/sqlite.ts'
import type { RunStore } from '../../server/node/store/store.ts'

let folder = ''
let file = ''
let said: string[] = []
const opened: RunStore[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'login-lab-sqlite-'))
  file = join(folder, 'deeper', 'runs.sqlite')
  said = []
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  rmSync(folder, { recursive: true })
})

const open = (path = file): RunStore => {
  const log = (line: string): unknown => said.push(line)
  const store = createSqliteStore({
    file: path,
    lifetime: 60_000,
    most: 1000,
    now: () => Date.now(),
    log,
  })
  opened.push(store)
  return store
}
const record = { revision: 1, body: 'a run' }

test('runs are there again after a restart', async () => {
  const first = open()
  await first.write('id', record, 0)
  await opened.pop()?.close()
  expect(await open().read('id')).toEqual(record)
  expect(said).toEqual([])
})

test('runs are there again when the process was killed', async () => {
  const script = `
    import { createSqliteStore } from ${JSON.stringify(new URL('../../server/node/store/sqlite.ts', import.meta.url).href)}
    const store = createSqliteStore({ file: ${JSON.stringify(file)}, lifetime: 60000, now: Date.now, log: console.error })
    await store.write('id', { revision: 1, body: 'a run' }, 0)
    process.kill(process.pid, 'SIGKILL')`
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  expect(signal).toBe('SIGKILL')
  expect(await open().read('id')).toEqual(record)
})

test.each([
  ['is no database', () => 'no database at all, and long enough to be looked at as one'.repeat(20)],
  ['is of another version', () => null],
])('a file that %s is put aside, told of, and nothing in it is lost', async (_name, content) => {
  await open().close()
  opened.pop()
  const text = content()
  if (text === null) {
    const other = new DatabaseSync(file)
    other.exec('PRAGMA user_version = 99')
    other.close()
  } else writeFileSync(file, text)
  const before = readFileSync(file)
  const store = open()
  expect(await store.write('id', record, 0)).toBe(true)
  const aside = readdirSync(join(folder, 'deeper')).find((name) => name.includes('.damaged-'))
  expect(readFileSync(join(folder, 'deeper', aside ?? ''))).toEqual(before)
  expect(said).toEqual([expect.stringMatching(/^The file of runs was damaged .* a new one begins/)])
})

test('what cannot be written is in memory until it can, and each is told once', async () => {
  const store = open()
  const other = new DatabaseSync(file)
  other.exec('BEGIN EXCLUSIVE')
  expect(await store.write('id', record, 0)).toBe(true)
  expect(await store.write('id', { revision: 2, body: 'two' }, 1)).toBe(true)
  expect(await store.write('id', { revision: 2, body: 'other' }, 1)).toBe(false)
  expect(await store.read('id')).toEqual({ revision: 2, body: 'two' })
  other.exec('ROLLBACK')
  other.close()
  expect(await store.write('id', { revision: 3, body: 'three' }, 2)).toBe(true)
  expect(said).toEqual([
    expect.stringMatching(/^Runs cannot be kept in .* a restart loses them\.$/),
    'The file of runs can be written again.',
  ])
  expect(await open().read('id')).toEqual({ revision: 3, body: 'three' })
})

/** A disk of 256 kB; null where this process may make none. */
const smallDisk = (): string | null => {
  const place = mkdtempSync(join(folder, 'disk-'))
  const words = ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', place]
  if (spawnSync('mount', words).status === 0) return place
  process.stderr.write('The test of a full disk is skipped: no disk can be mounted here.\n')
  return null
}

test('on a full disk runs go on, and those that were kept stay', async ({ skip }) => {
  const disk = smallDisk()
  if (disk === null) return skip()
  try {
    const store = open(join(disk, 'runs.sqlite'))
    await store.write('first', record, 0)
    const long = { revision: 1, body: 'x'.repeat(20_000) }
    for (let run = 0; run < 40; run += 1)
      expect(await store.write(`run-${run}`, long, 0)).toBe(true)
    expect(said).toEqual([expect.stringMatching(/full.*a restart loses them\.$/)])
    expect(await store.read('first')).toEqual(record)
    expect(await store.read('run-39')).toEqual(long)
    for (const one of opened.splice(0)) await one.close()
    expect(await open(join(disk, 'runs.sqlite')).read('first')).toEqual(record)
  } finally {
    for (const one of opened.splice(0)) await one.close()
    execFileSync('umount', [disk])
  }
})

test('nobody else on the machine can read the ids', () => {
  open()
  expect(statSync(file).mode & 0o077).toBe(0)
})
