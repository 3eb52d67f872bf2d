import type { SnapshotFrom } from 'xstate'
import type { LabMachine } from '../machine/compose.ts'
import type { AttackId } from '../model/attack-id.ts'
import { countableEvents, eventRules, type LabEvent } from '../model/event.ts'
import type {
  EventRule,
  Reason,
  Reasons,
  ReasonWhen,
  Situation,
  Subject,
} from '../model/event-kind.ts'
import { type ApplicationName, applicationNames } from '../model/participant.ts'
import type { Choice } from '../model/run.ts'
import { type Text, textOf } from '../model/text.ts'
import { mayHappen } from './may-happen.ts'

type Snapshot = SnapshotFrom<LabMachine>

/** What this world can do besides. */
export interface Capabilities {
  /** FusionAuth can be stopped and started. */
  readonly power: boolean
  /** The user's password can be changed. */
  readonly password: boolean
  /** The keys that sign can be replaced. */
  readonly keys: boolean
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

/** The application that an event is about: what the Hacker does is done to the Store. */
const appOf = (event: LabEvent): ApplicationName => ('app' in event ? event.app : 'Store')

const situations: Readonly<Record<Situation, (event: LabEvent, snapshot: Snapshot) => boolean>> = {
  'fusionauth-stopped': (_, { value }) => value.environment === 'stopped',
  'nothing-stolen': (_, { context }) => context.stolen === null,
  'app-away': (event, { value }) => value[appOf(event)] === 'away',
  'app-at-form': (event, { value }) => value[appOf(event)] === 'form',
  'app-is-store': (event) => appOf(event) === 'Store',
  'on-phone': (_, { context }) => context.client === 'mobile',
}

/** Whether a workflow has what the event is about. */
const subjects: Readonly<
  Record<Subject, (event: LabEvent, context: Snapshot['context']) => boolean>
> = {
  browser: (_, { client }) => client !== 'mobile',
  'app-on-device': (event, { client }) => client !== 'mobile' || appOf(event) === 'Store',
  'expiring-credential': (event, { expiring }) =>
    event.type === 'clock.expire' && expiring.includes(event.what),
  'stealable-credential': (event, { stealable }) =>
    event.type === 'hacker.steal' && stealable.includes(event.what),
  jwt: (_, { expiring }) => expiring.includes('jwt'),
  'refresh-token': (_, { expiring }) => expiring.includes('refresh-token'),
  sso: (_, { sso }) => sso,
  'sso-in-browser': (_, { sso, client }) => sso && client !== 'mobile',
  'log-out-everywhere': (_, { settings }) => settings['log-out-everywhere'],
}

const unable = {
  power: textOf('choice.real-power'),
  password: textOf('choice.real-password'),
  keys: textOf('choice.real-keys'),
} as const satisfies Readonly<Record<NonNullable<EventRule['needs']>, Text>>

const hasMembers = (event: LabEvent, members: Readonly<Record<string, string>>): boolean => {
  const own = new Map<string, unknown>(Object.entries(event))
  return Object.entries(members).every(([name, word]) => own.get(name) === word)
}

const say = (reason: Reason, event: LabEvent): Text =>
  // Every code that names an application has this one param, and the others have none.
  typeof reason === 'string' ? textOf(reason) : textOf(reason.code, { app: appOf(event) })

const isConditional = (one: Reasons[number]): one is ReasonWhen => Array.isArray(one)

const isSo = ([when]: ReasonWhen, event: LabEvent, snapshot: Snapshot): boolean =>
  typeof when === 'string' ? situations[when](event, snapshot) : hasMembers(event, when)

/** The first reason that is so. */
const reasonOf = (reasons: Reasons, event: LabEvent, snapshot: Snapshot): Text => {
  // The last of them is so in any case, and has a reason for each word (`model/event-kind.ts`).
  const found = reasons.find(
    (one) => !isConditional(one) || isSo(one, event, snapshot),
  ) as Reasons[number]
  const reason = isConditional(found) ? found[1] : found
  if (typeof reason !== 'object' || !('what' in reason)) return say(reason, event)
  const word = 'what' in event ? event.what : ''
  return say(reason.what[word] as Reason, event)
}

const possible = (event: LabEvent, capabilities: Capabilities): boolean => {
  const { needs } = eventRules[event.type]
  return needs === undefined || capabilities[needs]
}

const applies = (event: LabEvent, { context }: Snapshot): boolean => {
  const { about } = eventRules[event.type]
  return about === undefined || subjects[about](event, context)
}

/** Null when the event may happen now, else why not. */
export const unavailableReason = (
  event: LabEvent,
  snapshot: Snapshot,
  capabilities: Capabilities,
): Text | null => {
  const rule = eventRules[event.type]
  if (rule.needs !== undefined && !capabilities[rule.needs]) return unable[rule.needs]
  const isUnknown = event.type === 'hacker.attack' && !capabilities.plays(event.attack)
  if (mayHappen(snapshot, event) && !isUnknown) return null
  const never = applies(event, snapshot) ? undefined : rule.never
  return reasonOf(never ?? rule.refused, event, snapshot)
}

/** What can be done at a decision point, and what cannot and why. */
export const choicesAt = (snapshot: Snapshot, capabilities: Capabilities): readonly Choice[] =>
  candidates
    .filter((event) => possible(event, capabilities) && applies(event, snapshot))
    .map((event) => {
      const reason = unavailableReason(event, snapshot, capabilities)
      return { event, allowed: reason === null, reason }
    })
