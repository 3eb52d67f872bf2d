import { execFileSync, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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

const damaged = /^The file of runs was damaged .* a new one begins/

const asideOf = (end = ''): string => {
  const folderOfFile = join(folder, 'deeper')
  const aside = readdirSync(folderOfFile).find((name) => /\.damaged-\d+$/.test(name)) ?? ''
  return join(folderOfFile, `${aside}${end}`)
}

const closeAll = async (): Promise<void> => {
  for (const store of opened.splice(0)) await store.close()
}

test('a file that is no database is put aside, told of, and nothing in it is lost', async () => {
  open()
  await closeAll()
  const text = 'no database at all, and long enough to be looked at as one'.repeat(20)
  writeFileSync(file, text)
  const store = open()
  expect(await store.write('id', record, 0)).toBe(true)
  expect(readFileSync(asideOf(), 'utf8')).toBe(text)
  expect(said).toEqual([expect.stringMatching(damaged)])
})

test('a file of which a part is damaged is put aside as well', async () => {
  const first = open()
  for (let run = 0; run < 100; run += 1)
    await first.write(`run-${run}`, { revision: 1, body: 'x'.repeat(3000) }, 0)
  await closeAll()
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(7, bytes.length / 2))
  const store = open()
  expect(await store.write('id', record, 0)).toBe(true)
  await closeAll()
  expect(await open().read('id')).toEqual(record)
  expect(said).toEqual([expect.stringMatching(damaged)])
})

test.each([
  ['of another program', 'CREATE TABLE photos (name TEXT)'],
  ['of another version', 'PRAGMA user_version = 99'],
])('a file %s is left as it is', async (_name, sql) => {
  mkdirSync(dirname(file), { recursive: true })
  const other = new DatabaseSync(file)
  other.exec(sql)
  other.close()
  const before = readFileSync(file)
  expect(() => open()).toThrow('another program or version')
  expect(readFileSync(file)).toEqual(before)
  expect(readdirSync(dirname(file))).toEqual(['runs.sqlite'])
})

test('a file is for one server: another one is told so, and the first goes on', async () => {
  const first = open()
  await first.write('id', record, 0)
  expect(() => open()).toThrow('locked')
  expect(await first.write('id', { revision: 2, body: 'two' }, 1)).toBe(true)
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
    const path = join(disk, 'runs.sqlite')
    const store = open(path)
    await store.write('first', record, 0)
    const long = { revision: 1, body: 'x'.repeat(20_000) }
    for (let run = 0; run < 40; run += 1)
      expect(await store.write(`run-${run}`, long, 0)).toBe(true)
    expect(said).toEqual([expect.stringMatching(/full.*a restart loses them\.$/)])
    expect(await store.read('first')).toEqual(record)
    expect(await store.read('run-39')).toEqual(long)
    expect(await store.write('run-39', { revision: 2, body: 'other' }, 7)).toBe(false)
    for (let run = 0; run < 39; run += 1) await store.end(`run-${run}`)
    execFileSync('mount', ['-o', 'remount,size=4m', disk])
    expect(await store.write('run-39', { revision: 2, body: 'two' }, 1)).toBe(true)
    expect(said.at(-1)).toBe('The file of runs can be written again.')
    await closeAll()
    const again = open(path)
    expect(await again.read('first')).toEqual(record)
    expect(await again.read('run-39')).toEqual({ revision: 2, body: 'two' })
  } finally {
    for (const one of opened.splice(0)) await one.close()
    execFileSync('umount', [disk])
  }
})

test('nobody else on the machine can read the ids', () => {
  open()
  expect(statSync(file).mode & 0o077).toBe(0)
})
