import type { AttackContext } from './attack-port.ts'
import type { Effect, CompletedEffect, PageKind, EffectResult } from '../machine/effect.ts'
import type { AttackId } from '../model/attack-id.ts'
import type { StolenCredential } from '../model/credential.ts'
import type { LabEvent } from '../model/event.ts'
import type { ApplicationName, Participant } from '../model/participant.ts'
import type { Change, Message } from '../model/trace.ts'
import { orderedPath, pageKindOf, settle } from './drivers/landing.ts'
import type { World } from './ports.ts'
import type { Simulation } from './simulation.ts'
import { copied, theftNote } from './steal.ts'
import { textOf } from '../model/text.ts'
import { memberOf } from '../model/json.ts'

type RunEffect = (effect: Effect, simulation: Simulation) => Promise<EffectResult>

const phase = 'attack' as const

const plain = {
  'learner.open': 'open',
  'learner.login': 'login',
  'learner.load': 'load',
  'learner.logout': 'logout',
  'learner.checkout': 'checkout',
  'learner.race': 'race',
} as const

const isPlain = (event: LabEvent): event is LabEvent & { type: keyof typeof plain } =>
  Object.hasOwn(plain, event.type)

/** What a user's event asks for in the middle of an attack, where the machine is not asked. */
const effectOf = (event: LabEvent, simulation: Simulation): Effect | null => {
  if (isPlain(event)) return { type: plain[event.type], app: event.app, phase }
  if (event.type === 'learner.submit')
    return { type: 'submit', app: event.app, credentials: event.credentials, phase }
  if (event.type === 'learner.change-password') return { type: 'change-password', phase }
  if (event.type === 'learner.logout-everywhere')
    return { type: 'logout-everywhere', app: 'Store', phase }
  if (event.type !== 'clock.advance') return null
  const until = simulation.clock.now() + event.seconds * 1_000
  return { type: 'pass-time', until, divider: 'time-passed', ends: [] }
}

/** The tab in which the victim opens what the Hacker sent. */
const lured = 'Hacker'

/** The value of the one thing that a theft brought. */
const valueOf = ([change]: readonly Change[]): string | null => {
  const after = change?.after ?? null
  if (typeof after === 'string') return after
  const value = memberOf(after, 'value')
  return typeof value === 'string' ? value : null
}

/** Whether a page of the Hacker's, or what it led to, made the Store show what is behind the login. */
const wasServed = (
  messages: readonly Message[],
  agent: Participant,
  { places }: World,
): boolean => {
  const { origin, protectedPath, loadPath = protectedPath } = places.Store
  const inner = [protectedPath, loadPath, orderedPath].map((path) => `${origin}${path}`)
  return messages.some(
    ({ kind, to, http }) =>
      kind === 'response' && to === agent && http?.status === 200 && inner.includes(http.url),
  )
}

/** Where the user stands with an application, by the page that is open. */
const pageKindAt = (app: ApplicationName, { agents, world }: Simulation): PageKind | null => {
  const page = agents.front().page(app) ?? agents.device.page(app)
  return page === null ? null : pageKindOf(page, app, world)
}

/** What an attack is played with, in a simulation. */
export const attackContext = (
  simulation: Simulation,
  runEffect: RunEffect,
  done: (one: CompletedEffect) => void = () => undefined,
): AttackContext => {
  const { agents, clock, recorder, world, input, interceptor } = simulation
  agents.hacker = agents.newHacker()
  const victim = agents.front()
  let published = 0
  /** What was copied last. */
  let taken: StolenCredential | null = null
  const seenAt = (page: PageKind): EffectResult => ({ page, now: clock.now() })
  const publish: AttackContext['publish'] = (page, at = 'own-site') => {
    const { origin, sibling } = world.places.Hacker
    published += 1
    const path = published === 1 ? '/prize' : `/prize-${published}`
    world.publish?.(path, page)
    return `${at === 'own-site' ? origin : sibling}${path}`
  }
  return {
    shape: input,
    victim,
    get hacker() {
      return agents.hacker
    },
    startAfresh: () => {
      agents.hacker = agents.newHacker()
    },
    places: world.places,
    user: world.user,
    settings: input.settings,
    messages: recorder.messages,
    account: async () => {
      if (world.enrolHacker === undefined) throw new Error('nobody can join this world')
      return world.enrolHacker()
    },
    publish,
    lure: async (page, at) => {
      const from = recorder.messages.length
      const landing = await victim.visit(lured, publish(page, at), { withParts: true })
      const end = await settle(landing, lured, () => victim)
      if (wasServed(recorder.messages.slice(from), victim.name, world))
        done({ effect: { type: 'load', app: 'Store', phase }, result: seenAt('inside') })
      return end
    },
    copy: (what) => {
      const changes = copied(world.credentialLocations[what], agents.device, agents.hacker)
      const label = theftNote(what, changes, agents.device)
      recorder.aside('Hacker', `steal-${what}`, label, 'simulated', changes)
      if (changes.length > 0) {
        taken = what
        done({ effect: { type: 'steal', credential: what, phase }, result: seenAt('home') })
      }
      return valueOf(changes)
    },
    used: (isIn, read) => {
      const credential = read ?? taken
      if (credential === null) return
      const result = seenAt(isIn ? 'inside' : 'trouble')
      done({ effect: { type: 'break-in', credential, phase }, result })
    },
    ask: (request) => agents.hacker.ask(request),
    overhears: () => recorder.messages.filter(({ http }) => http?.url.startsWith('http://')),
    cut: (fits, during) => interceptor.cut(fits, during),
    does: async (event) => {
      const effect = effectOf(event, simulation)
      if (effect === null) throw new Error(`no user does ${event.type} in the middle of an attack`)
      const result = await runEffect(effect, simulation)
      done({ effect, result })
      return result
    },
    note: (name, label, changes = []) =>
      recorder.aside('Hacker', name, label, 'simulated', changes),
  }
}

/** Plays an attack; the Hacker is `inside` when it came off. */
export const runAttack = async (
  id: AttackId,
  simulation: Simulation,
  runEffect: RunEffect,
): Promise<EffectResult> => {
  const { attacks, clock, recorder } = simulation
  const row = attacks.get(id)
  if (row === undefined) return { page: 'trouble', now: clock.now() }
  if (!recorder.dividers.some(({ kind }) => kind === 'attack-vectors'))
    recorder.divider('attack-vectors')
  const completed: CompletedEffect[] = []
  const context = attackContext(simulation, runEffect, (one) => completed.push(one))
  context.note(id, textOf('note.sets-out', { attack: id }))
  await row.play(context)
  const { holds } = row.won({ messages: recorder.messages })
  const places = {
    Store: pageKindAt('Store', simulation),
    Forums: pageKindAt('Forums', simulation),
  }
  return {
    page: holds ? 'inside' : 'trouble',
    now: clock.now(),
    attackResult: { completed, pages: places },
  }
}

/** The second tab of an application. */
export const secondTab = (app: ApplicationName): string => `${app} 2`
