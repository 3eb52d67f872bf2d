import { type Actor, createActor, fromPromise, type SnapshotFrom, waitFor } from 'xstate'
import type { Attacks } from '../attacks/attack.ts'
import type { Claims } from '../parts/claims.ts'
import type { LabMachine } from '../parts/compose.ts'
import type { Act, LabInput, Seen } from '../parts/setup.ts'
import type { LabEvent, Participant, Rest } from '../vocabulary.ts'
import { createAgent } from './agent.ts'
import { type Capabilities, choicesAt, whyNot } from './choices.ts'
import type { CookiePolicy } from './cookie-jar.ts'
import type { Programs } from './script/page-script.ts'
import { createBrowser, createPhone, type Device } from './drivers/device.ts'
import { createClock } from './clock.ts'
import { createGate, type Gate, waitsForRefresh } from './gate.ts'
import { createMask, createPasswordMask, type Mask } from './mask.ts'
import { createLine } from './line.ts'
import { perform } from './perform.ts'
import {
  type Account,
  type Call,
  type Random,
  Unreachable,
  type World,
  type WorldPorts,
} from './ports.ts'
import { seededRandom } from './random.ts'
import type { Stage } from './stage.ts'
import { createRecorder, type Naming, type Recorder } from './recorder.ts'

type Snapshot = SnapshotFrom<LabMachine>

/** What is the same on every branch of a run. */
export interface Production {
  readonly machine: LabMachine
  readonly input: Omit<LabInput, 'start'>
  readonly naming: Naming
  readonly openWorld: (ports: WorldPorts) => Promise<World>
  /** What the scripts of pages do. */
  readonly programs: Programs
  /** What the Hacker can be asked to play. */
  readonly attacks: Attacks
  /** What the Browser does where browsers may choose. */
  readonly cookiePolicy: CookiePolicy
  readonly seed: string
  /** Events of the lesson, in order. */
  readonly lesson: readonly LabEvent[]
  /** Protocol time of the beginning, milliseconds since 1970. */
  readonly start: number
  /** Real time in milliseconds, when time passes by itself (a real FusionAuth). */
  readonly realTime?: () => number
  /** Where randomness comes from instead of the seed (a real FusionAuth: nothing may be guessed). */
  readonly random?: (label: string) => Random
}

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

/** The gate learns of those who wait for another's answer. */
const telling =
  (recorder: Recorder, gate: Gate): Recorder['self'] =>
  (participant, name, label, exchange) => {
    recorder.self(participant, name, label, exchange)
    if (name === waitsForRefresh) gate.waits()
  }

const openStage = async (production: Production): Promise<Stage> => {
  const { seed, naming, start, realTime } = production
  const clock = createClock(start, realTime)
  let world: World | null = null
  let mask: Mask | null = null
  let typed: Mask | null = null
  const gate = createGate()
  const recorder = createRecorder(clock, naming, (json) => (mask ?? typed)?.clean(json) ?? null)
  const random = production.random ?? ((label: string) => seededRandom(`${seed}/${label}`))
  const participantAt = (url: string): Participant | null => {
    const places = world?.places
    const host = URL.parse(url)?.host
    if (places === undefined || host === undefined) return null
    const lives = (origin: string): boolean => new URL(origin).host === host
    if (lives(places.Hacker.sibling)) return 'Hacker'
    const names = ['Store', 'Forums', 'FusionAuth', 'Hacker'] as const
    return names.find((name) => lives(places[name].origin)) ?? null
  }
  const deliver: World['deliver'] = (request, exchange) =>
    world === null
      ? Promise.reject(new Unreachable(request.url, 'the world is not open yet'))
      : world.deliver(request, exchange)
  const wire =
    (from: Participant): Call =>
    async (request, cause) => {
      const exchange = recorder.request(from, participantAt(request.url) ?? from, request, cause)
      try {
        await gate.hold()
        const response = await deliver(request, exchange)
        recorder.response(exchange, response)
        return response
      } catch (error) {
        if (error instanceof Unreachable)
          recorder.self(from, 'no-answer', `No answer: ${error.message}`, exchange)
        throw error
      }
    }
  world = await production.openWorld({
    clock,
    random,
    journal: { ...recorder, self: telling(recorder, gate) },
    wire,
  })
  if (world.secrets !== null) mask = createMask(world.secrets)
  const line = createLine()
  /** Whether a host is one of those that live behind TLS. */
  const isAtTls = (url: string): boolean => {
    const secure = new URL(url.replace(/^http:/, 'https:')).origin
    return Object.values(world?.places ?? {}).some(({ origin }) => origin === secure)
  }
  const { input } = production
  const agentPorts = {
    isStrict: (url: string) => input.settings.hsts && isAtTls(url),
    turn: gate.turn,
    clock,
    recorder,
    participantAt,
    deliver: ((request, exchange) =>
      line.isCut(request)
        ? Promise.reject(new Unreachable(request.url, 'the connection was cut'))
        : deliver(request, exchange)) satisfies World['deliver'],
    programs: production.programs,
    random,
    cookiePolicy: production.cookiePolicy,
  }
  const kind = input.client === 'mobile' ? 'phone' : 'browser'
  const holds: Device =
    kind === 'phone' ? createPhone(agentPorts, world.app ?? null) : createBrowser(agentPorts)
  const newHacker = () => createAgent('Hacker', agentPorts, kind)
  return {
    clock,
    recorder,
    world,
    input,
    gate,
    line,
    attacks: production.attacks,
    cast: { ...holds, hacker: newHacker(), newHacker },
    keepSecret: async (password, during) => {
      if (mask !== null) mask.learn(password)
      else typed = createPasswordMask(password)
      try {
        return await during()
      } finally {
        typed = null
      }
    },
  }
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
