import type { Phase } from '../model/participant.ts'
import type { Message, Outcome, Trace } from '../model/trace.ts'
import { secretsOf, type Secret } from '../projections/secrets.ts'

/** One theft of a trace, and what came of it. */
export interface Theft {
  /** Number of the message in which it happens. */
  readonly n: number
  readonly phase: Phase
  /** What was stolen; empty when it is no secret that we know. */
  readonly credentials: readonly Secret[]
  /** Milliseconds that the longest-lived of it still had on the protocol clock; null when nobody gave it an end. */
  readonly left: number | null
  /** The Hacker used it. */
  readonly tried: boolean
  /** Numbers of the messages that bring the Hacker what belongs to the victim. */
  readonly seen: readonly number[]
  /** Secrets that the Hacker is given besides, with the messages that bring them. */
  readonly gained: readonly { readonly secret: Secret; readonly n: number }[]
}

const seeing = (outcome: readonly Outcome[]): ReadonlySet<number> =>
  new Set(
    outcome
      .filter(({ id, holds }) => id.startsWith('hacker-sees-') && holds)
      .flatMap(({ evidence }) => evidence),
  )

/** The secrets that a message puts into the Hacker's hands. */
const taken = (message: Message, secrets: readonly Secret[]): readonly Secret[] => {
  const put = message.changes
    .filter(({ where, op }) => where.startsWith('Hacker.') && op === 'set')
    .map(({ after }) => JSON.stringify(after))
  return secrets.filter(({ value }) =>
    put.some((text) => text.includes(JSON.stringify(value).slice(1, -1))),
  )
}

const isTheft = ({ step, from, kind }: Message): boolean =>
  step === 'hacker.steal' && from === 'Hacker' && kind === 'self'

const timeLeft = (credentials: readonly Secret[], { n, at }: Message): number | null => {
  const ends = credentials.flatMap(({ turns }) => {
    const turn = turns.findLast(({ from, alive }) => alive && from <= n)
    return turn?.expiresAt == null ? [] : [turn.expiresAt]
  })
  return ends.length === 0 ? null : Math.max(0, Math.max(...ends) - Date.parse(at))
}

/** The thefts of a trace, in order, each with what the Hacker did with what was stolen before the next. */
export const theftsOf = ({
  messages,
  outcome,
}: Pick<Trace, 'messages' | 'outcome'>): readonly Theft[] => {
  const secrets = secretsOf(messages)
  const seen = seeing(outcome)
  const starts = messages.flatMap((message, index) => (isTheft(message) ? [index] : []))
  return starts.flatMap((start, index) => {
    const theft = messages[start]
    if (theft === undefined) return []
    const rest = messages.slice(start + 1, starts[index + 1] ?? messages.length)
    const answers = rest.filter(({ to, kind }) => to === 'Hacker' && kind === 'response')
    const credentials = taken(theft, secrets)
    return [
      {
        n: theft.n,
        phase: theft.phase,
        credentials,
        left: timeLeft(credentials, theft),
        tried: rest.some(({ from, http }) => from === 'Hacker' && http !== null),
        seen: answers.filter(({ n }) => seen.has(n)).map(({ n }) => n),
        gained: answers.flatMap((answer) =>
          taken(answer, secrets)
            .filter((secret) => !credentials.includes(secret))
            .map((secret) => ({ secret, n: answer.n })),
        ),
      },
    ]
  })
}
