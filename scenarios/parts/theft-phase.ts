import type { Loot, Phase } from '../vocabulary.ts'

const phases: Readonly<Record<Loot, Phase>> = {
  'refresh-token': 'stolen-refresh-token',
  'session-id': 'stolen-session-id',
  jwt: 'stolen-jwt',
  'sso-session': 'attack',
}

/** The chapter of a theft, by what was stolen. */
export const theftPhase = (loot: Loot): Phase => phases[loot]
