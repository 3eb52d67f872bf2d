import { type Actor, createActor, fromPromise, type SnapshotFrom, waitFor } from 'xstate'
import type { Claims } from '../parts/claims.ts'
import type { LabMachine } from '../parts/compose.ts'
import type { Act, Seen } from '../parts/act.ts'
import type { LabEvent, Rest } from '../vocabulary.ts'
import { type Capabilities, choicesAt, whyNot } from './choices.ts'
import { openStage } from './open-stage.ts'
import { perform } from './perform.ts'
import type { Account, World } from './ports.ts'
import type { Production } from './production.ts'
import type { Recorder } from './recorder.ts'

type Snapshot = SnapshotFrom<LabMachine>

/**
 * One line of history: a world with its agents, its machine and its record. Branching replays the
 * events of another line in a new world; equal seeds make that exact.
 */
export interface Timeline {
  readonly recorder: Recorder
  readonly world: World
  readonly events: readonly LabEvent[]
  /** The rest before the first event, and the one after each. */
  readonly rests: readonly Rest[]
  now(): number
  /** What the machine holds to be true now, for a test to compare with the world. */
  claims(): Claims
  /** Where the machine stands, region by region. */
  standing(): Snapshot['value']
  /** Carries an event out; says why not, or what stands in the way after it. */
  act(event: LabEvent): Promise<string | null>
  close(): void
}

const sameEvent = (a: LabEvent | undefined, b: LabEvent): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b)

/** The lesson's next event: the first not yet done, if this line did the lesson's events so far. */
const nextOf = (lesson: readonly LabEvent[], done: number, snapshot: Snapshot): LabEvent | null => {
  const next = lesson[done]
  return next !== undefined && snapshot.can(next) ? next : null
}

/** The user's own words, typed by hand, are the named case, and the lesson goes on as planned. */
const named = (event: LabEvent, { loginId, password }: Account): LabEvent => {
  if (event.type !== 'learner.submit' || typeof event.credentials !== 'object') return event
  const { credentials } = event
  const isRight = credentials.loginId === loginId && credentials.password === password
  return isRight ? { ...event, credentials: 'right' } : event
}

export const openTimeline = async (production: Production): Promise<Timeline> => {
  const stage = await openStage(production)
  const { recorder, world, clock } = stage
  let failure: unknown = null
  let problem: string | null = null
  const act = fromPromise<Seen, Act>(async ({ input }) => {
    if ('phase' in input) recorder.step(step, input.phase)
    try {
      const seen = await perform(input, stage)
      problem = seen.problem ?? null
      return seen
    } catch (error) {
      failure = error
      throw error
    }
  })
  let step: LabEvent['type'] = 'learner.open'
  const actor: Actor<LabMachine> = createActor(production.machine.provide({ actors: { act } }), {
    input: { ...production.input, start: clock.now() },
  })
  actor.start()

  const capabilities: Capabilities = {
    power: world.power !== undefined,
    password: world.changePassword !== undefined,
    plays: (id) => production.attacks.has(id),
  }
  const events: LabEvent[] = []
  const rests: Rest[] = []
  let followed = 0
  const rest = (): void => {
    const snapshot = actor.getSnapshot()
    rests.push({
      after: recorder.messages.length,
      choices: choicesAt(snapshot, capabilities),
      next: nextOf(production.lesson, followed, snapshot),
    })
  }
  rest()

  return {
    recorder,
    world,
    events,
    rests,
    now: () => clock.now(),
    claims: () => actor.getSnapshot().context.claims,
    standing: () => actor.getSnapshot().value,
    act: async (given) => {
      const event = named(given, world.user)
      const refusal = whyNot(event, actor.getSnapshot(), capabilities)
      if (refusal !== null) return refusal
      step = event.type
      failure = null
      problem = null
      actor.send(event)
      await waitFor(actor, (snapshot) => !snapshot.hasTag('busy'))
      events.push(event)
      if (sameEvent(production.lesson[followed], event)) followed++
      rest()
      return failure === null
        ? problem
        : `Something went wrong in Login Lab itself (${failure instanceof Error ? failure.message : 'an unknown fault'}). The run goes on from here; please report it.`
    },
    close: () => {
      actor.stop()
      // A trace of a real server holds its tokens, so they end with the run; nobody waits for it.
      const { device, hacker } = stage.cast
      const jars = [...device.jar(), ...hacker.jar()]
      void world.endLifetimes?.(['refresh-token', 'sso-session'], jars)
      world.close()
    },
  }
}
