import type { Participant } from '../model/participant.ts'
import { createAgent } from './agent.ts'
import { createClock } from './clock.ts'
import { createBrowser, createPhone, type Device } from './drivers/device.ts'
import { createBarrier, type Barrier, waitsForRefresh } from './barrier.ts'
import { createInterceptor } from './interceptor.ts'
import { createRedactor, createPasswordRedactor, type Redactor } from './redactor.ts'
import { type Call, Unreachable, type World } from './ports.ts'
import type { RunConfig } from './run-config.ts'
import { seededRandom } from './random.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import type { Simulation } from './simulation.ts'
import { textOf } from '../model/text.ts'

/** The barrier learns of those who wait for another's answer. */
const notifyingBarrier =
  (recorder: Recorder, barrier: Barrier): Recorder['self'] =>
  (participant, name, label, exchange) => {
    recorder.self(participant, name, label, exchange)
    if (name === waitsForRefresh) barrier.waits()
  }

/** Who lives at which host. */
const participantsByHost = ({
  Store,
  Forums,
  FusionAuth,
  Hacker,
}: World['places']): ReadonlyMap<string, Participant> => {
  const hostAt = (origin: string): string => new URL(origin).host
  // Of two at one host the last one counts.
  return new Map<string, Participant>([
    [hostAt(Hacker.origin), 'Hacker'],
    [hostAt(FusionAuth.origin), 'FusionAuth'],
    [hostAt(Forums.origin), 'Forums'],
    [hostAt(Store.origin), 'Store'],
    [hostAt(Hacker.sibling), 'Hacker'],
  ])
}

/** A new world, with its agents in front of it and a record of all that crosses the wire. */
export const openSimulation = async (config: RunConfig): Promise<Simulation> => {
  const { seed, naming, start, realTime } = config
  const clock = createClock(start, realTime)
  let world: World | null = null
  let redactor: Redactor | null = null
  let typed: Redactor | null = null
  const barrier = createBarrier()
  const recorder = createRecorder(
    clock,
    naming,
    (json) => (redactor ?? typed)?.clean(json()) ?? null,
  )
  const random = config.random ?? ((label: string) => seededRandom(`${seed}/${label}`))
  /** Nobody is known before the world is open. */
  let participants: ReadonlyMap<string, Participant> = new Map()
  const participantAt = (url: string): Participant | null =>
    participants.get(URL.parse(url)?.host ?? '') ?? null
  const deliver: World['deliver'] = (request, exchange) =>
    world === null
      ? Promise.reject(new Unreachable(request.url, textOf('network.not-open')))
      : world.deliver(request, exchange)
  const wire =
    (from: Participant): Call =>
    async (request, cause) => {
      const exchange = recorder.request(from, participantAt(request.url) ?? from, request, cause)
      try {
        // A question that uses nothing up, such as one for keys, is not what two come at once for.
        await (request.method === 'GET' ? null : barrier.hold())
        const response = await deliver(request, exchange)
        recorder.response(exchange, response)
        return response
      } catch (error) {
        if (error instanceof Unreachable)
          recorder.self(
            from,
            'no-answer',
            textOf('note.no-answer', { why: error.reason }),
            exchange,
          )
        throw error
      }
    }
  world = await config.openWorld({
    clock,
    random,
    journal: { ...recorder, self: notifyingBarrier(recorder, barrier) },
    wire,
  })
  participants = participantsByHost(world.places)
  if (world.secrets !== null) redactor = createRedactor(world.secrets)
  const interceptor = createInterceptor()
  /** Whether a host is one of those that live behind TLS. */
  const isAtTls = (url: string): boolean => {
    const secure = new URL(url.replace(/^http:/, 'https:')).origin
    return Object.values(world?.places ?? {}).some(({ origin }) => origin === secure)
  }
  const { input } = config
  const agentPorts = {
    isStrict: (url: string) => input.settings.hsts && isAtTls(url),
    turn: barrier.turn,
    clock,
    recorder,
    participantAt,
    deliver: ((request, exchange) =>
      interceptor.isCut(request)
        ? Promise.reject(new Unreachable(request.url, textOf('network.cut')))
        : deliver(request, exchange)) satisfies World['deliver'],
    programs: config.programs,
    random,
    cookiePolicy: config.cookiePolicy,
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
    barrier,
    interceptor,
    attacks: config.attacks,
    agents: { ...holds, hacker: newHacker(), newHacker },
    keepSecret: async (password, during) => {
      if (redactor !== null) redactor.learn(password)
      else typed = createPasswordRedactor(password)
      try {
        return await during()
      } finally {
        typed = null
      }
    },
  }
}
