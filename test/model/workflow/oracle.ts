import type { ExpectedState } from '../../../scenarios/machine/expected-state.ts'
import type { Effect, PageKind } from '../../../scenarios/machine/effect.ts'
import type { LabContext } from '../../../scenarios/machine/context.ts'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { StolenCredential } from '../../../scenarios/model/credential.ts'
import type { ApplicationName } from '../../../scenarios/model/participant.ts'

/** What a world is in which something is about to be done. */
export interface Situation {
  readonly context: Pick<
    LabContext,
    'expected' | 'client' | 'login' | 'sessionStrategy' | 'sso' | 'stolen' | 'settings'
  >
  /** FusionAuth answers. */
  readonly running: boolean
  /** How FusionAuth is set up; usually when absent. */
  readonly profile?: Profile
}

/** What opens an application lives: its session, or the JWT that the user holds. */
export const hasKey = (
  { context: { expected, sessionStrategy } }: Situation,
  app: ApplicationName,
): boolean => {
  const { session, jwt } = expected.applications[app]
  return (sessionStrategy.startsWith('session') ? session : jwt) > expected.now
}

const isDirect = ({ context: { client, login } }: Situation): boolean =>
  client === 'spa' && login === 'native-at-fusionauth'

/** The user holds a refresh token of this application that still works. */
export const canRenew = (situation: Situation, app: ApplicationName): boolean => {
  const { expected } = situation.context
  const lives = expected.applications[app].refreshToken > expected.now
  return lives && (!isDirect(situation) || expected.cookieOf === app)
}

export const isKnown = ({ context: { expected, sso } }: Situation): boolean =>
  sso && expected.ssoSession > expected.now

/** FusionAuth asks for the password, and not the application. */
const isHosted = ({ context: { login } }: Situation): boolean =>
  login === 'authorization-code' || login === 'implicit'

/** The browser takes no cookie of the applications: SameSite=None without Secure (RFC 10025 §5.7). */
const keepsNothing = ({ context: { settings, client, sessionStrategy } }: Situation): boolean =>
  client !== 'mobile' &&
  sessionStrategy !== 'jwt-local-storage' &&
  settings['same-site'] === 'none' &&
  !settings.secure &&
  !settings['host-prefix']

/** Where those end whom FusionAuth let in. */
const seat = (situation: Situation): PageKind => {
  if (!keepsNothing(situation)) return 'inside'
  const { client, login } = situation.context
  if (!isHosted(situation)) return 'form'
  // The others are sent from one to the other until the browser gives up.
  return client === 'spa' && login === 'authorization-code' ? 'home' : 'trouble'
}

/** The user proves who they are: at FusionAuth, which may know them, or in the application's form. */
const door = (situation: Situation): PageKind => {
  if (!isHosted(situation)) return 'form'
  if (!situation.running) return 'trouble'
  return isKnown(situation) ? seat(situation) : 'form'
}

/** A refresh token is at hand, dead or alive, so that FusionAuth is asked first. */
const asksFirst = (situation: Situation, app: ApplicationName): boolean => {
  const { sessionStrategy, expected } = situation.context
  return (
    isDirect(situation) ||
    (sessionStrategy.endsWith('refresh') && expected.applications[app].cookies)
  )
}

/** What comes of asking for the cart or the posts. */
const arrival = (situation: Situation, app: ApplicationName): PageKind => {
  if (hasKey(situation, app)) return 'inside'
  if (asksFirst(situation, app) && !situation.running) return 'trouble'
  return canRenew(situation, app) ? 'inside' : door(situation)
}

const opening = (situation: Situation, app: ApplicationName): PageKind => {
  const { client, sessionStrategy, expected } = situation.context
  if (client === 'webapp') return 'home'
  const { cookies, jwt } = expected.applications[app]
  if (client === 'mobile') {
    if (cookies) return arrival(situation, app)
    return isHosted(situation) ? 'home' : 'form'
  }
  if (sessionStrategy === 'jwt-local-storage') return jwt > 0 ? arrival(situation, app) : 'home'
  return hasKey(situation, app) ? 'inside' : 'home'
}

/** FusionAuth's session alone leads in. */
const isVouchedFor = (situation: Situation): boolean =>
  situation.running && isKnown(situation) && seat(situation) === 'inside'

/** The Hacker is let in by what was stolen, if it still lives. */
const isLetIn = (situation: Situation, effect: Effect & { type: 'break-in' }): boolean => {
  if (effect.credential === 'refresh-token') {
    const { expected, settings } = situation.context
    const counts = !settings.rotation || expected.copy?.isSpent === false
    return situation.running && counts && canRenew(situation, 'Store')
  }
  // FusionAuth's session opens nothing for one who asks without following redirects.
  if (effect.credential === 'sso-session')
    return situation.context.client === 'webapp' && isVouchedFor(situation)
  return hasKey(situation, 'Store')
}

/** The Hacker comes at the same time as the user, who is served first. */
export const winsRace = (credential: StolenCredential, situation: Situation): boolean => {
  const effect = { type: 'break-in', credential, phase: 'attack' } as const
  const { settings } = situation.context
  if (!isLetIn(situation, effect)) return false
  // A token that may be used once was used by the user, unless the Store lets the Hacker share in it.
  const isSpent = credential === 'refresh-token' && settings.rotation && !hasKey(situation, 'Store')
  return !isSpent || (settings['single-flight'] && !isDirect(situation))
}

/** Whether there is something to end at FusionAuth when the user logs out of an application. */
const tellsFusionAuth = (situation: Situation): boolean =>
  isHosted(situation) ||
  isDirect(situation) ||
  situation.context.sessionStrategy.endsWith('refresh')

/** A hardened FusionAuth asks whether the user really wants to log out. */
const pageAfterLogout = (situation: Situation): PageKind =>
  situation.profile === 'hardened' && isHosted(situation) ? 'question' : 'home'

/** Where an act ends, by what the expected state says is alive: an understanding of its own, no look at a world. */
export const expectedPageKind = (effect: Effect, situation: Situation): PageKind => {
  switch (effect.type) {
    case 'open':
      return opening(situation, effect.app)
    case 'login':
      return door(situation)
    case 'load':
    case 'race':
      return arrival(situation, effect.app)
    case 'checkout': {
      // Whom the server does not know at once is let in anew, and has not ordered.
      const isServers =
        situation.context.sessionStrategy.endsWith('refresh') && !isDirect(situation)
      const isKnownAtOnce =
        hasKey(situation, effect.app) ||
        (isServers && situation.running && canRenew(situation, effect.app))
      const asks = effect.app === 'Store' && situation.context.settings['re-authentication']
      return isKnownAtOnce && asks ? 'form' : arrival(situation, effect.app)
    }
    case 'race-hacker':
      return arrival(situation, 'Store')
    case 'submit':
      if (!situation.running) return 'trouble'
      return effect.credentials === 'right' ? seat(situation) : 'form'
    case 'logout-everywhere':
      return situation.running ? pageAfterLogout(situation) : 'trouble'
    case 'logout':
      if (!situation.running && tellsFusionAuth(situation)) return 'trouble'
      // Who has nothing of the application's any more answers FusionAuth's question.
      return situation.context.expected.applications[effect.app].cookies
        ? pageAfterLogout(situation)
        : 'home'
    case 'break-in':
      return isLetIn(situation, effect) ? 'inside' : 'trouble'
    case 'enter':
      return situation.context.stolen === 'sso-session' && isVouchedFor(situation)
        ? 'inside'
        : 'trouble'
    case 'steal':
    case 'attack':
    case 'pass-time':
    case 'change-password':
    case 'revoke':
    case 'revoke-all':
    case 'end-sso':
    case 'add-key':
    case 'rotate-key':
    case 'power':
      return 'home'
  }
}

/** Whether the application itself is in trouble, which FusionAuth has let the user in to. */
export const isApplicationError = (effect: Effect, situation: Situation): boolean =>
  effect.type === 'submit' && situation.running && expectedPageKind(effect, situation) === 'trouble'

/** When an act is over: later than it began, and for a lapse of time just when that ends. */
export const expectedEnd = (effect: Effect, { now }: ExpectedState): number =>
  effect.type === 'pass-time' ? effect.until : now + 200
