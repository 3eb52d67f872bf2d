/**
 * What FusionAuth's public documentation says about refresh tokens and single sign-on, as small as
 * it can be said: no values, no HTTP, no signatures. A family is the line of refresh tokens that one
 * login began; its generations are the values that rotation gave it, counted from 0.
 */

/** A tenant's rules for refresh tokens and for single sign-on. */
export interface Policy {
  readonly usage: 'Reusable' | 'OneTimeUse'
  readonly expiration: 'Fixed' | 'SlidingWindow' | 'SlidingWindowWithMaximumLifetime'
  /** Seconds in which a value that was replaced still does. */
  readonly grace: number
  readonly revokesOnReuse: boolean
  /** Seconds. */
  readonly lifetime: number
  /** Seconds; counts for `SlidingWindowWithMaximumLifetime` only. */
  readonly maximum: number
  /** Seconds of inactivity after which single sign-on ends. */
  readonly session: number
}

interface Family {
  readonly born: number
  /** When the user last typed a password. */
  readonly authenticated: number
  start: number
  /** When each generation but the last was replaced. */
  readonly replaced: number[]
  ended: boolean
}

interface Session {
  readonly authenticated: number
  start: number
}

export interface LoginRequest {
  readonly browser: string
  readonly remember: boolean
  readonly prompt: '' | 'login' | 'none'
}

/** What a browser sees of a login, and when its user last typed a password. */
export type LoginResult =
  | { readonly seen: 'refused' }
  | { readonly seen: 'form' | 'straight on'; readonly authenticated: number }

/** A refresh: refused, or the generation that comes back. */
export type RefreshResult = number | 'refused'

/** The reference; time is seconds from its beginning. */
export const createReference = (policy: Policy) => {
  let now = 0
  const families: Family[] = []
  const sessions = new Map<string, Session>()

  const isLive = ({ ended, start, born }: Family): boolean =>
    !ended &&
    now < start + policy.lifetime &&
    (policy.expiration !== 'SlidingWindowWithMaximumLifetime' || now < born + policy.maximum)

  const family = (index: number): Family => {
    const found = families[index]
    if (found === undefined) throw new Error(`no family ${index}`)
    return found
  }

  const liveSession = (browser: string): Session | undefined => {
    const session = sessions.get(browser)
    return session !== undefined && now < session.start + policy.session ? session : undefined
  }

  const begin = (authenticated: number): void => {
    families.push({ born: now, authenticated, start: now, replaced: [], ended: false })
  }

  return {
    wait: (seconds: number): void => {
      now += seconds
    },

    /** A login by the code flow with `offline_access`; it begins a family unless it is refused. */
    login: ({ browser, remember, prompt }: LoginRequest): LoginResult => {
      const session = liveSession(browser)
      if (session !== undefined && prompt !== 'login') {
        // Documented as an inactivity interval; that a use restarts it is inferred.
        session.start = now
        begin(session.authenticated)
        return { seen: 'straight on', authenticated: session.authenticated }
      }
      if (prompt === 'none') return { seen: 'refused' }
      if (remember) sessions.set(browser, { authenticated: now, start: now })
      else sessions.delete(browser)
      begin(now)
      return { seen: 'form', authenticated: now }
    },

    refresh: (index: number, generation: number): RefreshResult => {
      const found = family(index)
      if (!isLive(found)) return 'refused'
      const current = found.replaced.length
      if (generation < current) {
        if (now - (found.replaced[generation] ?? 0) < policy.grace) return current
        if (policy.revokesOnReuse) found.ended = true
        return 'refused'
      }
      if (policy.expiration !== 'Fixed') found.start = now
      if (policy.usage === 'OneTimeUse') found.replaced.push(now)
      return found.replaced.length
    },

    /** The hosted logout ends single sign-on in this browser, and no refresh token. */
    logOut: (browser: string): void => {
      sessions.delete(browser)
    },

    /** The Logout API with a refresh token: that one, or all of its owner's and the sessions too. */
    logOutByApi: (index: number, everywhere: boolean): void => {
      if (!isLive(family(index))) return
      family(index).ended = true
      if (!everywhere) return
      for (const each of families) each.ended = true
      sessions.clear()
    },

    revoke: (index: number): void => {
      family(index).ended = true
    },

    revokeAll: (): void => {
      for (const each of families) each.ended = true
      sessions.clear()
    },

    isLive: (index: number): boolean => isLive(family(index)),
    current: (index: number): number => family(index).replaced.length,
    authenticated: (index: number): number => family(index).authenticated,
    /** The live families, and how many sessions live. */
    living: () => ({
      families: families.flatMap((each, index) => (isLive(each) ? [index] : [])),
      sessions: [...sessions.keys()].filter((browser) => liveSession(browser)).length,
    }),
  }
}
