import type { Change, Message } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { inspect } from './inspection.ts'
import { decodeToken, tokenPattern } from '../model/jwt.ts'
import { isJsonObject, memberOf } from '../model/json.ts'

/** Kinds of value whose possession opens something; the order decides a kind's colour. */
export const secretKinds = [
  'session-id',
  'refresh-token',
  'jwt',
  'code',
  'sso-session',
  'state',
  'verifier',
  'password',
  'client-secret',
] as const

export type SecretKind = (typeof secretKinds)[number]

const shortNames: Readonly<Record<SecretKind, string>> = {
  'session-id': 'sid',
  'refresh-token': 'RT',
  jwt: 'JWT',
  code: 'code',
  'sso-session': 'sso',
  state: 'state',
  verifier: 'verifier',
  password: 'password',
  'client-secret': 'secret',
}

/** A stretch of a secret's life, from message `from` on. */
interface Turn {
  readonly from: number
  /** Protocol time of that message, ms. */
  readonly at: number
  readonly alive: boolean
  /** Protocol time in ms at which it dies by itself; null when it does not, or nobody said. */
  readonly expiresAt: number | null
}

/** A secret of a trace: one thing, wherever it occurs. */
export interface Secret {
  /** `sid-1`, `RT-2`: kind and order of first appearance; stable while a trace grows. */
  readonly name: string
  readonly kind: SecretKind
  readonly value: string
  /** Number of the message in which it first appears, on the wire or in somebody's memory. */
  readonly bornAt: number
  /** Numbers of the messages that carry it over a wire. */
  readonly carriedBy: readonly number[]
  readonly turns: readonly Turn[]
}

/** What became of a secret: struck through everywhere when it is neither unborn nor alive. */
export type Fate = 'unborn' | 'alive' | 'used' | 'expired' | 'ended'

const byParameter: Readonly<Record<string, SecretKind>> = {
  code: 'code',
  state: 'state',
  code_verifier: 'verifier',
  refresh_token: 'refresh-token',
  refreshToken: 'refresh-token',
  password: 'password',
  client_secret: 'client-secret',
}

const byTable: Readonly<Record<string, SecretKind>> = {
  appSessions: 'session-id',
  ssoSessions: 'sso-session',
  refreshTokens: 'refresh-token',
  codes: 'code',
}

const tableName = (change: Change): string => change.where.split('.').slice(1).join('.')
const isJar = (change: Change): boolean => tableName(change) === 'jar'

/** Shorter values are looked for as whole parameters only: they could be a part of anything. */
const searchable = 12
/** A run has some twenty, a long one a few hundred; each is looked for in every message. */
const mostFollowed = 1_000

const redacted = /^[•*.…]+$/

/** What crosses the wire; a response does not carry the address that it answers. */
const wireText = ({ kind, http }: Message): string => {
  if (http === null) return ''
  const fields = http.headers.map((field) => field.join(': '))
  return [...(kind === 'request' ? [http.url] : []), ...fields, http.body].join('\n')
}

/** The ways in which a value may be spelt on a wire. */
const forms = (value: string): readonly string[] => [
  ...new Set([
    value,
    encodeURIComponent(value),
    new URLSearchParams({ '': value }).toString().slice(1),
  ]),
]

const position = (text: string, spellings: readonly string[]): number => {
  const found = spellings.map((form) => text.indexOf(form)).filter((index) => index !== -1)
  return found.length === 0 ? -1 : Math.min(...found)
}

/** Every value that is a secret by where it stands, in order of discovery. */
const candidates = (messages: readonly Message[]): ReadonlyMap<string, SecretKind> => {
  const found = new Map<string, SecretKind>()
  const note = (value: string, kind: SecretKind): void => {
    const known = found.get(value)
    const wanted = kind === 'password' ? value !== '' : value.length >= 8
    const isNew = wanted && known === undefined && found.size < mostFollowed
    if (isNew && !redacted.test(value)) found.set(value, kind)
  }
  for (const message of messages) {
    for (const { name, value } of inspect(message)?.parameters ?? []) {
      const kind = byParameter[name.split('.').at(-1) ?? name]
      if (kind !== undefined) note(value, kind)
    }
    for (const change of message.changes) {
      const kind = byTable[tableName(change)]
      if (kind !== undefined) note(change.key, kind)
      else if (isJar(change) && change.key.includes('sso')) noteCookie(change.after, note)
    }
    const everything = `${wireText(message)}\n${JSON.stringify(message.changes)}`
    for (const [token] of everything.matchAll(tokenPattern)) note(token, 'jwt')
  }
  return found
}

const noteCookie = (after: Json, note: (value: string, kind: SecretKind) => void): void => {
  const value = memberOf(after, 'value')
  if (typeof value === 'string') note(value, 'sso-session')
}

/** A time in a remembered thing, in ms: its `expiresAt` (or the like), a number or an ISO string. */
const expiryIn = (value: Json): number | null => {
  if (!isJsonObject(value)) return null
  const entry = Object.entries(value).find(([key]) => /^expir/i.test(key))?.[1]
  if (typeof entry === 'number') return entry > 1e11 ? entry : entry * 1000
  const time = typeof entry === 'string' ? Date.parse(entry) : Number.NaN
  return Number.isNaN(time) ? null : time
}

const spent = (value: Json): boolean =>
  ['used', 'revoked', 'ended', 'usedAt', 'revokedAt'].some((name) => Boolean(memberOf(value, name)))

/** Whether a change is about this secret itself: its entry at whoever issued it. */
const concerns = (change: Change, value: string, kind: SecretKind): boolean => {
  if (isJar(change)) return false
  if (change.key === value) return true
  const passing = kind === 'state' || kind === 'verifier'
  return passing && JSON.stringify([change.before, change.after]).includes(value)
}

const turnsOf = (messages: readonly Message[], value: string, kind: SecretKind): Turn[] => {
  if (kind === 'jwt') {
    const { iat, exp } = decodeToken(value)?.claims ?? {}
    const at = typeof iat === 'number' ? iat * 1000 : 0
    return [{ from: 0, at, alive: true, expiresAt: typeof exp === 'number' ? exp * 1000 : null }]
  }
  return messages.flatMap((message) =>
    message.changes
      .filter((change) => concerns(change, value, kind))
      .map((change) => ({
        from: message.n,
        at: Date.parse(message.at),
        alive: change.op === 'set' && !spent(change.after),
        expiresAt: expiryIn(change.after),
      })),
  )
}

/** A verifier that nobody's memory shows is spent with the one request that carries it (RFC 7636). */
const onceOnly = (carriedBy: readonly number[]): Turn[] =>
  carriedBy.slice(0, 1).map((n) => ({ from: n + 1, at: 0, alive: false, expiresAt: null }))

/** Finds and names the secrets of a trace, in order of first appearance. */
export const secretsOf = (messages: readonly Message[]): readonly Secret[] => {
  const texts = messages.map((message) => {
    const wire = wireText(message)
    const short = (inspect(message)?.parameters ?? []).map(({ value }) => value)
    return { n: message.n, wire, short, memory: JSON.stringify(message.changes) }
  })
  const places = [...candidates(messages)].map(([value, kind]) => {
    const isLong = value.length >= searchable
    const spellings = forms(value)
    const onWire = texts
      .map(({ n, wire, short }) => ({
        n,
        at: isLong ? position(wire, spellings) : short.indexOf(value),
      }))
      .filter(({ at }) => at !== -1)
    const remembered = texts.find(({ memory }) => isLong && memory.includes(value))
    const first = onWire[0] ?? { n: Number.POSITIVE_INFINITY, at: 0 }
    const bornAt = Math.min(first.n, remembered?.n ?? Number.POSITIVE_INFINITY)
    const at = first.n === bornAt ? first.at : Number.POSITIVE_INFINITY
    return { value, kind, bornAt, at, carriedBy: onWire.map(({ n }) => n) }
  })
  const counts = new Map<SecretKind, number>()
  return places
    .toSorted((a, b) => a.bornAt - b.bornAt || a.at - b.at)
    .map(({ value, kind, bornAt, carriedBy }) => {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      const name = `${shortNames[kind]}-${count}`
      const turns = turnsOf(messages, value, kind)
      const spends = kind === 'verifier' && turns.length === 0
      return { name, kind, value, bornAt, carriedBy, turns: spends ? onceOnly(carriedBy) : turns }
    })
}

const endings: Readonly<Partial<Record<SecretKind, Fate>>> = {
  code: 'used',
  state: 'used',
  verifier: 'used',
}

/** What has become of a secret after the first `k` messages, at `now` ms on the protocol clock. */
export const fateAt = (secret: Secret, k: number, now: number): Fate => {
  if (secret.bornAt > k) return 'unborn'
  const turn = secret.turns.findLast(({ from }) => from <= k)
  if (turn === undefined) return 'alive'
  const life = secret.turns.findLast(({ from, alive }) => alive && from <= k)
  const end = turn.alive ? now : turn.at
  if (life?.expiresAt != null && life.expiresAt <= end) return 'expired'
  return turn.alive ? 'alive' : (endings[secret.kind] ?? 'ended')
}
