import { compareTraces } from '../compare/index.ts'
import type {
  Difference,
  Divider,
  Json,
  LabEvent,
  Message,
  Outcome,
  Participant,
  PlannedMessage,
  Profile,
  Rest,
  Trace,
} from '../vocabulary.ts'
import { masked } from './mask.ts'
import type { World } from './ports.ts'
import type { Production } from './production.ts'
import type { Timeline } from './timeline.ts'

/** What the run says of itself in its trace. */
export interface Programme {
  readonly workflow: string
  readonly lesson: string
  readonly profile: Profile
  readonly defences: Readonly<Record<string, Json>>
  readonly participants: readonly Participant[]
  readonly outcomesOf: (messages: readonly Message[]) => readonly Outcome[]
  /** A trace of the whole lesson played beforehand, and its rests; what is still to come is drawn from it. */
  readonly rehearsal: { readonly trace: Trace; readonly rests: readonly Rest[] } | null
  /** Whether the run is held against the rehearsal: it is, when the two are of different servers. */
  readonly compares: boolean
}

/** What a run is told from. */
interface Telling {
  readonly production: Production
  readonly programme: Programme
}

/** A typed password says something of its own when it is empty, or is the play's own right one. */
const tells = (password: string, { secrets, user }: World): boolean =>
  password === '' || (secrets === null && password === user.password)

/**
 * The events without the passwords that a learner typed. The messages show none of them either, so
 * the same events give the same trace.
 */
export const shownEvents = ({ events, world }: Timeline): readonly LabEvent[] =>
  events.map((event) =>
    event.type === 'learner.submit' &&
    typeof event.credentials === 'object' &&
    !tells(event.credentials.password, world)
      ? { ...event, credentials: { ...event.credentials, password: masked } }
      : event,
  )

/** The trace of a line of history, as it stands. */
export const traceOf = ({ production, programme }: Telling, timeline: Timeline): Trace => {
  const messages = [...timeline.recorder.messages]
  return {
    version: 1,
    workflow: programme.workflow,
    lesson: programme.lesson,
    fusionauth: timeline.world.fusionauth,
    profile: programme.profile,
    defences: programme.defences,
    seed: production.seed,
    events: shownEvents(timeline),
    participants: programme.participants,
    messages,
    dividers: [...timeline.recorder.dividers],
    outcome: programme.outcomesOf(messages),
  }
}

const planned = ({ id, phase, step, from, to, kind, label, by }: Message): PlannedMessage => ({
  id,
  phase,
  step,
  from,
  to,
  kind,
  label,
  ...(by !== undefined && { by }),
})

/** The part of the rehearsal that is still to come, if this line has followed the lesson so far. */
export const planOf = (
  { programme, production }: Telling,
  timeline: Timeline,
): { plan: readonly PlannedMessage[]; plannedDividers: readonly Divider[] } => {
  const { rehearsal } = programme
  const done = timeline.events.length
  const onCourse =
    rehearsal !== null &&
    JSON.stringify(timeline.events) === JSON.stringify(production.lesson.slice(0, done))
  if (!onCourse) return { plan: [], plannedDividers: [] }
  const from = rehearsal.rests[done]?.after ?? rehearsal.trace.messages.length
  const shift = timeline.recorder.messages.length - from
  const drawn = timeline.recorder.dividers.length
  return {
    plan: rehearsal.trace.messages.slice(from).map(planned),
    plannedDividers: rehearsal.trace.dividers
      .slice(drawn)
      .map(({ before, kind }) => ({ before: before + shift, kind })),
  }
}

/**
 * In what the run differs from its rehearsal, as far as both did the same: after an event that is not
 * the lesson's nothing is compared.
 */
export const differencesOf = (
  { programme, production }: Telling,
  timeline: Timeline,
): { readonly differences?: readonly Difference[] } => {
  const { rehearsal, compares } = programme
  if (!compares || rehearsal === null) return {}
  const { events, rests, recorder } = timeline
  const off = events.findIndex(
    (event, index) => JSON.stringify(event) !== JSON.stringify(production.lesson[index]),
  )
  const done = off < 0 ? events.length : off
  const upTo = (all: readonly Rest[]): number => all[done]?.after ?? 0
  return {
    differences: compareTraces(
      { messages: rehearsal.trace.messages.slice(0, upTo(rehearsal.rests)) },
      { messages: recorder.messages.slice(0, upTo(rests)) },
    ),
  }
}
