import type { LabEvent, ExpiringCredential, StolenCredential } from '../model/event.ts'
import type { Phase } from '../model/participant.ts'
import type { DividerKind } from '../model/trace.ts'

/** What a mark between messages means; decides its colour everywhere. */
export type Tone = 'expiry' | 'sso' | 'attack' | 'note'

const phaseTitles: Readonly<Record<Phase, string>> = {
  initialize: 'Open the Store',
  login: 'Log in',
  'create-session': 'Create the session',
  'load-cart': 'Load the cart',
  refresh: 'Refresh',
  relogin: 'Log in again',
  'forums-initialize': 'Open the Forums',
  'forums-login': 'Log in to the Forums',
  'forums-load': 'Load the posts',
  logout: 'Log out',
  'forums-logout': 'Log out of the Forums',
  revoke: 'Revoke the refresh token',
  'stolen-refresh-token': 'Stolen refresh token',
  'stolen-session-id': 'Stolen session id',
  'stolen-jwt': 'Stolen JWT',
  attack: 'Attack',
}

/** A chapter's heading; the phase's own name when it is one that we do not know. */
export const phaseTitle = (phase: Phase): string => phaseTitles[phase] ?? phase

const dividers: Readonly<Record<DividerKind, readonly [Tone, string]>> = {
  'session-expired': ['expiry', 'The session expires'],
  'session-and-refresh-token-expired': ['expiry', 'The session and the refresh token expire'],
  'jwt-expired': ['expiry', 'The JWT expires'],
  'jwt-and-refresh-token-expired': ['expiry', 'The JWT and the refresh token expire'],
  'sso-session-expired': ['expiry', 'The single sign-on session expires'],
  'time-passed': ['expiry', 'Time passes'],
  'refresh-token-revoked': ['expiry', 'The refresh token is revoked'],
  'password-changed': ['note', 'The user has changed the password'],
  sso: ['sso', 'The Forums: single sign-on is possible'],
  'sso-not-provided': ['attack', 'No single sign-on in this workflow'],
  'attack-vectors': ['attack', 'Attacks'],
  'fusionauth-stopped': ['expiry', 'FusionAuth stops answering'],
  'fusionauth-started': ['note', 'FusionAuth answers again'],
}

/** Words and tone of a divider. */
export const dividerWords = (kind: DividerKind): { readonly tone: Tone; readonly text: string } => {
  const [tone, text] = dividers[kind] ?? ['note', kind]
  return { tone, text }
}

/** Who acts when an event is sent; groups the choices and picks their sign. */
export type Actor = 'learner' | 'clock' | 'hacker' | 'fusionauth'

/** The `who` of `who.verb`. */
export const actorOf = (event: LabEvent): Actor => event.type.split('.', 1)[0] as Actor

const lifetimes: Readonly<Record<ExpiringCredential, string>> = {
  session: 'Let the session expire',
  'refresh-token': 'Let the refresh token expire',
  'sso-session': 'Let the single sign-on session expire',
  jwt: 'Let the JWT expire',
}

const loots: Readonly<Record<StolenCredential, string>> = {
  'refresh-token': 'Steal the refresh token',
  'session-id': 'Steal the session id',
  jwt: 'Steal the JWT',
  'sso-session': 'Steal the single sign-on session',
}

const duration = (seconds: number): string => {
  if (seconds % 3600 === 0) return seconds === 3600 ? '1 hour' : `${seconds / 3600} hours`
  if (seconds % 60 === 0) return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`
  return `${seconds} seconds`
}

type Words = {
  readonly [Type in LabEvent['type']]: (event: Extract<LabEvent, { type: Type }>) => string
}

const words: Words = {
  'learner.open': ({ app }) => `Open the ${app}`,
  'learner.login': ({ app }) => `Follow “Log in” at the ${app}`,
  'learner.submit': ({ app, credentials }) => {
    if (credentials === 'right') return `Submit the right password for the ${app}`
    if (credentials === 'wrong-password') return `Submit a wrong password for the ${app}`
    if (credentials === 'unknown-user') return `Submit an unknown user for the ${app}`
    return `Submit as ${credentials.loginId} for the ${app}`
  },
  'learner.load': ({ app }) => (app === 'Store' ? 'Load the shopping cart' : 'Load the posts'),
  'learner.logout': ({ app }) => `Log out of the ${app}`,
  'learner.race': ({ app }) =>
    app === 'Store' ? 'Load the cart in two tabs at once' : 'Load the posts in two tabs at once',
  'learner.checkout': ({ app }) => (app === 'Store' ? 'Order what is in the cart' : 'Post a text'),
  'learner.change-password': () => 'Change the password',
  'learner.logout-everywhere': () => 'Log out everywhere',
  'clock.expire': ({ what }) => lifetimes[what],
  'clock.advance': ({ seconds }) => `Let ${duration(seconds)} pass`,
  'hacker.steal': ({ what }) => loots[what],
  'hacker.load': () => 'Load the cart as the Hacker',
  'hacker.open': ({ app }) => `Log in to the ${app} as the Hacker`,
  'hacker.race': () => 'Load the cart as user and Hacker at once',
  'hacker.attack': ({ attack }) => `Attack: ${attack}`,
  'fusionauth.revoke': () => 'Revoke the refresh token',
  'fusionauth.revoke-all': () => 'Revoke all refresh tokens of the user',
  'fusionauth.end-sso': () => 'End the single sign-on session',
  'fusionauth.stop': () => 'Stop FusionAuth',
  'fusionauth.start': () => 'Start FusionAuth again',
}

/** What a developer would say to make this happen; the words on a choice's button. */
export const eventWords = (event: LabEvent): string =>
  (words[event.type] as (event: LabEvent) => string)(event)
