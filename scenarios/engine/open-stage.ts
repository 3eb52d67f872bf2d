import type { Participant } from '../vocabulary.ts'
import { createAgent } from './agent.ts'
import { createClock } from './clock.ts'
import { createBrowser, createPhone, type Device } from './drivers/device.ts'
import { createGate, type Gate, waitsForRefresh } from './gate.ts'
import { createLine } from './line.ts'
import { createMask, createPasswordMask, type Mask } from './mask.ts'
import { type Call, Unreachable, type World } from './ports.ts'
import type { Production } from './production.ts'
import { seededRandom } from './random.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import type { Stage } from './stage.ts'

/** The gate learns of those who wait for another's answer. */
const telling =
  (recorder: Recorder, gate: Gate): Recorder['self'] =>
  (participant, name, label, exchange) => {
    recorder.self(participant, name, label, exchange)
    if (name === waitsForRefresh) gate.waits()
  }

/** A new world, with its agents in front of it and a record of all that crosses the wire. */
export const openStage = async (production: Production): Promise<Stage> => {
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
