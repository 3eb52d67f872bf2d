import type { Account } from '../../scenarios/engine/ports.ts'
import type { Profile } from '../../scenarios/model/client.ts'

/** The ids of what Login Lab sets up at FusionAuth. */
export interface Ids {
  readonly tenant: string
  readonly Store: string
  readonly Forums: string
  readonly user: string
  /** The key that signs tokens at a FusionAuth which others use too. */
  readonly key: string
}

/**
 * Fixed ids, so that setting up twice changes nothing. Each profile has a tenant of its own: two runs
 * of different profiles at one FusionAuth do not turn each other's settings.
 */
const idsByProfile: Readonly<Record<Profile, Ids>> = {
  fidelity: {
    tenant: '6c6f6769-6e20-4c61-8200-000000000001',
    Store: '6c6f6769-6e20-4c61-8200-00000000000a',
    Forums: '6c6f6769-6e20-4c61-8200-00000000000b',
    user: '6c6f6769-6e20-4c61-8200-0000000000aa',
    key: '6c6f6769-6e20-4c61-8200-0000000000ee',
  },
  hardened: {
    tenant: '6c6f6769-6e20-4c61-8200-000000000002',
    Store: '6c6f6769-6e20-4c61-8200-00000000001a',
    Forums: '6c6f6769-6e20-4c61-8200-00000000001b',
    user: '6c6f6769-6e20-4c61-8200-0000000000ba',
    key: '6c6f6769-6e20-4c61-8200-0000000000fe',
  },
}

export const idsOf = (profile: Profile): Ids => idsByProfile[profile]

/** The ids of the usual profile, FusionAuth's defaults. */
export const ids = idsByProfile.fidelity

/** The one user of the lessons. A demonstration account: its password guards nothing. */
export const demoUser: Account & { readonly firstName: string; readonly lastName: string } = {
  loginId: 'ada@example.com',
  password: 'tea-for-two-1815',
  name: 'Ada Winter',
  firstName: 'Ada',
  lastName: 'Winter',
}
