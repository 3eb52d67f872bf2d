import type { SnapshotFrom } from 'xstate'
import type { LabMachine } from '../machine/compose.ts'
import type { AttackId } from '../model/attack-id.ts'
import type { ExpiringCredential } from '../model/credential.ts'
import { countableEvents, type LabEvent } from '../model/event.ts'
import { type ApplicationName, applicationNames } from '../model/participant.ts'
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

/** What the learner does with an application comes first, application by application. */
const rankOf = (event: LabEvent): number =>
  event.type.startsWith('learner.') && 'app' in event
    ? applicationNames.indexOf(event.app)
    : applicationNames.length

/**
 * Everything that can be proposed; the machine decides which of it may happen now. Attacks are proposed
 * by what they need, elsewhere.
 */
const candidates: readonly LabEvent[] = countableEvents
  .filter(({ type }) => type !== 'hacker.attack')
  .toSorted((a, b) => rankOf(a) - rankOf(b))

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

/** What holds for one kind of event. */
interface Rule<Event extends LabEvent> {
  /** What the world has to be able to. */
  readonly needs?: 'power' | 'password'
  /** Whether a workflow has what the event is about; it has when left out. */
  applies?(event: Event, snapshot: Snapshot): boolean
  /** Why nobody can ever do this in a workflow to which it does not apply; as `refused` when left out. */
  never?(event: Event): Text
  /** Why the machine refuses it, in a sentence that says what to do first. */
  refused(event: Event, snapshot: Snapshot): Text
}

type Rules = {
  readonly [Type in LabEvent['type']]: Rule<Extract<LabEvent, { readonly type: Type }>>
}

type OfApplication = LabEvent & { readonly app: ApplicationName }

const isDown = ({ value }: Snapshot): boolean => value.environment === 'stopped'

const unlessDown = (snapshot: Snapshot, reason: Text): Text =>
  isDown(snapshot) ? textOf('choice.start-first') : reason

const atFusionAuth = (snapshot: Snapshot, reason: Text): Text =>
  isDown(snapshot) ? textOf('choice.fusionauth-stopped') : reason

/** An app on a phone is the only one. */
const onPhone = {
  applies: ({ app }: OfApplication, { context }: Snapshot): boolean =>
    context.client !== 'mobile' || app === 'Store',
  never: ({ app }: OfApplication): Text => textOf('choice.not-on-the-phone', { app }),
}

const revoking: Rule<LabEvent> = {
  applies: (_, { context }) => context.expiring.includes('refresh-token'),
  refused: (_, snapshot) => atFusionAuth(snapshot, textOf('choice.nothing-to-revoke')),
}

const rules: Rules = {
  'learner.open': { ...onPhone, refused: () => textOf('choice.busy') },
  'learner.login': {
    ...onPhone,
    refused: ({ app }, { value }) =>
      value[app] === 'away'
        ? textOf('choice.open-for-login', { app })
        : textOf('choice.login-elsewhere', { app }),
  },
  'learner.submit': {
    ...onPhone,
    refused: ({ app }) => textOf('choice.no-login-form', { app }),
  },
  'learner.load': { ...onPhone, refused: ({ app }, snapshot) => whyNotLoaded(app, snapshot) },
  'learner.race': {
    // An app is open once.
    applies: (_, { context }) => context.client !== 'mobile',
    never: ({ app }) =>
      app === 'Store' ? textOf('choice.no-second-tab') : textOf('choice.not-on-the-phone', { app }),
    refused: ({ app }, snapshot) => whyNotLoaded(app, snapshot),
  },
  'learner.checkout': { ...onPhone, refused: ({ app }) => textOf('choice.load-first', { app }) },
  'learner.logout': {
    ...onPhone,
    refused: ({ app }) => textOf('choice.no-logout-button', { app }),
  },
  'learner.logout-everywhere': {
    applies: (_, { context }) => context.settings['log-out-everywhere'],
    never: () => textOf('choice.no-logout-everywhere'),
    refused: () => textOf('choice.log-in-first'),
  },
  'learner.change-password': {
    needs: 'password',
    refused: () => textOf('choice.log-in-to-change-password'),
  },
  'clock.expire': {
    applies: ({ what }, { context }) => context.expiring.includes(what),
    refused: ({ what }, snapshot) => unlessDown(snapshot, expiryReason[what]),
  },
  'clock.advance': {
    refused: (_, snapshot) => unlessDown(snapshot, textOf('choice.time-moves-on')),
  },
  'hacker.steal': {
    applies: ({ what }, { context }) => context.stealable.includes(what),
    refused: ({ what }, { context }) => {
      if (what === 'sso-session') return expiryReason['sso-session']
      return context.client === 'mobile'
        ? textOf('choice.no-token-to-steal')
        : textOf('choice.no-cookie-to-steal')
    },
  },
  'hacker.load': { refused: () => emptyHanded },
  'hacker.race': {
    refused: (_, snapshot) =>
      snapshot.context.stolen === null ? emptyHanded : whyNotLoaded('Store', snapshot),
  },
  'hacker.open': {
    // Only FusionAuth's own session opens an application by its login link.
    applies: (_, { context }) => context.sso && context.client !== 'mobile',
    never: () => textOf('choice.no-sso'),
    refused: () => emptyHanded,
  },
  'hacker.attack': { refused: () => textOf('choice.no-such-attack') },
  'fusionauth.revoke': revoking,
  'fusionauth.revoke-all': revoking,
  'fusionauth.end-sso': {
    applies: (_, { context }) => context.sso,
    refused: (_, snapshot) => atFusionAuth(snapshot, expiryReason['sso-session']),
  },
  'fusionauth.stop': { needs: 'power', refused: () => textOf('choice.stopped-already') },
  'fusionauth.start': { needs: 'power', refused: () => textOf('choice.running') },
}

const ruleOf = (event: LabEvent): Rule<LabEvent> => rules[event.type]

const possible = (event: LabEvent, capabilities: Capabilities): boolean => {
  const { needs } = ruleOf(event)
  return needs === undefined || capabilities[needs]
}

const applies = (event: LabEvent, snapshot: Snapshot): boolean =>
  ruleOf(event).applies?.(event, snapshot) ?? true

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
  const rule = ruleOf(event)
  const why = applies(event, snapshot) ? undefined : rule.never?.(event)
  return why ?? rule.refused(event, snapshot)
}

/** What can be done at a decision point, and what cannot and why. */
export const choicesAt = (snapshot: Snapshot, capabilities: Capabilities): readonly Choice[] =>
  candidates
    .filter((event) => possible(event, capabilities) && applies(event, snapshot))
    .map((event) => {
      const reason = unavailableReason(event, snapshot, capabilities)
      return { event, allowed: reason === null, reason }
    })
