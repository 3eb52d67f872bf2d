import { isAttackId } from '../scenarios/attacks/ids.ts'
import type { AttackId } from '../scenarios/vocabulary.ts'

const prefix = 'attack-'

/** The attack that a lesson plays; null for any other lesson. */
export const attackOf = (lesson: string): AttackId | null => {
  const name = lesson.startsWith(prefix) ? lesson.slice(prefix.length) : ''
  return isAttackId(name) ? name : null
}
