import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph'
import type { SnapshotFrom } from 'xstate'
import type { RunConfig } from '../../../scenarios/engine/run-config.ts'
import type { LabMachine } from '../../../scenarios/machine/compose.ts'
import type { Effect } from '../../../scenarios/machine/effect.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import { expectedEnd, expectedPageKind, isApplicationError, winsRace } from './oracle.ts'
import type { Scope } from './scope.ts'

type Snapshot = SnapshotFrom<LabMachine>
export type Region = keyof Snapshot['value']

/** One decision of the learner, with the decision points before and after it as the model has them. */
export interface Move {
  readonly event: LabEvent
  readonly from: Snapshot
  readonly to: Snapshot
  /** The transitions that it takes, in every region: `Store.home learner.load loading`. */
  readonly taken: readonly string[]
}

const isBusy = (snapshot: Snapshot): boolean => snapshot.hasTag('busy')

const situationOf = (snapshot: Snapshot, { profile = 'fidelity' }: Scope) => ({
  context: snapshot.context,
  running: snapshot.value.environment !== 'stopped',
  profile,
})

/** What the machine has asked for and waits for, by the name of the invocation. */
const asked = (snapshot: Snapshot): readonly (readonly [string, Effect])[] =>
  Object.entries(snapshot.children).flatMap(([id, child]) => {
    const held = child?.getSnapshot() as { readonly input?: Effect } | undefined
    return held?.input === undefined ? [] : [[id, held.input] as const]
  })

/** The answer that a world would give to what was asked. */
const answers = (snapshot: Snapshot, scope: Scope): readonly LabEvent[] =>
  asked(snapshot).flatMap(([id, effect]) => {
    const { context } = snapshot
    const situation = situationOf(snapshot, scope)
    const output = {
      page: expectedPageKind(effect, situation),
      now: expectedEnd(effect, context.expected),
      ...(isApplicationError(effect, situation) ? { isApplicationError: true } : {}),
      ...(effect.type === 'race-hacker'
        ? { isHackerIn: winsRace(effect.credential, situation) }
        : {}),
    }
    // What ends an invocation is no event of the learner's.
    return [{ type: `xstate.done.actor.${id}`, output } as unknown as LabEvent]
  })

/** What lives, and in which order it ends: two decision points alike in this go on alike. */
const alive = ({ context }: Snapshot): string => {
  const { expected, stolen } = context
  const deadlines = [
    ...Object.values(expected.applications).flatMap(({ session, jwt, refreshToken }) => [
      session,
      jwt,
      refreshToken,
    ]),
    expected.ssoSession,
  ]
  const ends = [...new Set(deadlines.filter((end) => end > expected.now))].toSorted((a, b) => a - b)
  const cookies = Object.values(expected.applications).map(({ cookies: has, family }) => [
    has,
    family > 0,
  ])
  return JSON.stringify([
    deadlines.map((end) => (end === 0 ? null : ends.indexOf(end) + 1)),
    cookies,
    expected.cookieOf,
    stolen,
  ])
}

const nodes = new WeakMap<Snapshot, string>()

/** What tells two states of the model apart; a snapshot never changes, so it is worked out once. */
const node = (snapshot: Snapshot): string => {
  const known = nodes.get(snapshot)
  if (known !== undefined) return known
  const name =
    JSON.stringify([snapshot.value, isBusy(snapshot) ? asked(snapshot) : []]) + alive(snapshot)
  nodes.set(snapshot, name)
  return name
}

const isLearners = ({ type }: { readonly type: string }): boolean => !type.startsWith('xstate.')

export const nameOf = (state: unknown): string =>
  typeof state === 'string' ? state : JSON.stringify(state)

const takenBetween = (from: Snapshot, type: string, to: Snapshot): readonly string[] =>
  (Object.keys(to.value) as Region[])
    .filter((region) => from.value[region] !== to.value[region])
    .map((region) =>
      [`${region}.${nameOf(from.value[region])}`, shortType(type), nameOf(to.value[region])].join(
        ' ',
      ),
    )

/** The end of an invocation is named by what was invoked: it is the state's only one. */
export const shortType = (type: string): string =>
  type.startsWith('xstate.done') ? 'done' : type.startsWith('xstate.error') ? 'error' : type

/** The same machine, which takes no transition twice: what was worked out once is the same object again. */
const remembering = (machine: LabMachine): LabMachine => {
  const steps = new WeakMap<Snapshot, Map<string, Snapshot>>()
  let initial: Snapshot | null = null
  const getInitialSnapshot: LabMachine['getInitialSnapshot'] = (...args) =>
    (initial ??= machine.getInitialSnapshot(...args))
  const transition: LabMachine['transition'] = (snapshot, event, scope) => {
    const known = steps.get(snapshot) ?? new Map<string, Snapshot>()
    steps.set(snapshot, known)
    const key = JSON.stringify(event)
    const next = known.get(key) ?? machine.transition(snapshot, event, scope)
    known.set(key, next)
    return next
  }
  return Object.assign(Object.create(machine) as LabMachine, { getInitialSnapshot, transition })
}

/** The ways of a workflow's machine through a scope: each a list of moves from the beginning. */
export const waysThrough = (
  { machine: forgetful, input, start }: RunConfig,
  scope: Scope,
): readonly (readonly Move[])[] => {
  const machine = remembering(forgetful)
  const possible = new WeakMap<Snapshot, readonly LabEvent[]>()
  const eventsAt = (snapshot: Snapshot): readonly LabEvent[] =>
    isBusy(snapshot)
      ? answers(snapshot, scope)
      : scope.events(snapshot).filter((event) => snapshot.can(event))
  const options = {
    input: { ...input, start },
    events: (snapshot: Snapshot): readonly LabEvent[] => {
      const events = possible.get(snapshot) ?? eventsAt(snapshot)
      possible.set(snapshot, events)
      return events
    },
    serializeState: node,
    serializeEvent: (event: LabEvent) => JSON.stringify(event),
    limit: 100_000,
  }
  const edges = adjacencyMapToArray(getAdjacencyMap(machine, options))
  const after = new Map(edges.map((edge) => [node(edge.state), edge]))
  const before = new Map(
    getShortestPaths(machine, options).map((path) => [node(path.state), movesOf(path.steps)]),
  )
  // A shortest path leads to a decision point; what may be done there comes on top of it.
  return edges.flatMap(({ state, event, nextState }): (readonly Move[])[] => {
    const way = before.get(node(state))
    if (isBusy(state) || way === undefined) return []
    const end = isBusy(nextState) ? after.get(node(nextState)) : undefined
    const to = end?.nextState ?? nextState
    const taken = [
      ...takenBetween(state, event.type, nextState),
      ...(end === undefined ? [] : takenBetween(nextState, end.event.type, to)),
    ]
    return isBusy(to) ? [] : [[...way, { event, from: state, to, taken }]]
  })
}

const movesOf = (
  steps: readonly { readonly event: LabEvent; readonly state: Snapshot }[],
): readonly Move[] => {
  const moves: Move[] = []
  let from = steps[0]?.state
  let event: LabEvent | null = null
  let taken: string[] = []
  let previous = from
  for (const step of steps.slice(1)) {
    if (previous === undefined || from === undefined) break
    if (isLearners(step.event)) {
      event = step.event
      taken = []
    }
    taken.push(...takenBetween(previous, step.event.type, step.state))
    previous = step.state
    if (!isBusy(step.state) && event !== null) {
      moves.push({ event, from, to: step.state, taken })
      from = step.state
      event = null
    }
  }
  return moves
}

/** So few of the ways that each of what they cover is covered; long ones first, they cover most. */
export const coverOf = (
  ways: readonly (readonly Move[])[],
  covers: (move: Move) => readonly string[],
): readonly (readonly Move[])[] => {
  const left = new Set(ways.flatMap((way) => way.flatMap(covers)))
  const chosen: (readonly Move[])[] = []
  for (const way of ways.toSorted((a, b) => b.length - a.length)) {
    const last = way.at(-1)
    const isNew = last !== undefined && covers(last).some((one) => left.has(one))
    if (!isNew) continue
    chosen.push(way)
    for (const one of way.flatMap(covers)) left.delete(one)
  }
  return chosen
}

/** Every transition that a workflow's machine has, but for what happens when the lab itself breaks. */
export const transitionsOf = ({ machine }: RunConfig): readonly string[] =>
  Object.entries(machine.root.states).flatMap(([region, { states }]) =>
    Object.entries(states).flatMap(([name, { transitions, always = [] }]) =>
      // What follows by itself follows the end of another region's act.
      [...transitions, ['xstate.done', always] as const].flatMap(([type, list]) =>
        shortType(type) === 'error'
          ? []
          : list.flatMap(({ target }) =>
              (target ?? []).map(({ key }) => `${region}.${name} ${shortType(type)} ${key}`),
            ),
      ),
    ),
  )

/** Whether a transition is one of an attack that is played whole. */
export const isOfAttacks = (transition: string): boolean =>
  /^attack\.| hacker\.attack |\.underAttack /.test(transition)
