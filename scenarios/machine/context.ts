import type { ExpiringCredential, StolenCredential } from '../model/credential.ts'
import type { ApplicationName } from '../model/participant.ts'
import type { AttackResult } from './effect.ts'
import type { ExpectedState, ExpiryRules } from './expected-state.ts'

/** What decides how a workflow goes. */
export interface LabInput extends ExpiryRules {
  /** Protocol time at the beginning, milliseconds since 1970. */
  readonly start: number
}

/** What the machine remembers: what it expects to be alive, and where an attack stands. */
export interface LabContext extends LabInput {
  readonly expected: ExpectedState
  readonly stolen: StolenCredential | null
  /** Whether the Hacker shows what was stolen, and no key of an earlier visit. */
  readonly isFirstVisit: boolean
  /** Whether the Hacker was let in who came at the same time as the user; null while that is open. */
  readonly race: boolean | null
  /** Where an attack left the user with each application; null while one goes on, or before. */
  readonly pages: AttackResult['pages'] | null
  /** Where the form that is shown asks for the password anew, of a user who is inside. */
  readonly reauthenticating: readonly ApplicationName[]
  /** What can run out here at all. */
  readonly expiring: readonly ExpiringCredential[]
  /** What can be stolen here at all. */
  readonly stealable: readonly StolenCredential[]
}

/** When something of the user's is over; 0 when there is none. */
export const deadline = (
  { expected: state }: Pick<LabContext, 'expected'>,
  what: ExpiringCredential,
): number => {
  const { Store } = state.applications
  switch (what) {
    case 'session':
      return Store.session
    case 'jwt':
      return Store.jwt
    case 'refresh-token':
      return Store.refreshToken
    case 'sso-session':
      return state.ssoSession
  }
}
