import type { LabEvent } from '../model/event.ts'
import type { Choice, PlannedMessage, DecisionPoint, RunState } from '../model/run.ts'
import type { Message } from '../model/trace.ts'
import { sameJson } from '../model/json.ts'
import { sameEvent } from '../model/same-event.ts'

/** How much somebody has of a branch: its first messages and decision points. */
export interface Extent {
  readonly branch: string
  readonly messages: number
  readonly decisionPoints: number
}

/** A run as it is told first; what follows are increments. */
export interface RunHeader {
  readonly state: RunState
  /**
   * Every arrow that the lesson brings; the plan is always an end of it. Left out where it is the
   * plan itself, as at the beginning of a run.
   */
  readonly rehearsal?: readonly PlannedMessage[]
}

/** How a run is told first, to somebody who has nothing of it. */
export const openingOf = (state: RunState, rehearsal: readonly PlannedMessage[]): RunHeader =>
  rehearsal.length === state.plan.length ? { state } : { state, rehearsal }

/** A decision point; of its choices those that the one before has, too, are told by their index there. */
export type DecisionPointIncrement = Omit<DecisionPoint, 'choices'> & {
  readonly choices: readonly (Choice | number)[]
}

/** Parts of a run's state that are told anew each time: they are small, or change in the middle. */
type Changing = Pick<
  RunState,
  'busy' | 'branch' | 'branches' | 'now' | 'plannedDividers' | 'differences'
> &
  Pick<RunState['trace'], 'dividers' | 'outcome'>

/** What a run has become since a receiver last heard of it; messages and decision points are never told twice. */
export interface Increment extends Changing {
  /** What it goes on from; null when the receiver has nothing that it could go on from. */
  readonly base: Extent | null
  readonly messages: readonly Message[]
  readonly decisionPoints: readonly DecisionPointIncrement[]
  readonly events: readonly LabEvent[]
  /** How many arrows of the rehearsal are still to come. */
  readonly planned: number
}

export const extentOf = ({ branch, trace, decisionPoints }: RunState): Extent => ({
  branch,
  messages: trace.messages.length,
  decisionPoints: decisionPoints.length,
})

/** As text, for a query or the id of a server-sent event: `b1.12.4`. */
export const writeExtent = ({ branch, messages, decisionPoints }: Extent): string =>
  `${branch}.${messages}.${decisionPoints}`

/** Reads what `writeExtent` wrote; null for any other text. */
export const readExtent = (text: string): Extent | null => {
  const [, branch, messages, decisionPoints] = /^(.{1,100})\.(\d{1,9})\.(\d{1,9})$/.exec(text) ?? []
  return branch === undefined
    ? null
    : { branch, messages: Number(messages), decisionPoints: Number(decisionPoints) }
}

/** What of an extent is part of a state: of its branch, or of what that has in common with its parent. */
const baseIn = (state: RunState, have: Extent): Extent | null => {
  if (have.messages + have.decisionPoints === 0) return null
  const whole = extentOf(state)
  if (have.branch === state.branch)
    return have.messages <= whole.messages && have.decisionPoints <= whole.decisionPoints
      ? have
      : null
  const own = state.branches.find(({ id }) => id === state.branch)
  if (own?.parent !== have.branch) return null
  // A branch has a decision point before its first event and one after each.
  const shared = whole.decisionPoints - own.events.length
  return {
    branch: have.branch,
    messages: Math.min(have.messages, own.forkedAt),
    decisionPoints: Math.min(have.decisionPoints, shared),
  }
}

/** What tells two choices apart most often comes first: a tour has hundreds of pairs. */
const isSameChoice = (one: Choice | undefined, other: Choice): boolean =>
  one !== undefined &&
  one.event.type === other.event.type &&
  one.allowed === other.allowed &&
  one.reason?.code === other.reason?.code &&
  sameEvent(one.event, other.event) &&
  sameJson(one.reason, other.reason)

/** As short as can be; most choices are there again at the next decision point. */
const shorten = (
  { choices, ...rest }: DecisionPoint,
  before: DecisionPoint | undefined,
): DecisionPointIncrement => {
  const known = before?.choices ?? []
  return {
    ...rest,
    choices: choices.map((choice, place) => {
      // Mostly nothing has changed, and it stands where it stood.
      const index = isSameChoice(known[place], choice)
        ? place
        : known.findIndex((one) => isSameChoice(one, choice))
      return index === -1 ? choice : index
    }),
  }
}

/** Undoes `shorten`; null when the decision point before has no such choice. */
const lengthen = (
  { choices, ...rest }: DecisionPointIncrement,
  before: DecisionPoint | undefined,
): DecisionPoint | null => {
  const whole = choices.map((one) => (typeof one === 'number' ? before?.choices[one] : one))
  return whole.includes(undefined) ? null : { ...rest, choices: whole as readonly Choice[] }
}

/** What is new in a state for somebody who has that much of it. */
export const incrementSince = (state: RunState, have: Extent | null): Increment => {
  const { trace, decisionPoints, plan, plannedDividers, branch, branches, busy, now, differences } =
    state
  const base = have === null ? null : baseIn(state, have)
  return {
    base,
    branch,
    messages: trace.messages.slice(base?.messages ?? 0),
    decisionPoints: decisionPoints
      .slice(base?.decisionPoints ?? 0)
      .map((point, index) =>
        shorten(point, decisionPoints[(base?.decisionPoints ?? 0) + index - 1]),
      ),
    events: trace.events.slice(Math.max(0, (base?.decisionPoints ?? 0) - 1)),
    dividers: trace.dividers,
    outcome: trace.outcome,
    planned: plan.length,
    plannedDividers,
    branches,
    busy,
    now,
    ...(differences === undefined ? {} : { differences }),
  }
}

/** A run's state elsewhere, kept up by increments. */
export interface Replica {
  readonly state: RunState
  /** What it has of a branch, to be told what is new; nothing of one that it has not seen. */
  extentOf(branch?: string): Extent
  /** Takes an increment in; false when it lacks what that goes on from: then it needs an opening. */
  apply(increment: Increment): boolean
}

const ended = <T>(all: readonly T[], count: number): readonly T[] =>
  count === 0 ? [] : all.slice(-count)

/**
 * A replica of a run as it was opened. Messages that stay are the same objects from state to state.
 */
export const createReplica = ({ state: first, rehearsal = first.plan }: RunHeader): Replica => {
  const known = new Map([[first.branch, first]])
  let state = first
  return {
    get state() {
      return state
    },
    extentOf: (branch = state.branch) => {
      const result = known.get(branch)
      return result === undefined ? { branch, messages: 0, decisionPoints: 0 } : extentOf(result)
    },
    apply: (increment) => {
      const { base, messages, decisionPoints, events, planned, dividers, outcome, ...rest } =
        increment
      const source = base === null ? null : known.get(base.branch)
      const has = source == null ? null : extentOf(source)
      if (base !== null) {
        if (
          has === null ||
          has.messages < base.messages ||
          has.decisionPoints < base.decisionPoints
        )
          return false
      }
      // An answer that was overtaken by a later one says nothing new.
      const { messages: sofar } = extentOf(state)
      const isOld =
        increment.branch === state.branch && (base?.messages ?? 0) + messages.length < sofar
      if (isOld) return true
      const kept = {
        messages: source?.trace.messages.slice(0, base?.messages) ?? [],
        decisionPoints: source?.decisionPoints.slice(0, base?.decisionPoints) ?? [],
        events: source?.trace.events.slice(0, Math.max(0, (base?.decisionPoints ?? 0) - 1)) ?? [],
      }
      const all = [...kept.decisionPoints]
      for (const told of decisionPoints) {
        const whole = lengthen(told, all.at(-1))
        if (whole === null) return false
        all.push(whole)
      }
      const trace = {
        ...first.trace,
        events: [...kept.events, ...events],
        messages: [...kept.messages, ...messages],
        dividers,
        outcome,
      }
      state = {
        ...rest,
        trace,
        decisionPoints: all,
        plan: ended(rehearsal, planned),
      }
      known.set(state.branch, state)
      return true
    },
  }
}
