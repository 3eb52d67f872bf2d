import { attackIds, isAttackId } from '../../scenarios/model/attack-id.ts'
import { closestMatch } from '../../scenarios/closest-match.ts'
import type { AttackId } from '../../scenarios/model/attack-id.ts'

const prefix = 'attack-'

/** The attack that a lesson plays; null for any other lesson. */
export const attackOf = (lesson: string): AttackId | null => {
  const name = lesson.startsWith(prefix) ? lesson.slice(prefix.length) : ''
  return isAttackId(name) ? name : null
}

/** The lesson of an attack that a mistyped one most likely meant; none when it named no attack. */
export const attackNear = (lesson: string): readonly string[] => {
  if (!lesson.startsWith('attack')) return []
  const near = closestMatch(lesson.slice(prefix.length), attackIds)
  return near === undefined ? [] : [prefix + near]
}
