import type { Participant } from '../model/participant.ts'
import type { Message } from '../model/trace.ts'
import { isOwnTable } from './memory.ts'
import { fateAt, type Fate, type Secret } from './secrets.ts'

/** A stretch in which somebody has a secret in memory. */
export interface JourneySpan {
  readonly holder: Participant
  /** The memory it lies in: `Browser.jar`, `Store.appSessions`. */
  readonly where: string
  /** Number of the message that put it there. */
  readonly from: number
  /** Number of the message that took it away; null while it lies there. */
  readonly until: number | null
}

/** Somebody who has seen a secret pass, and at which message first. */
export interface Sight {
  readonly who: Participant
  readonly n: number
}

/** The whole life of a secret in a trace. */
export interface Journey {
  readonly secret: Secret
  readonly spans: readonly JourneySpan[]
  /** Everybody who sent or got a message that carries it, or held it, in order of the first time. */
  readonly seenBy: readonly Sight[]
  /** The message at which it died, and how; null while it lives. */
  readonly death: { readonly n: number; readonly fate: Fate } | null
}

const ownerOf = (where: string): Participant => where.split('.', 1)[0] as Participant

/** A change as text, made once for all secrets that are looked for in it. */
interface Written {
  readonly n: number
  readonly where: string
  readonly place: string
  readonly text: string
}

const writtenIn = (messages: readonly Message[]): readonly Written[] =>
  messages.flatMap(({ n, changes }) =>
    changes.map(({ where, key, op, after }) => ({
      n,
      where,
      place: `${where}\n${key}`,
      text: op === 'set' ? `${key}\n${JSON.stringify(after)}` : '',
    })),
  )

const spansOf = ({ value }: Secret, written: readonly Written[]): readonly JourneySpan[] => {
  const open = new Map<string, JourneySpan>()
  const closed: JourneySpan[] = []
  for (const { n, where, place, text } of written) {
    const holds = text.includes(value)
    const former = open.get(place)
    if (former !== undefined && !holds) {
      closed.push({ ...former, until: n })
      open.delete(place)
    }
    if (former === undefined && holds)
      open.set(place, { holder: ownerOf(where), where, from: n, until: null })
  }
  return [...closed, ...open.values()].toSorted((a, b) => a.from - b.from)
}

const sightsOf = (
  { carriedBy }: Secret,
  spans: readonly JourneySpan[],
  messages: readonly Message[],
): readonly Sight[] => {
  const first = new Map<Participant, number>()
  const saw = (who: Participant, n: number): void => {
    if (n < (first.get(who) ?? Number.POSITIVE_INFINITY)) first.set(who, n)
  }
  for (const n of carriedBy) {
    const message = messages[n - 1]
    if (message === undefined) continue
    saw(message.from, n)
    saw(message.to, n)
  }
  for (const { holder, from } of spans) saw(holder, from)
  return [...first].map(([who, n]) => ({ who, n })).toSorted((a, b) => a.n - b.n)
}

const isDead = (fate: Fate): boolean => fate !== 'alive' && fate !== 'unborn'

const deathOf = (secret: Secret, messages: readonly Message[]): Journey['death'] => {
  const fates = messages.map(({ n, at }) => ({ n, fate: fateAt(secret, n, Date.parse(at)) }))
  if (!isDead(fates.at(-1)?.fate ?? 'unborn')) return null
  const lived = fates.findLastIndex(({ fate }) => !isDead(fate))
  return fates[lived + 1] ?? null
}

/** The lives of secrets, by name: where each lay and how long, who saw it, and its end. */
export const journeysOf = (
  secrets: readonly Secret[],
  messages: readonly Message[],
): ReadonlyMap<string, Journey> => {
  const written = writtenIn(messages)
  return new Map(
    secrets.map((secret) => {
      const spans = spansOf(secret, written)
      const seenBy = sightsOf(secret, spans, messages)
      return [secret.name, { secret, spans, seenBy, death: deathOf(secret, messages) }]
    }),
  )
}

/** Whether it lies there after the first `k` messages. */
const isOpenAt = ({ from, until }: JourneySpan, k: number): boolean =>
  from <= k && (until === null || until > k)

/** Who has the secret in memory after the first `k` messages, in order of getting it. */
export const handsAt = ({ spans }: Journey, k: number): readonly Participant[] => [
  ...new Set(spans.filter((span) => isOpenAt(span, k)).map(({ holder }) => holder)),
]

/**
 * Whether a secret is stolen after the first `k` messages: the Hacker has it, and got it not from
 * those who made it but from the hand of a user agent (which may have lost it since).
 */
export const isStolenAt = (journey: Journey, k: number): boolean => {
  const theft = journey.spans.find((span) => span.holder === 'Hacker' && isOpenAt(span, k))
  if (theft === undefined) return false
  return journey.spans.some(
    ({ holder, where, from }) => holder !== 'Hacker' && isOwnTable(where) && from < theft.from,
  )
}
