import { isAttackId } from '../model/attack-id.ts'
import type { AttackId } from '../model/attack-id.ts'
import type { Trace } from '../model/trace.ts'

/** What came of an attack, at a message that shows it. */
export interface AttackVerdict {
  readonly attack: AttackId
  readonly won: boolean
  /** Numbers of the messages that show it. */
  readonly evidence: readonly number[]
}

const prefix = 'attack.'

/**
 * What came of an attack, at a message that shows it: one of those that bring what was wanted, or the
 * last of an attack that brought nothing. Null elsewhere.
 */
export const attackVerdictAt = (
  { messages, outcome }: Pick<Trace, 'messages' | 'outcome'>,
  k: number,
): AttackVerdict | null => {
  if (messages[k - 1]?.step !== 'hacker.attack') return null
  const start = messages
    .slice(0, k)
    .findLast(({ id, step }) => step === 'hacker.attack' && isAttackId(id.slice(prefix.length)))
  const found = outcome.find(({ id }) => id === start?.id)
  const attack = found?.id.slice(prefix.length) ?? ''
  if (found === undefined || !isAttackId(attack)) return null
  const { holds: won, evidence } = found
  const isLast = messages[k]?.step !== 'hacker.attack'
  if (won ? !evidence.includes(k) : !isLast) return null
  return { attack, won, evidence: won ? evidence : [k] }
}
