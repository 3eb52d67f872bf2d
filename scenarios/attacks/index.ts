import type { Attack, Attacks } from './attack.ts'

/** Every attack that can be played. */
export const attacks: readonly Attack[] = []

export const attacksById: Attacks = new Map(attacks.map((attack) => [attack.id, attack]))
