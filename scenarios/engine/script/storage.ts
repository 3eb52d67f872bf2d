import type { AgentName } from '../../model/participant.ts'
import type { Change } from '../../model/trace.ts'
import type { Json } from '../../model/wire.ts'
import type { ScriptStorage, SelfNote } from './page-script.ts'

/** Values by key; what changes is reported, to become part of an arrow. */
export interface Storage {
  /** The view of one origin; null for a device, where an app has all for itself. */
  of(
    origin: string | null,
    told: (note: SelfNote | null, changes: readonly Change[]) => void,
  ): ScriptStorage
  /** What lies under a key, as named in the table; null when nothing does. */
  read(key: string): string | null
  /** Puts a value in by hand. */
  plant(key: string, value: string): void
  keys(): readonly string[]
  readonly where: string
}

/** What a value looks like in the table: text. */
const cell = (value: string | undefined): Json => value ?? null

/** A storage of a user agent, which the trace knows as the table `Agent.name`. */
export const createStorage = (
  agent: AgentName,
  name: 'localStorage' | 'device' | 'sessionStorage',
): Storage => {
  const values = new Map<string, string>()
  const where = `${agent}.${name}`
  const change = (key: string, before: string | undefined, after: string | undefined): Change => ({
    where,
    op: after === undefined ? 'delete' : 'set',
    key,
    before: cell(before),
    after: cell(after),
  })
  return {
    where,
    read: (key) => values.get(key) ?? null,
    plant: (key, value) => void values.set(key, value),
    keys: () => [...values.keys()],
    of: (origin, told) => {
      const named = (key: string): string => (origin === null ? key : `${origin} ${key}`)
      return {
        getItem: (key) => values.get(named(key)) ?? null,
        setItem: (key, value, note) => {
          const before = values.get(named(key))
          values.set(named(key), value)
          if (before !== value || note !== undefined)
            told(note ?? null, [change(named(key), before, value)])
        },
        removeItem: (key, note) => {
          const before = values.get(named(key))
          values.delete(named(key))
          if (before !== undefined || note !== undefined)
            told(note ?? null, before === undefined ? [] : [change(named(key), before, undefined)])
        },
      }
    },
  }
}
