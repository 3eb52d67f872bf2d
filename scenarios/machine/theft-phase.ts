import type { StolenCredential } from '../model/credential.ts'
import type { Phase } from '../model/participant.ts'

const phases: Readonly<Record<StolenCredential, Phase>> = {
  'refresh-token': 'stolen-refresh-token',
  'session-id': 'stolen-session-id',
  jwt: 'stolen-jwt',
  'sso-session': 'attack',
}

/** The chapter of a theft, by what was stolen. */
export const theftPhase = (credential: StolenCredential): Phase => phases[credential]
