import type { Profile } from '../model/client.ts'
import type { Difference } from '../model/difference.ts'
import type { LabEvent } from '../model/event.ts'
import type { Participant } from '../model/participant.ts'
import type { PlannedMessage, DecisionPoint } from '../model/run.ts'
import type { Divider, Message, Outcome, Trace } from '../model/trace.ts'
import type { Json } from '../model/wire.ts'
import { redacted } from './redactor.ts'
import type { World } from './ports.ts'
import type { RunConfig } from './run-config.ts'
import type { Timeline } from './timeline.ts'
import { sameEvent } from '../model/same-event.ts'

/** What the run says of itself in its trace. */
export interface LessonPlan {
  readonly workflow: string
  readonly lesson: string
  readonly profile: Profile
  readonly defences: Readonly<Record<string, Json>>
  readonly participants: readonly Participant[]
  readonly outcomesOf: (messages: readonly Message[]) => readonly Outcome[]
  /** A trace of the whole lesson played beforehand, and its decision points; what is still to come is drawn from it. */
  readonly rehearsal: {
    readonly trace: Trace
    readonly decisionPoints: readonly DecisionPoint[]
  } | null
  /**
   * In what messages differ from those of the rehearsal; null when nothing is compared, because both
   * are of the same server.
   */
  readonly compare:
    | ((
        expected: Pick<Trace, 'messages'>,
        observed: Pick<Trace, 'messages'>,
      ) => readonly Difference[])
    | null
}

/** What a run is told from. */
interface RunInput {
  readonly config: RunConfig
  readonly lessonPlan: LessonPlan
}

/** A typed password says something of its own when it is empty, or is the right one of the simulation. */
const mayBeShown = (password: string, { secrets, user }: World): boolean =>
  password === '' || (secrets === null && password === user.password)

/**
 * The events without the passwords that a learner typed. The messages show none of them either, so
 * the same events give the same trace.
 */
export const shownEvents = ({ events, world }: Timeline): readonly LabEvent[] =>
  events.map((event) =>
    event.type === 'learner.submit' &&
    typeof event.credentials === 'object' &&
    !mayBeShown(event.credentials.password, world)
      ? { ...event, credentials: { ...event.credentials, password: redacted } }
      : event,
  )

/** The trace of a line of history, as it stands. */
export const traceOf = ({ config, lessonPlan }: RunInput, timeline: Timeline): Trace => {
  const messages = [...timeline.recorder.messages]
  return {
    version: 2,
    workflow: lessonPlan.workflow,
    lesson: lessonPlan.lesson,
    fusionauth: timeline.world.fusionauth,
    profile: lessonPlan.profile,
    defences: lessonPlan.defences,
    seed: config.seed,
    events: shownEvents(timeline),
    participants: lessonPlan.participants,
    messages,
    dividers: [...timeline.recorder.dividers],
    outcome: lessonPlan.outcomesOf(messages),
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

/** Every arrow that the lesson brings. */
export const rehearsedIn = ({ lessonPlan }: RunInput): readonly PlannedMessage[] =>
  lessonPlan.rehearsal?.trace.messages.map(planned) ?? []

/**
 * The part of the rehearsal that is still to come, if this line has followed the lesson so far.
 *
 * @param rehearsed every arrow of it, as `rehearsedIn` gave them
 */
export const planOf = (
  { lessonPlan, config }: RunInput,
  rehearsed: readonly PlannedMessage[],
  timeline: Timeline,
): { plan: readonly PlannedMessage[]; plannedDividers: readonly Divider[] } => {
  const { rehearsal } = lessonPlan
  const done = timeline.events.length
  const onCourse =
    rehearsal !== null &&
    timeline.events.every((event, index) => sameEvent(event, config.lesson[index]))
  if (!onCourse) return { plan: [], plannedDividers: [] }
  const from = rehearsal.decisionPoints[done]?.after ?? rehearsal.trace.messages.length
  const shift = timeline.recorder.messages.length - from
  const drawn = timeline.recorder.dividers.length
  return {
    plan: rehearsed.slice(from),
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
  { lessonPlan, config }: RunInput,
  timeline: Timeline,
): { readonly differences?: readonly Difference[] } => {
  const { rehearsal, compare } = lessonPlan
  if (compare === null || rehearsal === null) return {}
  const { events, decisionPoints, recorder } = timeline
  const off = events.findIndex((event, index) => !sameEvent(event, config.lesson[index]))
  const done = off < 0 ? events.length : off
  const upTo = (all: readonly DecisionPoint[]): number => all[done]?.after ?? 0
  return {
    differences: compare(
      { messages: rehearsal.trace.messages.slice(0, upTo(rehearsal.decisionPoints)) },
      { messages: recorder.messages.slice(0, upTo(decisionPoints)) },
    ),
  }
}
