import { keepsRefreshToken, keepsSession } from './credentials.ts'
import type { WorkflowShape } from '../model/workflow-shape.ts'
import type { DefenceSettings } from '../model/defence-settings.ts'
import type { ApplicationName } from '../model/participant.ts'

/** A minute of protocol time, in milliseconds. */
export const minute = 60_000

/** What decides how long something lives, and whether there is any of it. */
export interface ExpiryRules extends Pick<
  WorkflowShape,
  'client' | 'login' | 'sessionStrategy' | 'sso' | 'fusionauth'
> {
  readonly settings: DefenceSettings
}

/** What the machine holds to be true of one application's login. Deadlines are protocol time. */
export interface ExpectedLogin {
  /** The session dies then, unless it is used before; 0 when there is none. */
  readonly session: number
  /** The session dies then however busy it is; 0 when there is none. */
  readonly sessionAtMost: number
  /** The JWT that the user's device holds is over then; 0 when there is none. */
  readonly jwt: number
  /** The refresh token that the user holds is of no use from then on; 0 when there is none. */
  readonly refreshToken: number
  /** It dies then however often it is used; 0 when nothing says so. */
  readonly refreshTokenAtMost: number
  /** Which login it goes back to, counted from 1; what a rotation puts in its place goes back there too. */
  readonly family: number
  /** The user's device holds something of an earlier login, alive or not. */
  readonly cookies: boolean
  /** It is another's login, into which the browser was lured. */
  readonly isForeign: boolean
}

/**
 * The machine's own picture of what is alive, kept by its rules alone and never read from the world:
 * so that a test can compare the two.
 */
export interface ExpectedState {
  readonly now: number
  readonly applications: Readonly<Record<ApplicationName, ExpectedLogin>>
  readonly ssoSession: number
  /** The refresh token that the Hacker has a copy of; null when it is none. */
  readonly copy: {
    readonly app: ApplicationName
    readonly family: number
    /** A newer one took its place. */
    readonly isSpent: boolean
  } | null
  /** Whose refresh token FusionAuth's one cookie for it holds; null when there is no such cookie. */
  readonly cookieOf: ApplicationName | null
}

/** Of whom nothing is known. */
export const noLogin: ExpectedLogin = {
  session: 0,
  sessionAtMost: 0,
  jwt: 0,
  refreshToken: 0,
  refreshTokenAtMost: 0,
  family: 0,
  cookies: false,
  isForeign: false,
}

export const initialState = (now: number): ExpectedState => ({
  now,
  applications: { Store: noLogin, Forums: noLogin },
  ssoSession: 0,
  copy: null,
  cookieOf: null,
})

export const changeLogin = (
  state: ExpectedState,
  app: ApplicationName,
  part: Partial<ExpectedLogin>,
): ExpectedState => ({
  ...state,
  applications: { ...state.applications, [app]: { ...state.applications[app], ...part } },
})

/** Whether a script got the refresh token as a cookie of FusionAuth's, one for all applications. */
export const sharesCookie = ({ client, login }: ExpiryRules): boolean =>
  client === 'spa' && login === 'native-at-fusionauth'

/** When that which opens the application is over: the session, or the JWT. */
export const credentialExpiresAt = (
  state: ExpectedState,
  app: ApplicationName,
  rules: ExpiryRules,
): number => {
  const held = state.applications[app]
  return keepsSession(rules) ? held.session : held.jwt
}

/** Whether a living refresh token is at hand to open the application again. */
export const canRefresh = (
  state: ExpectedState,
  app: ApplicationName,
  rules: ExpiryRules,
): boolean =>
  state.applications[app].refreshToken > state.now &&
  (!sharesCookie(rules) || state.cookieOf === app)

/** What opens the application, made anew at `now`. */
export const newCredential = (rules: ExpiryRules, now: number): Partial<ExpectedLogin> => {
  const { settings } = rules
  if (!keepsSession(rules)) return { jwt: now + settings['jwt-minutes'] * minute }
  const sessionAtMost = now + settings['session-absolute-minutes'] * minute
  return {
    sessionAtMost,
    session: Math.min(now + settings['session-idle-minutes'] * minute, sessionAtMost),
  }
}

/** Used once more, a session lives on; a JWT does not care. */
export const slideExpiry = (
  { sessionAtMost }: ExpectedLogin,
  rules: ExpiryRules,
  now: number,
): Partial<ExpectedLogin> =>
  keepsSession(rules)
    ? {
        session: Math.min(now + rules.settings['session-idle-minutes'] * minute, sessionAtMost),
      }
    : {}

export const createLogin = (
  state: ExpectedState,
  app: ApplicationName,
  rules: ExpiryRules,
  now: number,
): ExpectedState => {
  const { settings } = rules
  const longest = settings['refresh-token-absolute-minutes']
  const refreshTokenAtMost = longest === 0 ? 0 : now + longest * minute
  const life = now + settings['refresh-token-minutes'] * minute
  const refreshToken = !keepsRefreshToken(rules)
    ? 0
    : refreshTokenAtMost === 0
      ? life
      : Math.min(life, refreshTokenAtMost)
  const cookieOf = sharesCookie(rules) ? app : state.cookieOf
  const other = app === 'Store' ? 'Forums' : 'Store'
  // On a parent domain the JWT, too, is one cookie for all: this login takes the other's place.
  const before =
    rules.fusionauth === 'parent-domain' ? changeLogin(state, other, { jwt: 0 }) : state
  return changeLogin({ ...before, now, cookieOf }, app, {
    ...newCredential(rules, now),
    refreshToken,
    refreshTokenAtMost,
    family: state.applications[app].family + 1,
    cookies: true,
    isForeign: false,
  })
}

/** FusionAuth's session begins at a login by its form and slides with each single sign-on. */
export const touchSsoSession = (state: ExpectedState, rules: ExpiryRules): ExpectedState => ({
  ...state,
  ssoSession: state.now + rules.settings['sso-minutes'] * minute,
})

/** A login, or a single sign-on in its place: FusionAuth's own session, where there is one, slides. */
export const recordLogin = (
  state: ExpectedState,
  app: ApplicationName,
  rules: ExpiryRules,
  now: number,
): ExpectedState => {
  const after = createLogin(state, app, rules, now)
  return rules.sso ? touchSsoSession(after, rules) : after
}
