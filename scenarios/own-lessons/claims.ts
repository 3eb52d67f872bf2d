import { closestMatch } from '../closest-match.ts'
import { joined } from '../i18n/issues.ts'
import type { Claim, OwnLesson } from '../model/own-lesson.ts'
import type { Trace } from '../model/trace.ts'
import type { Key } from './nested.ts'

/** A place at which a lesson says something else than what happened. */
export interface Deviation {
  readonly keys: readonly Key[]
  /** What it says, and what happened instead; English, for the command line. */
  readonly claimed: string
  readonly observed: string
  /** Number of the message that shows it; null where there is none. */
  readonly n: number | null
}

type Played = Pick<Trace, 'messages' | 'outcome'>

const near = (word: string, known: readonly string[]): string => {
  const found = closestMatch(word, known)
  return found === undefined ? '' : ` The nearest is ${JSON.stringify(found)}.`
}

const idsOf = ({ messages }: Played): readonly string[] => messages.map(({ id }) => id)

const numbered = (n: number, id: string): string => `message ${n}, ${id}`

const list = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '))

type Seen = Pick<Deviation, 'claimed' | 'observed' | 'n'> | null

const ofOutcome = (claim: Claim & { readonly kind: 'outcome' }, { outcome }: Played): Seen => {
  const { outcome: id, holds } = claim
  const claimed = `outcome ${id} ${holds ? 'holds' : 'does not hold'}`
  const found = outcome.find((one) => one.id === id)
  const known = outcome.map((one) => one.id)
  if (found === undefined)
    return {
      claimed,
      observed: `it has no such outcome, but ${list(known)}.${near(id, known)}`,
      n: null,
    }
  if (found.holds === holds) return null
  const numbers = found.evidence.map(String).join(', ')
  return {
    claimed,
    observed: `it ${found.holds ? 'holds' : 'does not hold'}${numbers === '' ? '' : ` (messages ${numbers})`}.`,
    n: found.evidence[0] ?? null,
  }
}

/** What is said of a message: it takes one that was sent. */
const ofMessage = (claim: Exclude<Claim, { readonly kind: 'outcome' }>, played: Played): Seen => {
  const message = played.messages.find(({ id }) => id === claim.message)
  const notSent = `it is not sent.${near(claim.message, idsOf(played))}`
  switch (claim.kind) {
    case 'message': {
      if ((message !== undefined) === claim.sent) return null
      const claimed = `${claim.message} is ${claim.sent ? 'sent' : 'not sent'}`
      return message === undefined
        ? { claimed, observed: notSent, n: null }
        : { claimed, observed: `it is: ${numbered(message.n, message.id)}.`, n: message.n }
    }
    case 'status': {
      const claimed = `${claim.message} has status ${claim.status}`
      if (message === undefined) return { claimed, observed: notSent, n: null }
      const status = message.http?.status ?? null
      if (status === claim.status) return null
      return {
        claimed,
        observed: status === null ? 'it is no answer.' : `it has status ${status}.`,
        n: message.n,
      }
    }
    case 'cookie': {
      const { cookie, sent } = claim
      const claimed = `${claim.message} ${sent ? 'carries' : 'does not carry'} the cookie ${cookie}`
      if (message === undefined) return { claimed, observed: notSent, n: null }
      const carried = message.cookies.filter((one) => one.sent).map(({ name }) => name)
      if (carried.includes(cookie) === sent) return null
      return { claimed, observed: `it carries ${list(carried)}.`, n: message.n }
    }
  }
}

/** Messages that a lesson names to tell or to ask something there, and that are never sent. */
const unsent = ({ sentences = [], questions = [] }: OwnLesson, played: Played): Deviation[] => {
  const ids = idsOf(played)
  const named: readonly (readonly [readonly Key[], string | undefined])[] = [
    ...sentences.map(({ message }, at) => [['sentences', at, 'message'], message] as const),
    ...questions.map(({ before }, at) => [['questions', at, 'before'], before] as const),
  ]
  return named.flatMap(([keys, id]) =>
    id === undefined || ids.includes(id)
      ? []
      : [{ keys, claimed: `${id} is sent`, observed: `it is not sent.${near(id, ids)}`, n: null }],
  )
}

/** Where a lesson and what happened differ, in order of the messages that show it. */
export const deviationsOf = (lesson: OwnLesson, played: Played): readonly Deviation[] => {
  const ofClaims = (lesson.claims ?? []).flatMap((claim, at): Deviation[] => {
    const seen = claim.kind === 'outcome' ? ofOutcome(claim, played) : ofMessage(claim, played)
    return seen === null ? [] : [{ keys: ['claims', at], ...seen }]
  })
  return [...ofClaims, ...unsent(lesson, played)].toSorted(
    (one, other) => (one.n ?? Infinity) - (other.n ?? Infinity),
  )
}

/** A deviation as a line: `claims[2]: the lesson says that …, but …`. */
export const deviationLine = ({ keys, claimed, observed, n }: Deviation): string =>
  `${joined(keys)}${n === null ? '' : ` (message ${n})`}: the lesson says that ${claimed}, but ${observed}`
