import { isDevice } from '../model/participant.ts'
import type { Message, Outcome, Trace } from '../model/trace.ts'
import { isOwnTable, memoryAt } from '../projections/memory.ts'
import { secretsOf, type Secret, type SecretKind } from '../projections/secrets.ts'
import { carriesPassword, whoLearns, type Learned } from './password.ts'
import { theftsOf, type Theft } from './theft.ts'

/** A kind of secret, and the messages that show it. */
export interface WorkflowKind {
  readonly kind: SecretKind
  readonly evidence: readonly number[]
}

/** What a workflow comes to, each point with the messages that prove it. */
export interface BottomLine {
  readonly messages: number
  readonly password: readonly Learned[]
  /** Messages in which the user's password leaves the user's own device. */
  readonly typed: readonly number[]
  /** What the user's device keeps at the end, whatever has become of it. */
  readonly holds: readonly WorkflowKind[]
  /** What passes through the user's device at some time. */
  readonly passes: readonly WorkflowKind[]
  /** null when no second application was opened. */
  readonly singleSignOn: Outcome | null
  readonly thefts: readonly Theft[]
}

/** What a stretch of messages comes to. */
export interface Summary {
  readonly messages: number
  readonly password: readonly Learned[]
  /** What the user's device keeps after the last of them. */
  readonly holds: readonly WorkflowKind[]
  /** null outside of thefts. */
  readonly thefts: readonly Theft[]
  /** null when they do not settle it. */
  readonly singleSignOn: Outcome | null
}

const grouped = (
  found: readonly (readonly [Secret, readonly number[]])[],
): readonly WorkflowKind[] => {
  const kinds = new Map<SecretKind, Set<number>>()
  for (const [{ kind }, numbers] of found)
    kinds.set(kind, new Set([...(kinds.get(kind) ?? []), ...numbers]))
  return [...kinds].map(([kind, numbers]) => ({
    kind,
    evidence: [...numbers].toSorted((a, b) => a - b),
  }))
}

const heldAt = (
  messages: readonly Message[],
  secrets: readonly Secret[],
  k: number,
): readonly WorkflowKind[] => {
  const entries = memoryAt(messages, k)
    .filter(({ owner, where }) => isDevice(owner) && isOwnTable(where))
    .flatMap((table) => table.entries)
  return grouped(
    entries.flatMap(({ value, changedBy }) => {
      const text = JSON.stringify(value)
      return secrets
        .filter((secret) => text.includes(secret.value))
        .map((secret) => [secret, [changedBy]] as const)
    }),
  )
}

const passing = (
  messages: readonly Message[],
  secrets: readonly Secret[],
): readonly WorkflowKind[] => {
  const theirs = new Set(
    messages.filter(({ from, to }) => isDevice(from) || isDevice(to)).map(({ n }) => n),
  )
  return grouped(
    secrets
      .map((secret) => [secret, secret.carriedBy.filter((n) => theirs.has(n))] as const)
      .filter(([, numbers]) => numbers.length > 0),
  )
}

const singleSignOn = ({ outcome }: Pick<Trace, 'outcome'>): Outcome | null =>
  outcome.find(({ id }) => id === 'single-sign-on') ?? null

type ComparedTrace = Pick<Trace, 'messages' | 'outcome'>

/** What a whole trace comes to. */
export const bottomLineOf = (trace: ComparedTrace): BottomLine => {
  const { messages } = trace
  const secrets = secretsOf(messages)
  return {
    messages: messages.length,
    password: whoLearns(messages),
    typed: messages
      .filter((message) => isDevice(message.from) && carriesPassword(message))
      .map(({ n }) => n),
    holds: heldAt(messages, secrets, messages.length),
    passes: passing(messages, secrets),
    singleSignOn: singleSignOn(trace),
    thefts: theftsOf(trace),
  }
}

/** Makes summaries of stretches of a trace. */
export const summarizer = (trace: ComparedTrace): ((part: readonly Message[]) => Summary) => {
  const secrets = secretsOf(trace.messages)
  const thefts = theftsOf(trace)
  const sso = singleSignOn(trace)
  return (part) => {
    const numbers = new Set(part.map(({ n }) => n))
    const settles = sso?.evidence.some((n) => numbers.has(n)) === true
    return {
      messages: part.length,
      password: whoLearns(part),
      holds: heldAt(trace.messages, secrets, part.at(-1)?.n ?? 0),
      thefts: thefts.filter(({ n }) => numbers.has(n)),
      singleSignOn: settles ? sso : null,
    }
  }
}
