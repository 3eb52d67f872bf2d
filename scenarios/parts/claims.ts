import { keepsRefreshToken, keepsSession } from '../catalogue/workflows.ts'
import type { Shape } from '../catalogue/workflow.ts'
import type { Settings } from '../defences/settings.ts'
import type { ApplicationName } from '../vocabulary.ts'

const minute = 60_000

/** What decides how long something lives, and whether there is any of it. */
export interface Rules extends Pick<Shape, 'client' | 'login' | 'keep' | 'sso' | 'fusionauth'> {
  readonly settings: Settings
}

/** What the machine holds to be true of one application's login. Deadlines are protocol time. */
export interface ApplicationClaims {
  /** The session dies then, unless it is used before; 0 when there is none. */
  readonly session: number
  /** The session dies then however busy it is; 0 when there is none. */
  readonly sessionAtMost: number
  /** The JWT that the user's device holds is over then; 0 when there is none. */
  readonly jwt: number
  /** The refresh token dies then; 0 when there is none. */
  readonly refreshToken: number
  /** The user's device holds something of an earlier login, alive or not. */
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
  /** Whose refresh token FusionAuth's one cookie for it holds; null when there is no such cookie. */
  readonly cookieOf: ApplicationName | null
}

const nobody: ApplicationClaims = {
  session: 0,
  sessionAtMost: 0,
  jwt: 0,
  refreshToken: 0,
  cookies: false,
}

export const nothingYet = (now: number): Claims => ({
  now,
  applications: { Store: nobody, Forums: nobody },
  ssoSession: 0,
  cookieOf: null,
})

const change = (
  claims: Claims,
  app: ApplicationName,
  part: Partial<ApplicationClaims>,
): Claims => ({
  ...claims,
  applications: { ...claims.applications, [app]: { ...claims.applications[app], ...part } },
})

/** Whether a script got the refresh token as a cookie of FusionAuth's, one for all applications. */
const sharesCookie = ({ client, login }: Rules): boolean =>
  client === 'spa' && login === 'native-at-fusionauth'

/** When that which opens the application is over: the session, or the JWT. */
export const opens = (claims: Claims, app: ApplicationName, rules: Rules): number => {
  const held = claims.applications[app]
  return keepsSession(rules) ? held.session : held.jwt
}

/** Whether a living refresh token is at hand to open the application again. */
export const isRenewable = (claims: Claims, app: ApplicationName, rules: Rules): boolean =>
  claims.applications[app].refreshToken > claims.now &&
  (!sharesCookie(rules) || claims.cookieOf === app)

/** What opens the application, made anew at `now`. */
const fresh = (rules: Rules, now: number): Partial<ApplicationClaims> => {
  const { settings } = rules
  if (!keepsSession(rules)) return { jwt: now + settings['jwt-minutes'] * minute }
  const sessionAtMost = now + settings['session-absolute-minutes'] * minute
  return {
    sessionAtMost,
    session: Math.min(now + settings['session-idle-minutes'] * minute, sessionAtMost),
  }
}

/** Used once more, a session lives on; a JWT does not care. */
const slid = (
  { sessionAtMost }: ApplicationClaims,
  rules: Rules,
  now: number,
): Partial<ApplicationClaims> =>
  keepsSession(rules)
    ? {
        session: Math.min(now + rules.settings['session-idle-minutes'] * minute, sessionAtMost),
      }
    : {}

export const loggedIn = (
  claims: Claims,
  app: ApplicationName,
  rules: Rules,
  now: number,
): Claims => {
  const refreshToken = keepsRefreshToken(rules)
    ? now + rules.settings['refresh-token-minutes'] * minute
    : 0
  const cookieOf = sharesCookie(rules) ? app : claims.cookieOf
  const other = app === 'Store' ? 'Forums' : 'Store'
  // On a parent domain the JWT, too, is one cookie for all: this login takes the other's place.
  const before = rules.fusionauth === 'parent-domain' ? change(claims, other, { jwt: 0 }) : claims
  return change({ ...before, now, cookieOf }, app, {
    ...fresh(rules, now),
    refreshToken,
    cookies: true,
  })
}

/** FusionAuth's session begins at a login by its form and slides with each single sign-on. */
export const ssoUsed = (claims: Claims, rules: Rules): Claims => ({
  ...claims,
  ssoSession: claims.now + rules.settings['sso-minutes'] * minute,
})

/**
 * The protected page came: by what is alive (a session slides), by a refresh (the token's deadline
 * stands), or by a silent single sign-on (all new).
 */
export const served = (claims: Claims, app: ApplicationName, rules: Rules, now: number): Claims => {
  const held = claims.applications[app]
  if (opens(claims, app, rules) > claims.now)
    return change({ ...claims, now }, app, slid(held, rules, now))
  if (isRenewable(claims, app, rules)) return change({ ...claims, now }, app, fresh(rules, now))
  const again = loggedIn(claims, app, rules, now)
  return rules.sso ? ssoUsed(again, rules) : again
}

/**
 * The application forgot the login: session ended, refresh token revoked, cookies taken back. A cookie
 * of FusionAuth's own goes only if FusionAuth could be told.
 */
export const loggedOut = (
  claims: Claims,
  app: ApplicationName,
  rules: Rules,
  now: number,
  isTold: boolean,
): Claims => {
  if (!sharesCookie(rules)) return change({ ...claims, now }, app, nobody)
  const owner = claims.cookieOf
  const held = claims.applications[app]
  if (!isTold) {
    const { refreshToken, cookies } = held
    const jwt = rules.fusionauth === 'parent-domain' ? held.jwt : 0
    return change({ ...claims, now }, app, { ...nobody, jwt, refreshToken, cookies })
  }
  const isOwn = owner === null || owner === app
  // What is revoked is the token in the cookie, whoever's it is.
  const ended = change({ ...claims, now, cookieOf: null }, app, {
    ...nobody,
    refreshToken: isOwn ? 0 : held.refreshToken,
  })
  if (isOwn || owner === null) return ended
  const lost = rules.fusionauth === 'parent-domain' ? { jwt: 0 } : {}
  return change(ended, owner, { ...lost, refreshToken: 0 })
}

export const ssoEnded = (claims: Claims): Claims => ({ ...claims, ssoSession: 0 })

/** Somebody used the user's own session at the Store, which extends it. */
export const intruded = (claims: Claims, rules: Rules, now: number): Claims =>
  change({ ...claims, now }, 'Store', slid(claims.applications.Store, rules, now))

/** The Store's refresh token was revoked at FusionAuth. */
export const revokedToken = (claims: Claims): Claims => change(claims, 'Store', { refreshToken: 0 })

/** Every refresh token of the user was revoked; FusionAuth's own session is one of them. */
export const revokedTokens = (claims: Claims): Claims =>
  ssoEnded(change(revokedToken(claims), 'Forums', { refreshToken: 0 }))

/** A new password ends what FusionAuth keeps for the user, where it is set so. */
export const passwordChanged = (claims: Claims, { settings }: Rules): Claims =>
  settings['revoke-on-password-change'] ? revokedTokens(claims) : claims

/** The Store ended the user's sessions, and FusionAuth all that it keeps for the user. */
export const loggedOutEverywhere = (claims: Claims, rules: Rules, now: number): Claims =>
  revokedTokens(loggedOut(claims, 'Store', rules, now, true))
