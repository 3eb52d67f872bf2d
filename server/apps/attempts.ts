import { randomText } from '../../scenarios/engine/random.ts'
import type { Json } from '../../scenarios/vocabulary.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** A logout under way: what must come back from FusionAuth (RP-Initiated Logout §3). */
export interface LogoutAttempt {
  readonly state: string
  /** The browser that was sent; its cookie says the same. */
  readonly browser: string
  readonly expiresAt: number
}

/** A login under way: what must come back with the code (RFC 9700 §2.1, §4.7). */
export interface LoginAttempt extends LogoutAttempt {
  readonly nonce: string
  readonly verifier: string
}

/**
 * Errands that browsers were sent on to FusionAuth; each ends once, in the browser that began it. A
 * browser may be on several, one in each tab.
 */
export interface Errands<T extends LogoutAttempt> {
  /** `brought` is the mark of a browser that is under way already. */
  begin(brought: string | undefined): T
  /** Takes an attempt out; null when this browser has none under way of that state. */
  take(browser: string | undefined, state: string | null): T | null
  isUnderWay(browser: string | undefined): boolean
}

export interface Attempts {
  readonly logins: Errands<LoginAttempt>
  readonly logouts: Errands<LogoutAttempt>
}

/** An errand may take this long, in milliseconds. */
const attemptLifetime = 10 * 60_000

const shown = ({ expiresAt, ...attempt }: LogoutAttempt): Json => ({
  ...attempt,
  expiresAt: new Date(expiresAt).toISOString(),
})

export const createAttempts = (
  settings: ApplicationSettings,
  { clock, random, journal }: ApplicationPorts,
): Attempts => {
  const errands = <T extends LogoutAttempt>(
    table: string,
    make: (base: LogoutAttempt) => T,
  ): Errands<T> => {
    const attempts = new Map<string, T>()
    const where = `${settings.name}.${table}`

    const remove = (attempt: T): void => {
      attempts.delete(attempt.state)
      journal.changed(where, 'delete', attempt.state, shown(attempt), null)
    }

    const sweep = (): void => {
      for (const attempt of attempts.values()) if (attempt.expiresAt <= clock.now()) remove(attempt)
    }

    const isUnderWay = (browser: string | undefined): boolean => {
      sweep()
      return [...attempts.values()].some((attempt) => attempt.browser === browser)
    }

    return {
      begin: (brought) => {
        const known = brought !== undefined && isUnderWay(brought)
        const browser = known ? brought : randomText(random, 20)
        const state = randomText(random, 20)
        const attempt = make({ browser, state, expiresAt: clock.now() + attemptLifetime })
        sweep()
        attempts.set(state, attempt)
        journal.changed(where, 'set', state, null, shown(attempt))
        return attempt
      },
      take: (browser, state) => {
        sweep()
        const attempt = state === null ? undefined : attempts.get(state)
        if (attempt === undefined || attempt.browser !== browser) return null
        remove(attempt)
        return attempt
      },
      isUnderWay,
    }
  }

  return {
    logins: errands('loginAttempts', (base) => ({
      ...base,
      nonce: randomText(random, 20),
      verifier: randomText(random, 32),
    })),
    logouts: errands('logoutAttempts', (base) => base),
  }
}
