import type { SnapshotFrom } from 'xstate'
import type { LabMachine } from '../machine/compose.ts'
import type { AttackId } from '../model/attack-id.ts'
import type { ExpiringCredential } from '../model/credential.ts'
import type { LabEvent } from '../model/event.ts'
import type { ApplicationName } from '../model/participant.ts'
import type { Choice } from '../model/run.ts'
import { type Text, textOf } from '../model/text.ts'

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

const expiryReason: Readonly<Record<ExpiringCredential, Text>> = {
  session: textOf('choice.no-session'),
  'refresh-token': textOf('choice.no-refresh-token'),
  'sso-session': textOf('choice.no-sso-session'),
  jwt: textOf('choice.no-jwt'),
}

const emptyHanded = textOf('choice.nothing-stolen')

const whyNotLoaded = (app: ApplicationName, snapshot: Snapshot): Text =>
  snapshot.value[app] === 'form'
    ? textOf('choice.form-first')
    : textOf('choice.open-first', { app })

/** Why the machine refuses an event, in a sentence that says what to do first. */
const reason = (event: LabEvent, snapshot: Snapshot): Text => {
  const down = snapshot.value.environment === 'stopped'
  switch (event.type) {
    case 'learner.open':
      return textOf('choice.busy')
    case 'learner.login':
      return snapshot.value[event.app] === 'away'
        ? textOf('choice.open-for-login', { app: event.app })
        : textOf('choice.login-elsewhere', { app: event.app })
    case 'learner.submit':
      return textOf('choice.no-login-form', { app: event.app })
    case 'learner.load':
    case 'learner.race':
      return whyNotLoaded(event.app, snapshot)
    case 'learner.logout':
      return textOf('choice.no-logout-button', { app: event.app })
    case 'learner.checkout':
      return textOf('choice.load-first', { app: event.app })
    case 'learner.change-password':
      return textOf('choice.log-in-to-change-password')
    case 'learner.logout-everywhere':
      return textOf('choice.log-in-first')
    case 'clock.expire':
      return down ? textOf('choice.start-first') : expiryReason[event.what]
    case 'clock.advance':
      return down ? textOf('choice.start-first') : textOf('choice.time-moves-on')
    case 'hacker.steal':
      if (event.what === 'sso-session') return expiryReason['sso-session']
      return snapshot.context.client === 'mobile'
        ? textOf('choice.no-token-to-steal')
        : textOf('choice.no-cookie-to-steal')
    case 'hacker.race':
      return snapshot.context.stolen === null ? emptyHanded : whyNotLoaded('Store', snapshot)
    case 'hacker.load':
    case 'hacker.open':
      return emptyHanded
    case 'hacker.attack':
      return textOf('choice.no-such-attack')
    case 'fusionauth.revoke-all':
    case 'fusionauth.revoke':
      return down ? textOf('choice.fusionauth-stopped') : textOf('choice.nothing-to-revoke')
    case 'fusionauth.end-sso':
      return down ? textOf('choice.fusionauth-stopped') : expiryReason['sso-session']
    case 'fusionauth.stop':
      return textOf('choice.stopped-already')
    case 'fusionauth.start':
      return textOf('choice.running')
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
const whyNever = (event: LabEvent, snapshot: Snapshot): Text => {
  if (event.type === 'hacker.open') return textOf('choice.no-sso')
  if (event.type === 'learner.logout-everywhere') return textOf('choice.no-logout-everywhere')
  if ('app' in event && event.app !== 'Store')
    return textOf('choice.not-on-the-phone', { app: event.app })
  return event.type === 'learner.race' ? textOf('choice.no-second-tab') : reason(event, snapshot)
}

/** Null when the event may happen now, else why not. */
export const unavailableReason = (
  event: LabEvent,
  snapshot: Snapshot,
  capabilities: Capabilities,
): Text | null => {
  if (!possible(event, capabilities)) {
    return event.type === 'learner.change-password'
      ? textOf('choice.real-password')
      : textOf('choice.real-power')
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
      return { event, allowed: because === null, because }
    })
