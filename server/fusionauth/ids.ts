import type { Account, Random } from '../../scenarios/engine/ports.ts'
import type { Profile } from '../../scenarios/model/client.ts'

/** The ids of what Login Lab sets up at FusionAuth. */
export interface Ids {
  readonly tenant: string
  readonly Store: string
  readonly Forums: string
  readonly user: string
  /** The Hacker, when the Hacker becomes a customer. */
  readonly hacker: string
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
    hacker: '6c6f6769-6e20-4c61-8200-0000000000fa',
    key: '6c6f6769-6e20-4c61-8200-0000000000ee',
  },
  hardened: {
    tenant: '6c6f6769-6e20-4c61-8200-000000000002',
    Store: '6c6f6769-6e20-4c61-8200-00000000001a',
    Forums: '6c6f6769-6e20-4c61-8200-00000000001b',
    user: '6c6f6769-6e20-4c61-8200-0000000000ba',
    hacker: '6c6f6769-6e20-4c61-8200-0000000000fa',
    key: '6c6f6769-6e20-4c61-8200-0000000000fe',
  },
}

export const idsOf = (profile: Profile): Ids => idsByProfile[profile]

/** The ids of the usual profile, FusionAuth's defaults. */
export const ids = idsByProfile.fidelity

/** How the ids of what one run alone has begin; none of the fixed ones does. */
const runPrefix = '6c6f6769-6e20-4c61-83'

/** New ids for a run that has a tenant of its own; the key that signs is the one of all runs. */
export const runIds = (random: Random): Ids => {
  const bytes = [...random.bytes(6)]
  const tail = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const id = (kind: string): string => `${runPrefix}${kind}-${tail}`
  return {
    tenant: id('01'),
    Store: id('0a'),
    Forums: id('0b'),
    user: id('aa'),
    hacker: id('fa'),
    key: ids.key,
  }
}

/** Whether a tenant may be one of a run's, by its id. */
export const isRunTenantId = (id: string): boolean =>
  id.startsWith(`${runPrefix}01-`) && /-[0-9a-f]{12}$/.test(id)

/** The one user of the lessons. A demonstration account: its password guards nothing. */
export const demoUser: Account & { readonly firstName: string; readonly lastName: string } = {
  loginId: 'ada@example.com',
  password: 'tea-for-two-1815',
  name: 'Ada Winter',
  firstName: 'Ada',
  lastName: 'Winter',
}
