import type { Cookie } from '../model/cookie.ts'
import type { Participant } from '../model/participant.ts'
import type { Message } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { isJsonObject } from '../model/json.ts'

/** One remembered thing, as it is after the message in question. */
export interface MemoryEntry {
  readonly key: string
  readonly value: Json
  /** Number of the message that wrote it last. */
  readonly changedBy: number
  /** The message in question wrote it. */
  readonly fresh: boolean
  /** What it was before that message; absent or null when that message did not change it. */
  readonly before?: Json
}

/** Somebody's memory: a jar, a session table, a token table, local storage. */
export interface MemoryTable {
  /** `Store.appSessions` */
  readonly where: string
  readonly owner: Participant
  /** `appSessions` */
  readonly name: string
  readonly entries: readonly MemoryEntry[]
  /** Keys that the message in question deleted. */
  readonly gone: readonly string[]
}

/** What a user agent keeps of its own: cookies, and what scripts and apps put by. */
const ownTables: ReadonlySet<string> = new Set(['jar', 'localStorage', 'sessionStorage', 'device'])

/** Whether a table (`Browser.jar`) lies with a user agent, and not with a server. */
export const isOwnTable = (where: string): boolean => ownTables.has(where.split('.')[1] ?? '')

/** What is remembered beside cookies; the page that a window shows is no memory. */
export const besideJars = (tables: readonly MemoryTable[]): readonly MemoryTable[] =>
  tables.filter(({ name }) => name !== 'jar' && name !== 'pages')

const order = [...ownTables, 'appSessions', 'ssoSessions', 'refreshTokens', 'codes']

const rank = (table: MemoryTable): number => {
  const place = order.indexOf(table.name)
  return place === -1 ? order.length : place
}

/**
 * Everything that anybody remembers after the first `k` messages: a fold over their changes.
 * Tables keep their place once they were written to, even when they are empty again.
 */
export const memoryAt = (messages: readonly Message[], k: number): readonly MemoryTable[] => {
  const tables = new Map<string, { entries: Map<string, MemoryEntry>; gone: string[] }>()
  for (const message of messages.slice(0, k)) {
    for (const change of message.changes) {
      const table = tables.get(change.where) ?? {
        entries: new Map<string, MemoryEntry>(),
        gone: [],
      }
      tables.set(change.where, table)
      const fresh = message.n === k
      if (change.op === 'delete') {
        table.entries.delete(change.key)
        if (fresh) table.gone.push(change.key)
      } else {
        const before = fresh ? change.before : null
        const { key, after: value } = change
        table.entries.set(key, { key, value, changedBy: message.n, fresh, before })
      }
    }
  }
  return [...tables]
    .map(([where, { entries, gone }]): MemoryTable => {
      const [owner = '', ...name] = where.split('.')
      return {
        where,
        owner: owner as Participant,
        name: name.join('.'),
        entries: [...entries.values()],
        gone: gone.filter((key) => !entries.has(key)),
      }
    })
    .toSorted((a, b) => rank(a) - rank(b))
}

/** The cookie in a jar's entry; null when the entry holds something else. */
export const cookieIn = (entry: MemoryEntry): Cookie | null => {
  const { value } = entry
  if (!isJsonObject(value)) return null
  return 'name' in value && 'value' in value && 'domain' in value
    ? (value as unknown as Cookie)
    : null
}
