import type { ClientType, Login, SessionStrategy } from '../../model/client.ts'
import type { ExpiringCredential, StolenCredential } from '../../model/credential.ts'
import type { LabEvent } from '../../model/event.ts'
import type { Phase } from '../../model/participant.ts'
import type { DividerKind } from '../../model/divider.ts'
import type { LessonName } from '../../catalogue/lessons.ts'
import type { TextCatalogue } from '../catalogue.ts'
import type { TitleTexts } from '../../model/texts/titles.ts'

const clients: Readonly<Record<ClientType, string>> = {
  webapp: 'Web app',
  spa: 'Single-page app',
  mobile: 'Mobile app',
}

const logins: Readonly<Record<Login, string>> = {
  'authorization-code': 'authorization code grant',
  'password-grant': 'password grant',
  native: 'native login form',
  'native-at-fusionauth': 'native login form that calls FusionAuth',
  implicit: 'implicit grant',
}

const sessionStrategies: Readonly<Record<SessionStrategy, string>> = {
  session: 'session',
  'session+refresh': 'session and refresh token',
  'jwt+refresh': 'JWT and refresh token',
  'jwt-cookie': 'JWT in a cookie',
  'jwt-local-storage': 'JWT in local storage',
}

const lessons: Readonly<Record<LessonName, string>> = {
  tour: 'The whole tour',
  'silent-relogin': 'Back in without a form',
  'wrong-password': 'Wrong password, unknown user',
  outage: 'FusionAuth is down',
  'broken-today': 'With the cookies of today',
  'key-rotation': 'The signing key is rotated, and everybody’s JWT is over',
}

const phases: Readonly<Record<Phase, string>> = {
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
  'rotate-key': 'Rotate the signing key',
  'stolen-refresh-token': 'Stolen refresh token',
  'stolen-session-id': 'Stolen session id',
  'stolen-jwt': 'Stolen JWT',
  attack: 'Attack',
}

const dividers: Readonly<Record<DividerKind, string>> = {
  'session-expired': 'The session expires',
  'session-and-refresh-token-expired': 'The session and the refresh token expire',
  'jwt-expired': 'The JWT expires',
  'jwt-and-refresh-token-expired': 'The JWT and the refresh token expire',
  'sso-session-expired': 'The single sign-on session expires',
  'time-passed': 'Time passes',
  'refresh-token-revoked': 'The refresh token is revoked',
  'password-changed': 'The user has changed the password',
  'key-added': 'A new key signs, and the old one still counts',
  'key-rotated': 'A new key signs, and the old ones are deleted',
  sso: 'The Forums: single sign-on is possible',
  'sso-not-provided': 'No single sign-on in this workflow',
  'attack-vectors': 'Attacks',
  'fusionauth-stopped': 'FusionAuth stops answering',
  'fusionauth-started': 'FusionAuth answers again',
}

const lifetimes: Readonly<Record<ExpiringCredential, string>> = {
  session: 'Let the session expire',
  'refresh-token': 'Let the refresh token expire',
  'sso-session': 'Let the single sign-on session expire',
  jwt: 'Let the JWT expire',
}

const stealTitles: Readonly<Record<StolenCredential, string>> = {
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

type EventTitles = {
  readonly [Type in LabEvent['type']]: (event: Extract<LabEvent, { type: Type }>) => string
}

const events: EventTitles = {
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
  'hacker.steal': ({ what }) => stealTitles[what],
  'hacker.load': () => 'Load the cart as the Hacker',
  'hacker.open': ({ app }) => `Log in to the ${app} as the Hacker`,
  'hacker.race': () => 'Load the cart as user and Hacker at once',
  'hacker.attack': ({ attack }) => `Attack: ${attack}`,
  'fusionauth.revoke': () => 'Revoke the refresh token',
  'fusionauth.revoke-all': () => 'Revoke all refresh tokens of the user',
  'fusionauth.end-sso': () => 'End the single sign-on session',
  'fusionauth.add-key': () => 'Sign with a new key, and keep the old one',
  'fusionauth.rotate-key': () => 'Sign with a new key, and delete the old one',
  'fusionauth.stop': () => 'Stop FusionAuth',
  'fusionauth.start': () => 'Start FusionAuth again',
}

const belowClient = ({
  login,
  sessionStrategy,
  fusionauth,
  backend,
}: TitleTexts['workflow']): string => {
  const how = fusionauth === 'parent-domain' ? `${logins[login]} on the same site` : logins[login]
  const kept =
    backend === 'bff' ? 'session of a backend for frontend' : sessionStrategies[sessionStrategy]
  return `${how} · ${kept}`
}

export const titles: TextCatalogue<TitleTexts> = {
  workflow: (workflow) => `${clients[workflow.client]} · ${belowClient(workflow)}`,
  'workflow.below-client': belowClient,
  lesson: ({ lesson }) => lessons[lesson as LessonName] ?? lesson,
  // A trace that was saved by another version may have a phase or a mark that is unknown here.
  phase: ({ phase }) => phases[phase] ?? phase,
  divider: ({ kind }) => dividers[kind] ?? kind,
  event: ({ event }) => (events[event.type] as (event: LabEvent) => string)(event),
}
