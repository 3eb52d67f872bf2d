import type { Claims } from '../../../scenarios/parts/claims.ts'
import type { Act, LabContext, Place } from '../../../scenarios/parts/setup.ts'
import type { ApplicationName } from '../../../scenarios/vocabulary.ts'

/** What a world is in which something is about to be done. */
export interface Situation {
  readonly context: Pick<LabContext, 'claims' | 'client' | 'login' | 'keep' | 'sso' | 'loot'>
  /** FusionAuth answers. */
  readonly running: boolean
}

/** What opens an application lives: its session, or the JWT that the user holds. */
export const hasKey = ({ context: { claims, keep } }: Situation, app: ApplicationName): boolean => {
  const { session, jwt } = claims.applications[app]
  return (keep.startsWith('session') ? session : jwt) > claims.now
}

const isDirect = ({ context: { client, login } }: Situation): boolean =>
  client === 'spa' && login === 'native-at-fusionauth'

/** The user holds a refresh token of this application that still works. */
export const canRenew = (situation: Situation, app: ApplicationName): boolean => {
  const { claims } = situation.context
  const lives = claims.applications[app].refreshToken > claims.now
  return lives && (!isDirect(situation) || claims.cookieOf === app)
}

export const isKnown = ({ context: { claims, sso } }: Situation): boolean =>
  sso && claims.ssoSession > claims.now

/** FusionAuth asks for the password, and not the application. */
const isHosted = ({ context: { login } }: Situation): boolean =>
  login === 'authorization-code' || login === 'implicit'

/** The user proves who they are: at FusionAuth, which may know them, or in the application's form. */
const door = (situation: Situation): Place => {
  if (!isHosted(situation)) return 'form'
  if (!situation.running) return 'trouble'
  return isKnown(situation) ? 'inside' : 'form'
}

/** A refresh token is at hand, dead or alive, so that FusionAuth is asked first. */
const asksFirst = (situation: Situation, app: ApplicationName): boolean => {
  const { keep, claims } = situation.context
  return isDirect(situation) || (keep.endsWith('refresh') && claims.applications[app].cookies)
}

/** What comes of asking for the cart or the posts. */
const arrival = (situation: Situation, app: ApplicationName): Place => {
  if (hasKey(situation, app)) return 'inside'
  if (asksFirst(situation, app) && !situation.running) return 'trouble'
  return canRenew(situation, app) ? 'inside' : door(situation)
}

const opening = (situation: Situation, app: ApplicationName): Place => {
  const { client, keep, claims } = situation.context
  if (client === 'webapp') return 'home'
  const { cookies, jwt } = claims.applications[app]
  if (client === 'mobile') {
    if (cookies) return arrival(situation, app)
    return isHosted(situation) ? 'home' : 'form'
  }
  if (keep === 'jwt-local-storage') return jwt > 0 ? arrival(situation, app) : 'home'
  return hasKey(situation, app) ? 'inside' : 'home'
}

/** The Hacker is let in by what was stolen, if it still lives. */
const isLetIn = (situation: Situation, act: Act & { do: 'break-in' }): boolean => {
  if (act.loot === 'refresh-token') return situation.running && canRenew(situation, 'Store')
  // FusionAuth's session opens nothing for one who asks without following redirects.
  if (act.loot === 'sso-session')
    return situation.context.client === 'webapp' && situation.running && isKnown(situation)
  return hasKey(situation, 'Store')
}

/** Whether there is something to end at FusionAuth when the user logs out of an application. */
const tellsFusionAuth = (situation: Situation): boolean =>
  isHosted(situation) || isDirect(situation) || situation.context.keep.endsWith('refresh')

/** Where an act ends, by what the claims say is alive: an understanding of its own, no look at a world. */
export const expectedPlace = (act: Act, situation: Situation): Place => {
  switch (act.do) {
    case 'open':
      return opening(situation, act.app)
    case 'login':
      return door(situation)
    case 'load':
    case 'race':
    case 'checkout':
      return arrival(situation, act.app)
    case 'race-hacker':
      return arrival(situation, 'Store')
    case 'submit':
      if (!situation.running) return 'trouble'
      return act.credentials === 'right' ? 'inside' : 'form'
    case 'logout-everywhere':
      return situation.running ? 'home' : 'trouble'
    case 'logout':
      return situation.running || !tellsFusionAuth(situation) ? 'home' : 'trouble'
    case 'break-in':
      return isLetIn(situation, act) ? 'inside' : 'trouble'
    case 'enter':
      return situation.context.loot === 'sso-session' && situation.running && isKnown(situation)
        ? 'inside'
        : 'trouble'
    case 'steal':
    case 'attack':
    case 'pass-time':
    case 'change-password':
    case 'revoke':
    case 'revoke-all':
    case 'end-sso':
    case 'power':
      return 'home'
  }
}

/** When an act is over: later than it began, and for a lapse of time just when that ends. */
export const expectedEnd = (act: Act, { now }: Claims): number =>
  act.do === 'pass-time' ? act.until : now + 200
