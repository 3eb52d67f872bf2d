import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementResultingChanges } from 'node:sqlite'
import { createMemoryStore } from './memory.ts'
import { endedFor, type RunStore, type StoreOptions } from './store.ts'

/** Milliseconds that another process may hold the file; the server stands still meanwhile. */
const patience = 500

/** Raised when the table changes: a file of another number is put aside. */
const version = 1

/** Of how much of its lifetime a run must have used before it is kept for another one, since that moves it in the index. */
const renewAfter = 0.1

/** Runs that are opened between two looks at what may be forgotten. */
const tidyEvery = 100

interface SqliteOptions extends StoreOptions {
  /** Path of the file; its folder is made where it is not there. */
  readonly file: string
  /** Told in a sentence what is wrong with the file, and when that is over. */
  readonly log: (line: string) => void
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'it cannot be used'

/** A file that is not ours to write to. */
class ForeignFile extends Error {}

/** @throws ForeignFile for a file of another program, or of another version of this one */
const checkOwner = (database: DatabaseSync): void => {
  const found = database.prepare('PRAGMA user_version').get()?.['user_version']
  if (found === version) return
  const tables = database.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.['n']
  if (found !== 0 || tables !== 0) throw new ForeignFile('it is of another program or version')
}

/** @throws what SQLite says of a file of which a part is damaged */
const checkWhole = (database: DatabaseSync): void => {
  const [verdict] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})
  if (verdict !== 'ok') throw new Error('database disk image is malformed')
}

/**
 * Opens the file and makes its table; throws what SQLite says, or ForeignFile. The file is this
 * process's alone: two servers that write to one would each know only a part of a run.
 */
const openFile = (file: string): DatabaseSync => {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: patience })
  try {
    checkOwner(database)
    checkWhole(database)
    // Who has an id has its run, so nobody else on this machine reads them.
    chmodSync(file, 0o600)
    // A run that was acknowledged survives the end of the process; not of the machine's power.
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL',
    )
    database.exec(`
      CREATE TABLE IF NOT EXISTS runs (
        id TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL, until INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS runs_until ON runs (until);
      PRAGMA user_version = ${version}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** What SQLite calls a file that is none of its own, or is damaged (sqlite.org/rescode.html). */
const isDamage = (error: unknown): boolean =>
  error instanceof Error && /not a database|malformed/.test(error.message)

/** Puts a file aside under a name that no other has, with what SQLite keeps beside it: nothing is lost. */
const putAside = (file: string, now: number): string => {
  const aside = `${file}.damaged-${now}`
  for (const end of ['-wal', '-shm', ''])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
  return aside
}

/**
 * Keeps runs in a file, so that a restart loses none. A damaged file is put aside. What cannot be
 * written, as on a full disk, is kept in memory until it can.
 *
 * @throws what the system says of a file that can neither be opened nor put aside, and of one of
 * another program, or that another server uses
 */
export const createSqliteStore = ({ file, lifetime, most, now, log }: SqliteOptions): RunStore => {
  const open = (): DatabaseSync => {
    try {
      return openFile(file)
    } catch (error) {
      if (!isDamage(error)) throw error
      const aside = putAside(file, now())
      log(
        `The file of runs was damaged (${messageOf(error)}). It is now ${aside}; a new one begins.`,
      )
      return openFile(file)
    }
  }
  const database = open()
  const select = database.prepare(
    'SELECT revision, body, until FROM runs WHERE id = ? AND until > ?',
  )
  const insert = database.prepare(
    'INSERT INTO runs VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, body = excluded.body, until = excluded.until WHERE until <= ?',
  )
  const update = database.prepare(
    'UPDATE runs SET revision = ?, body = ? WHERE id = ? AND revision = ? AND until > ? RETURNING until',
  )
  const renew = database.prepare('UPDATE runs SET until = ? WHERE id = ?')
  const replace = database.prepare('INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)')
  const forget = database.prepare('DELETE FROM runs WHERE until <= ?')
  const forgetOldest = database.prepare(
    'DELETE FROM runs WHERE id IN (SELECT id FROM runs ORDER BY until LIMIT max(0, (SELECT count(*) FROM runs) - ?))',
  )

  /** What could not be written. */
  const unwritten = createMemoryStore({ lifetime, most, now })
  let isFailing = false

  const fail = (error: unknown): undefined => {
    if (!isFailing)
      log(
        `Runs cannot be kept in ${file}: ${messageOf(error)}. Until they can they are in memory, and a restart loses them.`,
      )
    isFailing = true
    return undefined
  }
  const read = (id: string, time: number) => {
    try {
      return select.get(id, time)
    } catch (error) {
      return fail(error)
    }
  }
  /** Writes to the file; undefined when that fails. */
  const change = (work: () => Pick<StatementResultingChanges, 'changes'>): number | undefined => {
    try {
      const { changes } = work()
      if (isFailing) log('The file of runs can be written again.')
      isFailing = false
      return Number(changes)
    } catch (error) {
      return fail(error)
    }
  }

  /** Whether a run has used so much of its lifetime that it is kept for another one. */
  const isDue = (until: unknown, time: number): boolean =>
    Number(until) - time < lifetime * (1 - renewAfter)

  let opened = 0
  /** Forgets, now and then, what has had its time, and what is too much. */
  const tidy = (): void => {
    opened += 1
    if (opened % tidyEvery !== 0) return
    change(() => {
      forget.run(now())
      return forgetOldest.run(most)
    })
  }

  const store: RunStore = {
    name: file,
    read: async (id) => {
      const waiting = await unwritten.read(id)
      if (waiting !== null) return waiting
      const time = now()
      const row = read(id, time)
      if (row === undefined) return null
      const { revision, body, until } = row
      if (revision === -1) return 'ended'
      if (isDue(until, time)) change(() => renew.run(time + lifetime, id))
      return { revision: Number(revision), body: String(body) }
    },
    write: async (id, record, expected) => {
      const time = now()
      const { revision, body } = record
      if ((await unwritten.read(id)) !== null) {
        if (!(await unwritten.write(id, record, expected))) return false
        if (change(() => replace.run(id, revision, body, time + lifetime)) !== undefined)
          unwritten.drop(id)
        return true
      }
      const changed = change(() => {
        if (expected === 0) return insert.run(id, revision, body, time + lifetime, time)
        const row = update.get(revision, body, id, expected, time)
        if (row === undefined) return { changes: 0 }
        return isDue(row['until'], time) ? renew.run(time + lifetime, id) : { changes: 1 }
      })
      if (expected === 0) tidy()
      if (changed !== undefined) return changed === 1
      const kept = await store.read(id)
      const found = kept === 'ended' ? -1 : (kept?.revision ?? 0)
      return found === expected && unwritten.write(id, record, 0)
    },
    end: async (id) => {
      const time = now()
      const done = change(() => replace.run(id, -1, '', time + endedFor))
      if (done === undefined) await unwritten.end(id)
      else unwritten.drop(id)
    },
    // What the file does not take is in memory.
    isReady: async () => true,
    close: async () => database.close(),
  }
  return store
}
