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
import type { Production, Timeline } from './timeline.ts'

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

/** The events, without what a learner typed where it is a real password. */
const shownEvents = ({ events, world }: Timeline): readonly LabEvent[] =>
  world.secrets === null
    ? [...events]
    : events.map((event) =>
        event.type === 'learner.submit' && typeof event.credentials === 'object'
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

const planned = ({ id, phase, step, from, to, kind, label }: Message): PlannedMessage => ({
  id,
  phase,
  step,
  from,
  to,
  kind,
  label,
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
