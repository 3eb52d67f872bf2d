import type { AgentName, Participant } from '../model/participant.ts'
import type { Message } from '../model/trace.ts'
import { isOwnTable } from './memory.ts'
import type { Secret, SecretKind } from './secrets.ts'
import { memberOf } from '../model/json.ts'

/** In whose jars a secret lies: it tells the user's own from the thief's. */
export type Whose = 'user' | 'shared' | 'hacker' | 'nobody'

/** How much of a secret's life is left. */
export interface LifetimeAt {
  readonly secret: Secret
  /** Who keeps it on a server, and decides that it is over. */
  readonly keeper: Participant
  /** The application that it opens; the keeper itself where nothing says otherwise. */
  readonly opens: Participant
  readonly whose: Whose
  readonly holders: readonly AgentName[]
  /** Protocol time at which it is over by itself, or was; ms. */
  readonly endsAt: number
  /** Milliseconds on the protocol clock; 0 when it is over. */
  readonly left: number
  /** What is left as a share of the whole, 0 to 1. */
  readonly share: number
}

const timed: readonly SecretKind[] = ['session-id', 'jwt', 'refresh-token', 'sso-session']
const order: readonly Whose[] = ['user', 'shared', 'hacker', 'nobody']
const places: readonly Participant[] = ['Store', 'Forums', 'FusionAuth']

interface StoredFact {
  readonly keeper: Participant
  readonly opens: Participant
}

/** A JWT is kept by nobody: whoever is shown it reads its end, the first application foremost. */
const judgedBy = ({ carriedBy }: Secret, messages: readonly Message[]): StoredFact | null => {
  const judge = carriedBy
    .flatMap((n) => messages[n - 1] ?? [])
    .filter(({ from }) => !places.includes(from))
    .find(({ to }) => to === 'Store' || to === 'Forums')?.to
  return judge === undefined ? null : { keeper: judge, opens: judge }
}

/** Who wrote a secret into a table of its own, and for which application. */
const keptBy = (secret: Secret, messages: readonly Message[]): StoredFact | null => {
  const { value } = secret
  if (secret.kind === 'jwt') return judgedBy(secret, messages)
  for (const { changes } of messages) {
    const change = changes.find(({ where, key }) => key === value && !isOwnTable(where))
    if (change === undefined) continue
    const keeper = change.where.split('.', 1)[0] as Participant
    const named = memberOf(change.after, 'application')
    const opens = places.find((place) => typeof named === 'string' && named.endsWith(place))
    return { keeper, opens: opens ?? keeper }
  }
  return null
}

/** The agents with whom a value lies after these messages: in a cookie, or put by. */
const holdersOf = (value: string, messages: readonly Message[]): readonly AgentName[] => {
  const cookies = new Map<string, AgentName>()
  for (const { changes } of messages) {
    for (const { where, op, key, after } of changes) {
      if (!isOwnTable(where)) continue
      const [owner] = where.split('.')
      const place = `${where} ${key}`
      const holds = after === value || memberOf(after, 'value') === value
      if (op === 'set' && holds) cookies.set(place, owner as AgentName)
      else cookies.delete(place)
    }
  }
  return [...new Set(cookies.values())]
}

const whoseOf = (holders: readonly AgentName[]): Whose => {
  if (holders.length === 0) return 'nobody'
  if (!holders.includes('Hacker')) return 'user'
  return holders.length === 1 ? 'hacker' : 'shared'
}

/**
 * The sessions, refresh tokens and single sign-on sessions that matter after the first `k` messages,
 * with the time they have left at `now` (ms on the protocol clock): the living ones, and dead ones of
 * which somebody still holds a copy. The user's own come first. Those that nobody gave an end are
 * left out.
 */
export const lifetimesAt = (
  secrets: readonly Secret[],
  messages: readonly Message[],
  k: number,
  now: number,
): readonly LifetimeAt[] => {
  const past = messages.slice(0, k)
  return secrets
    .filter(({ kind, bornAt }) => timed.includes(kind) && bornAt <= k)
    .flatMap((secret): LifetimeAt[] => {
      const turn = secret.turns.findLast(({ from, alive }) => alive && from <= k)
      const kept = keptBy(secret, past)
      if (turn?.expiresAt == null || kept === null) return []
      const isOver = secret.turns.findLast(({ from }) => from <= k)?.alive === false
      const left = isOver ? 0 : Math.max(0, turn.expiresAt - now)
      const holders = holdersOf(secret.value, past)
      // Of a JWT that no user agent holds nobody can make use.
      if ((left === 0 || secret.kind === 'jwt') && holders.length === 0) return []
      const share = Math.min(1, left / Math.max(1, turn.expiresAt - turn.at))
      const endsAt = turn.expiresAt
      return [{ secret, ...kept, whose: whoseOf(holders), holders, endsAt, left, share }]
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.whose) - order.indexOf(b.whose) ||
        places.indexOf(a.opens) - places.indexOf(b.opens) ||
        timed.indexOf(a.secret.kind) - timed.indexOf(b.secret.kind),
    )
}

/** A lifetime as it will be when the clock shows `then`, if nothing else happens. */
export const lifetimeThen = (lifetime: LifetimeAt, then: number, now: number): LifetimeAt => {
  const { left, share } = lifetime
  if (left === 0) return lifetime
  const after = Math.max(0, left - (then - now))
  return { ...lifetime, left: after, share: (share * after) / left }
}
