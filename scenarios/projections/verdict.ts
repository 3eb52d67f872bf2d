import type { Message, Trace } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import type { Secret } from './secrets.ts'
import { protocolText } from '../i18n/label.ts'

/** Why a theft came out as it did, by what the messages show. */
export type RunVerdictReason =
  /** The stolen refresh token was traded for new tokens. */
  | 'refreshed'
  /** The stolen session id found the victim's session. */
  | 'session-found'
  /** What was stolen was taken as it is. */
  | 'accepted'
  /** FusionAuth refused what was stolen. */
  | 'refused'
  /** Nobody answered the application that asked. */
  | 'unanswered'
  /** What was stolen opens nothing any more. */
  | 'worthless'

/** What came of a theft, and why. */
export interface RunVerdict {
  /** Whether the Hacker sees what the victim saw. */
  readonly sees: boolean
  readonly reason: RunVerdictReason
  /** What was stolen. */
  readonly secret: Secret
  /** Number of the message in which it was stolen. */
  readonly stolenAt: number
  /** Numbers of the messages that decided, in their order; the answer to the Hacker is the last. */
  readonly evidence: readonly number[]
  /** The label of the answer that decided. */
  readonly label: string
}

const holdsText = (value: Json, text: string): boolean => JSON.stringify(value).includes(text)

const isTheft = ({ step, from, kind }: Message): boolean =>
  step === 'hacker.steal' && from === 'Hacker' && kind === 'self'

const outcomePrefix = 'hacker-sees-the-cart.'

/** Whether a message is the one that tells the outcome of its phase's theft; undefined if it is not. */
const outcomeAt = (message: Message, { messages, outcome }: Trace): boolean | undefined => {
  const asked = outcome.find(({ id }) => id === outcomePrefix + message.phase)
  if (asked === undefined || message.to !== 'Hacker' || message.kind !== 'response')
    return undefined
  if (asked.holds) return asked.evidence.includes(message.n) ? true : undefined
  const first = messages.find(
    ({ phase, to, kind }) => phase === message.phase && to === 'Hacker' && kind === 'response',
  )
  return first?.n === message.n ? false : undefined
}

const decide = (sees: boolean, secret: Secret, since: readonly Message[]) => {
  const asked = since.find(({ n, to }) => to === 'FusionAuth' && secret.carriedBy.includes(n))
  const told = since.find(
    ({ kind, exchange }) =>
      kind === 'response' && asked !== undefined && exchange === asked.exchange,
  )
  const opened = since.find(({ changes }) =>
    changes.some(({ where, op }) => where.endsWith('.appSessions') && op === 'set'),
  )
  if (asked !== undefined && told === undefined)
    return { reason: 'unanswered', by: [asked] } as const
  if (told !== undefined && !sees) return { reason: 'refused', by: [told] } as const
  if (told !== undefined)
    return { reason: 'refreshed', by: opened === undefined ? [told] : [told, opened] } as const
  if (!sees) return { reason: 'worthless', by: [] } as const
  const isFound = opened?.changes.some(({ key }) => key === secret.value) === true
  return isFound
    ? ({ reason: 'session-found', by: [opened] } as const)
    : ({ reason: 'accepted', by: [] } as const)
}

/**
 * What came of a theft, at the very message that shows it; null at every other message. Read from the
 * messages alone, as the outcomes of the trace are.
 */
export const verdictAt = (
  trace: Trace,
  secrets: readonly Secret[],
  cursor: number,
): RunVerdict | null => {
  const message = trace.messages[cursor - 1]
  const sees = message === undefined ? undefined : outcomeAt(message, trace)
  if (message === undefined || sees === undefined) return null
  const before = trace.messages.slice(0, cursor)
  const theft = before.findLast(isTheft)
  const secret = secrets.find(({ value }) =>
    theft?.changes.some(
      ({ where, op, after }) =>
        op === 'set' && where.startsWith('Hacker.') && holdsText(after, value),
    ),
  )
  if (theft === undefined || secret === undefined) return null
  const { reason, by } = decide(sees, secret, before.slice(theft.n))
  return {
    sees,
    reason,
    secret,
    stolenAt: theft.n,
    evidence: [theft.n, ...by.map(({ n }) => n), message.n],
    label: protocolText(by[0]?.label ?? message.label),
  }
}
