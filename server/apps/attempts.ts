import { randomText } from '../../scenarios/engine/random.ts'
import type { Json } from '../../scenarios/vocabulary.ts'
import type { ApplicationPorts, ApplicationSettings } from './settings.ts'

/** What the user proves anew for who they are. */
export type Purpose = 'order'

/** An errand under way. */
export interface Attempt {
  /** Absent for a plain login or logout. */
  readonly purpose?: Purpose
  /** What must come back from FusionAuth; absent where that is switched off. */
  readonly state?: string
  /** The browser that was sent; its cookie says the same. */
  readonly browser: string
  readonly expiresAt: number
}

/** A logout under way (OpenID Connect RP-Initiated Logout §3). */
export interface LogoutAttempt extends Attempt {
  readonly state: string
}

/** A login under way: what must come back with the code (RFC 9700 §2.1, §4.7), as far as asked. */
export interface LoginAttempt extends Attempt {
  readonly nonce?: string
  readonly verifier?: string
}

/**
 * Errands that browsers were sent on to FusionAuth; each ends once, in the browser that began it. A
 * browser may be on several, one in each tab.
 */
export interface Errands<T extends Attempt> {
  /** `brought` is the mark of a browser that is under way already. */
  begin(brought: string | undefined, purpose?: Purpose): T
  /**
   * Takes an attempt out; null when this browser has none under way of that state. Where no state is
   * sent, the browser's latest one.
   */
  take(browser: string | undefined, state: string | null): T | null
  isUnderWay(browser: string | undefined): boolean
}

export interface Attempts {
  readonly logins: Errands<LoginAttempt>
  readonly logouts: Errands<LogoutAttempt>
}

/** An errand may take this long, in milliseconds. */
const attemptLifetime = 10 * 60_000

const shown = ({ expiresAt, ...attempt }: Attempt): Json => ({
  ...attempt,
  expiresAt: new Date(expiresAt).toISOString(),
})

export const createAttempts = (
  settings: ApplicationSettings,
  { clock, random, journal }: ApplicationPorts,
): Attempts => {
  const { defences } = settings

  const errands = <T extends Attempt>(
    table: string,
    bears: boolean,
    make: (base: LogoutAttempt) => T,
  ): Errands<T> => {
    const attempts = new Map<string, T>()
    const where = `${settings.name}.${table}`

    const remove = (key: string, attempt: T): void => {
      attempts.delete(key)
      journal.changed(where, 'delete', key, shown(attempt), null)
    }

    const sweep = (): void => {
      for (const [key, attempt] of attempts)
        if (attempt.expiresAt <= clock.now()) remove(key, attempt)
    }

    const keyOf = (browser: string | undefined, state: string | null): string | null =>
      bears ? state : ([...attempts].findLast(([, one]) => one.browser === browser)?.[0] ?? null)

    const isUnderWay = (browser: string | undefined): boolean => {
      sweep()
      return [...attempts.values()].some((attempt) => attempt.browser === browser)
    }

    return {
      begin: (brought, purpose) => {
        const known = brought !== undefined && isUnderWay(brought)
        const browser = known ? brought : randomText(random, 20)
        const state = randomText(random, 20)
        const base = { browser, state, expiresAt: clock.now() + attemptLifetime }
        const attempt = make(purpose === undefined ? base : { ...base, purpose })
        sweep()
        attempts.set(state, attempt)
        journal.changed(where, 'set', state, null, shown(attempt))
        return attempt
      },
      take: (browser, state) => {
        sweep()
        const key = keyOf(browser, state)
        const attempt = key === null ? undefined : attempts.get(key)
        if (key === null || attempt === undefined || attempt.browser !== browser) return null
        remove(key, attempt)
        return attempt
      },
      isUnderWay,
    }
  }

  return {
    logins: errands('loginAttempts', defences.state, ({ state, ...base }): LoginAttempt => ({
      ...base,
      ...(defences.state ? { state } : {}),
      ...(defences.nonce ? { nonce: randomText(random, 20) } : {}),
      ...(defences.pkce ? { verifier: randomText(random, 32) } : {}),
    })),
    logouts: errands('logoutAttempts', true, (base) => base),
  }
}
