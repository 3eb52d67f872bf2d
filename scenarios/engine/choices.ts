import type { SnapshotFrom } from 'xstate'
import type { LabMachine } from '../machine/compose.ts'
import type { AttackId, LabEvent, ExpiringCredential } from '../model/event.ts'
import type { ApplicationName } from '../model/participant.ts'
import type { Choice } from '../model/run.ts'

type Snapshot = SnapshotFrom<LabMachine>

/** What this world can do besides. */
export interface Capabilities {
  /** FusionAuth can be stopped and started. */
  readonly power: boolean
  /** The user's password can be changed. */
  readonly password: boolean
  /** Whether there is such an attack. */
  readonly plays: (attack: AttackId) => boolean
}

const forApplication = (app: ApplicationName): LabEvent[] => [
  { type: 'learner.open', app },
  { type: 'learner.login', app },
  { type: 'learner.submit', app, credentials: 'right' },
  { type: 'learner.submit', app, credentials: 'wrong-password' },
  { type: 'learner.submit', app, credentials: 'unknown-user' },
  { type: 'learner.load', app },
  { type: 'learner.race', app },
  { type: 'learner.checkout', app },
  { type: 'learner.logout', app },
]

/** Everything that can be proposed; the machine decides which of it may happen now. */
const candidates: readonly LabEvent[] = [
  ...forApplication('Store'),
  ...forApplication('Forums'),
  { type: 'learner.logout-everywhere' },
  { type: 'learner.change-password' },
  { type: 'clock.expire', what: 'session' },
  { type: 'clock.expire', what: 'jwt' },
  { type: 'clock.expire', what: 'refresh-token' },
  { type: 'clock.expire', what: 'sso-session' },
  { type: 'hacker.steal', what: 'refresh-token' },
  { type: 'hacker.steal', what: 'session-id' },
  { type: 'hacker.steal', what: 'jwt' },
  { type: 'hacker.steal', what: 'sso-session' },
  { type: 'hacker.load' },
  { type: 'hacker.race' },
  { type: 'hacker.open', app: 'Store' },
  { type: 'hacker.open', app: 'Forums' },
  { type: 'fusionauth.revoke' },
  { type: 'fusionauth.revoke-all' },
  { type: 'fusionauth.end-sso' },
  { type: 'fusionauth.stop' },
  { type: 'fusionauth.start' },
]

const expiryReason: Readonly<Record<ExpiringCredential, string>> = {
  session: 'The Store has no living session that could expire.',
  'refresh-token': 'The Store holds no living refresh token that could expire.',
  'sso-session': 'FusionAuth has no single sign-on session of this browser.',
  jwt: 'The user holds no living JWT of the Store that could expire.',
}

const emptyHanded = 'The Hacker holds nothing yet: steal something first.'

const whyNotLoaded = (app: ApplicationName, snapshot: Snapshot): string =>
  snapshot.value[app] === 'form'
    ? 'The login form is open: fill it in first.'
    : `Open ${app} first.`

/** Why the machine refuses an event, in a sentence that says what to do first. */
const reason = (event: LabEvent, snapshot: Snapshot): string => {
  const down = snapshot.value.environment === 'stopped'
  switch (event.type) {
    case 'learner.open':
      return 'Another step is still under way.'
    case 'learner.login':
      return snapshot.value[event.app] === 'away'
        ? `Open ${event.app} first: the login link is on its home page.`
        : `The login link is on the home page of ${event.app}, and that page is not open.`
    case 'learner.submit':
      return `No login form is open for ${event.app}.`
    case 'learner.load':
    case 'learner.race':
      return whyNotLoaded(event.app, snapshot)
    case 'learner.logout':
      return `No page with a log-out button is open at ${event.app}.`
    case 'learner.checkout':
      return `Load the protected page of ${event.app} first: the button is there.`
    case 'learner.change-password':
      return 'Log in first: the password is changed by the user who is logged in.'
    case 'learner.logout-everywhere':
      return 'Log in first: the button is on the protected page.'
    case 'clock.expire':
      return down ? 'Start FusionAuth again first.' : expiryReason[event.what]
    case 'clock.advance':
      return down
        ? 'Start FusionAuth again first.'
        : 'Time can only move on, by a positive number of seconds.'
    case 'hacker.steal':
      if (event.what === 'sso-session') return expiryReason['sso-session']
      return snapshot.context.client === 'mobile'
        ? 'There is nothing to steal yet: the app holds no token of the Store.'
        : 'There is nothing to steal yet: the Browser holds no cookie of the Store.'
    case 'hacker.race':
      return snapshot.context.stolen === null ? emptyHanded : whyNotLoaded('Store', snapshot)
    case 'hacker.load':
    case 'hacker.open':
      return emptyHanded
    case 'hacker.attack':
      return 'This attack cannot be tried here.'
    case 'fusionauth.revoke-all':
    case 'fusionauth.revoke':
      return down ? 'FusionAuth is stopped.' : 'There is no living refresh token to revoke.'
    case 'fusionauth.end-sso':
      return down ? 'FusionAuth is stopped.' : expiryReason['sso-session']
    case 'fusionauth.stop':
      return 'FusionAuth is stopped already.'
    case 'fusionauth.start':
      return 'FusionAuth is running.'
  }
}

const possible = (event: LabEvent, { power, password }: Capabilities): boolean =>
  (power || (event.type !== 'fusionauth.stop' && event.type !== 'fusionauth.start')) &&
  (password || event.type !== 'learner.change-password')

/** Whether a workflow has what the event is about; an app on a phone is alone, for instance. */
const applies = (event: LabEvent, { context }: Snapshot): boolean => {
  if (event.type === 'clock.expire') return context.expiring.includes(event.what)
  if (event.type === 'hacker.steal') return context.stealable.includes(event.what)
  if (event.type === 'fusionauth.revoke' || event.type === 'fusionauth.revoke-all')
    return context.expiring.includes('refresh-token')
  if (event.type === 'fusionauth.end-sso') return context.sso
  // Only FusionAuth's own session opens an application by its login link.
  if (event.type === 'hacker.open') return context.sso && context.client !== 'mobile'
  if (event.type === 'learner.logout-everywhere') return context.settings['log-out-everywhere']
  if (context.client !== 'mobile') return true
  // An app is open once, and the only one.
  return event.type !== 'learner.race' && (!('app' in event) || event.app === 'Store')
}

/** Why nobody can ever do this in a workflow to which the event does not apply. */
const whyNever = (event: LabEvent, snapshot: Snapshot): string => {
  if (event.type === 'hacker.open')
    return 'Only FusionAuth’s own session opens an application by its login link, and there is none here.'
  if (event.type === 'learner.logout-everywhere')
    return 'Logging out everywhere is switched off here.'
  if ('app' in event && event.app !== 'Store')
    return `The app on the phone is the Store’s: nobody uses ${event.app} here.`
  return event.type === 'learner.race'
    ? 'An app on a phone is open once: it has no two tabs.'
    : reason(event, snapshot)
}

/** Null when the event may happen now, else why not. */
export const unavailableReason = (
  event: LabEvent,
  snapshot: Snapshot,
  capabilities: Capabilities,
): string | null => {
  if (!possible(event, capabilities)) {
    return event.type === 'learner.change-password'
      ? 'The password of a user at a real FusionAuth stays as it is.'
      : 'A real FusionAuth is not ours to stop or start.'
  }
  const isUnknown = event.type === 'hacker.attack' && !capabilities.plays(event.attack)
  if (snapshot.can(event) && !isUnknown) return null
  return applies(event, snapshot) ? reason(event, snapshot) : whyNever(event, snapshot)
}

/** What can be done at a decision point, and what cannot and why. */
export const choicesAt = (snapshot: Snapshot, capabilities: Capabilities): readonly Choice[] =>
  candidates
    .filter((event) => possible(event, capabilities) && applies(event, snapshot))
    .map((event) => {
      const because = unavailableReason(event, snapshot, capabilities)
      return { event, allowed: because === null, because: because ?? '' }
    })
