import type { ApplicationName } from '../vocabulary.ts'

/** How long things live in this world, in milliseconds. */
export const lifetimes = {
  /** An application's session: idle time after which it is gone; each use extends it. */
  session: 30 * 60_000,
  /** A refresh token, from issue: FusionAuth's default, 43,200 minutes. */
  refreshToken: 43_200 * 60_000,
  /** FusionAuth's single sign-on session: its default, 3,600 s, from its last use. */
  ssoSession: 3_600_000,
} as const

/** What the machine holds to be true of one application's login. Deadlines are protocol time. */
export interface ApplicationClaims {
  /** The session dies then; 0 when there is none. */
  readonly session: number
  /** The refresh token dies then; 0 when there is none. */
  readonly refreshToken: number
  /** The Browser holds cookies of an earlier login, alive or not. */
  readonly cookies: boolean
}

/**
 * The machine's own picture of what is alive, kept by its rules alone and never read from the world:
 * so that a test can compare the two.
 */
export interface Claims {
  readonly now: number
  readonly applications: Readonly<Record<ApplicationName, ApplicationClaims>>
  readonly ssoSession: number
}

const nobody: ApplicationClaims = { session: 0, refreshToken: 0, cookies: false }

export const nothingYet = (now: number): Claims => ({
  now,
  applications: { Store: nobody, Forums: nobody },
  ssoSession: 0,
})

const change = (
  claims: Claims,
  app: ApplicationName,
  part: Partial<ApplicationClaims>,
): Claims => ({
  ...claims,
  applications: { ...claims.applications, [app]: { ...claims.applications[app], ...part } },
})

export const loggedIn = (claims: Claims, app: ApplicationName, now: number): Claims =>
  change({ ...claims, now }, app, {
    session: now + lifetimes.session,
    refreshToken: now + lifetimes.refreshToken,
    cookies: true,
  })

/** FusionAuth's session begins at a login by its form and slides with each single sign-on. */
export const ssoUsed = (claims: Claims): Claims => ({
  ...claims,
  ssoSession: claims.now + lifetimes.ssoSession,
})

/**
 * The protected page came: by a living session (extended), by a refresh (new session, the token's
 * deadline stands), or by a silent single sign-on (all new).
 */
export const served = (claims: Claims, app: ApplicationName, now: number, sso: boolean): Claims => {
  const held = claims.applications[app]
  if (held.session > claims.now || held.refreshToken > claims.now)
    return change({ ...claims, now }, app, { session: now + lifetimes.session })
  const fresh = loggedIn(claims, app, now)
  return sso ? ssoUsed(fresh) : fresh
}

/** The application forgot the login: session ended, refresh token revoked, cookies taken back. */
export const loggedOut = (claims: Claims, app: ApplicationName, now: number): Claims =>
  change({ ...claims, now }, app, nobody)

export const ssoEnded = (claims: Claims): Claims => ({ ...claims, ssoSession: 0 })

/** Somebody used the user's own session at the Store, which extends it. */
export const intruded = (claims: Claims, now: number): Claims =>
  change({ ...claims, now }, 'Store', { session: now + lifetimes.session })

/** The Store's refresh token was revoked at FusionAuth. */
export const revokedToken = (claims: Claims): Claims => change(claims, 'Store', { refreshToken: 0 })
