import { type Actor, createActor, fromPromise, type SnapshotFrom, waitFor } from 'xstate'
import type { ExpectedState } from '../machine/expected-state.ts'
import type { LabMachine } from '../machine/compose.ts'
import type { Effect, EffectResult } from '../machine/effect.ts'
import type { LabEvent } from '../model/event.ts'
import type { DecisionPoint } from '../model/run.ts'
import type { Message } from '../model/trace.ts'
import { type Capabilities, choicesAt, unavailableReason } from './choices.ts'
import { mayHappen } from './may-happen.ts'
import { openSimulation } from './open-simulation.ts'
import { createLessonTime } from './lesson-time.ts'
import type { Account, World } from './ports.ts'
import type { RunConfig } from './run-config.ts'
import type { Recorder } from './recorder.ts'
import { type Text, textOf } from '../model/text.ts'
import { sameEvent } from '../model/same-event.ts'

type Snapshot = SnapshotFrom<LabMachine>

/**
 * One line of history: a world with its agents, its machine and its record. Branching replays the
 * events of another line in a new world; equal seeds make that exact.
 */
export interface Timeline {
  readonly recorder: Recorder
  readonly world: World
  readonly events: readonly LabEvent[]
  /** The same by name, for a history: of what was typed only whether it was right. */
  readonly namedEvents: readonly LabEvent[]
  /** The decision point before the first event, and the one after each. */
  readonly decisionPoints: readonly DecisionPoint[]
  now(): number
  /** What the machine holds to be true now, for a test to compare with the world. */
  expectedState(): ExpectedState
  /** Where the machine stands, region by region. */
  machineState(): Snapshot['value']
  /** Carries an event out; says why not, or what stands in the way after it. */
  act(event: LabEvent): Promise<Text | null>
  close(): void
}

/** The lesson's next event: the first not yet done, if this line did the lesson's events so far. */
const nextOf = (lesson: readonly LabEvent[], done: number, snapshot: Snapshot): LabEvent | null => {
  const next = lesson[done]
  return next !== undefined && mayHappen(snapshot, next) ? next : null
}

/** The user's own words, typed by hand, are the named case, and the lesson goes on as planned. */
const named = (event: LabEvent, { loginId, password }: Account): LabEvent => {
  if (event.type !== 'learner.submit' || typeof event.credentials !== 'object') return event
  const { credentials } = event
  const isRight = credentials.loginId === loginId && credentials.password === password
  return isRight ? { ...event, credentials: 'right' } : event
}

/** Tables in which a login that was granted leaves something. */
const granted = new Set(['appSessions', 'ssoSessions', 'refreshTokens', 'localStorage', 'device'])

const isGranted = (messages: readonly Message[]): boolean =>
  messages
    .flatMap(({ changes }) => changes)
    .some(({ op, where }) => op === 'set' && granted.has(where.split('.')[1] ?? ''))

/** The event without what was typed, by what came of it. */
const withoutTyped = (event: LabEvent, messages: readonly Message[]): LabEvent =>
  event.type === 'learner.submit' && typeof event.credentials === 'object'
    ? { ...event, credentials: isGranted(messages) ? 'right' : 'wrong-password' }
    : event

/** Who runs the effects of a machine at work, by its actor system. */
const runners = new WeakMap<object, (effect: Effect) => Promise<EffectResult>>()

const boundEffect = fromPromise<EffectResult, Effect>(({ input, system }) => {
  const run = runners.get(system)
  return run === undefined
    ? Promise.reject(new Error('no timeline is bound to this machine'))
    : run(input)
})

/** Machines with the engine bound: one of each, since XState works out its transitions once a machine. */
const bound = new WeakMap<LabMachine, LabMachine>()

const withEffects = (machine: LabMachine): LabMachine => {
  const known = bound.get(machine) ?? machine.provide({ actors: { effect: boundEffect } })
  bound.set(machine, known)
  return known
}

export const openTimeline = async (config: RunConfig): Promise<Timeline> => {
  const simulation = await openSimulation(config)
  const { recorder, world, clock } = simulation
  const lessonTime = createLessonTime(simulation)
  let failure: unknown = null
  let problem: Text | null = null
  let step: LabEvent['type'] = 'learner.open'
  const actor: Actor<LabMachine> = createActor(withEffects(config.machine), {
    input: { ...config.input, start: clock.now() },
  })
  runners.set(actor.system, async (effect) => {
    if ('phase' in effect) recorder.step(step, effect.phase)
    try {
      const result = await lessonTime.run(effect)
      problem = result.problem ?? null
      return result
    } catch (error) {
      failure = error
      throw error
    }
  })
  actor.start()

  const capabilities: Capabilities = {
    power: world.power !== undefined,
    password: world.changePassword !== undefined,
    keys: world.rotateKey !== undefined,
    plays: (id) => config.attacks.has(id),
  }
  /** In the steps that are still to come, or in an attack now: a JWT that it brings runs out in it. */
  const isJwtToRunOut = (event: LabEvent, coming: readonly LabEvent[]): boolean => {
    const outlives = (one: LabEvent): boolean =>
      one.type === 'hacker.attack' && config.attacks.get(one.attack)?.outlivesJwts === true
    return outlives(event) || coming.some((one) => one.type === 'clock.expire' || outlives(one))
  }
  const events: LabEvent[] = []
  const namedEvents: LabEvent[] = []
  const decisionPoints: DecisionPoint[] = []
  let followed = 0
  const addDecisionPoint = (): void => {
    const snapshot = actor.getSnapshot()
    decisionPoints.push({
      after: recorder.messages.length,
      choices: choicesAt(snapshot, capabilities),
      next: nextOf(config.lesson, followed, snapshot),
    })
  }
  addDecisionPoint()

  return {
    recorder,
    world,
    events,
    namedEvents,
    decisionPoints,
    now: () => clock.now(),
    expectedState: () => actor.getSnapshot().context.expected,
    machineState: () => actor.getSnapshot().value,
    act: async (given) => {
      const event = named(given, world.user)
      const refusal = unavailableReason(event, actor.getSnapshot(), capabilities)
      if (refusal !== null) return refusal
      const done = followed + (sameEvent(config.lesson[followed], event) ? 1 : 0)
      const coming = config.lesson.slice(done)
      const unprepared = (await world.prepareFor?.(isJwtToRunOut(event, coming))) ?? null
      step = event.type
      failure = null
      problem = null
      const before = recorder.messages.length
      actor.send(event)
      await waitFor(actor, (snapshot) => !snapshot.hasTag('busy'))
      events.push(event)
      namedEvents.push(withoutTyped(event, recorder.messages.slice(before)))
      followed = done
      addDecisionPoint()
      return failure === null
        ? (problem ?? unprepared)
        : textOf('problem.fault', { what: failure instanceof Error ? failure.message : null })
    },
    close: () => {
      actor.stop()
      world.close()
    },
  }
}
