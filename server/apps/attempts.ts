import { randomText } from '../../scenarios/engine/random.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** A login under way: what must come back with the code (RFC 9700 §2.1, §4.7). */
export interface LoginAttempt {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly expiresAt: number
}

/** A logout under way: what must come back from FusionAuth (RP-Initiated Logout §3). */
export interface LogoutAttempt {
  readonly state: string
  readonly expiresAt: number
}

/** Errands that browsers were sent on to FusionAuth; each can be ended once. */
export interface Attempts {
  beginLogin(): { readonly id: string; readonly attempt: LoginAttempt }
  /** Takes a login attempt out: it can be used once. */
  takeLogin(id: string | undefined): LoginAttempt | null
  beginLogout(): { readonly id: string; readonly attempt: LogoutAttempt }
  takeLogout(id: string | undefined): LogoutAttempt | null
}

/** An errand may take this long, in milliseconds. */
const attemptLifetime = 10 * 60_000

export const createAttempts = (
  settings: ApplicationSettings,
  { clock, random, journal }: ApplicationPorts,
): Attempts => {
  const logins = new Map<string, LoginAttempt>()
  const logouts = new Map<string, LogoutAttempt>()

  const take = <T extends LogoutAttempt>(
    table: Map<string, T>,
    where: string,
    id: string | undefined,
  ): T | null => {
    const attempt = id === undefined ? undefined : table.get(id)
    if (id === undefined || attempt === undefined) return null
    table.delete(id)
    journal.changed(`${settings.name}.${where}`, 'delete', id, { state: attempt.state }, null)
    return attempt.expiresAt > clock.now() ? attempt : null
  }

  return {
    beginLogin: () => {
      const id = randomText(random, 20)
      const attempt = {
        state: randomText(random, 20),
        nonce: randomText(random, 20),
        verifier: randomText(random, 32),
        expiresAt: clock.now() + attemptLifetime,
      }
      logins.set(id, attempt)
      journal.changed(`${settings.name}.loginAttempts`, 'set', id, null, {
        state: attempt.state,
        nonce: attempt.nonce,
        code_verifier: attempt.verifier,
        expiresAt: new Date(attempt.expiresAt).toISOString(),
      })
      return { id, attempt }
    },
    takeLogin: (id) => take(logins, 'loginAttempts', id),
    beginLogout: () => {
      const id = randomText(random, 20)
      const attempt = { state: randomText(random, 20), expiresAt: clock.now() + attemptLifetime }
      logouts.set(id, attempt)
      journal.changed(`${settings.name}.logoutAttempts`, 'set', id, null, {
        state: attempt.state,
        expiresAt: new Date(attempt.expiresAt).toISOString(),
      })
      return { id, attempt }
    },
    takeLogout: (id) => take(logouts, 'logoutAttempts', id),
  }
}
