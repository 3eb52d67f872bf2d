import type { AttackScene } from '../attacks/scene.ts'
import type { Act, Done, Place, Seen } from '../parts/act.ts'
import type {
  ApplicationName,
  AttackId,
  Change,
  LabEvent,
  Loot,
  Message,
  Participant,
} from '../vocabulary.ts'
import { orderedPath, placeOf, settle } from './drivers/landing.ts'
import type { World } from './ports.ts'
import type { Stage } from './stage.ts'
import { copied, lootName } from './steal.ts'

type Perform = (act: Act, stage: Stage) => Promise<Seen>

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
const actOf = (event: LabEvent, stage: Stage): Act | null => {
  if (isPlain(event)) return { do: plain[event.type], app: event.app, phase }
  if (event.type === 'learner.submit')
    return { do: 'submit', app: event.app, credentials: event.credentials, phase }
  if (event.type === 'learner.change-password') return { do: 'change-password', phase }
  if (event.type === 'learner.logout-everywhere')
    return { do: 'logout-everywhere', app: 'Store', phase }
  if (event.type !== 'clock.advance') return null
  const until = stage.clock.now() + event.seconds * 1_000
  return { do: 'pass-time', until, divider: 'time-passed', ends: [] }
}

/** The tab in which the victim opens what the Hacker sent. */
const lured = 'Hacker'

/** The value of the one thing that a theft brought. */
const valueOf = ([change]: readonly Change[]): string | null => {
  const after = change?.after ?? null
  if (typeof after === 'string') return after
  const value = typeof after === 'object' && after !== null && 'value' in after && after['value']
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
const standsAt = (app: ApplicationName, { cast, world }: Stage): Place | null => {
  const page = cast.front().page(app) ?? cast.device.page(app)
  return page === null ? null : placeOf(page, app, world)
}

/** What an attack is played with, on a stage. */
export const sceneOf = (
  stage: Stage,
  perform: Perform,
  done: (one: Done) => void = () => undefined,
): AttackScene => {
  const { cast, clock, recorder, world, input, line } = stage
  cast.hacker = cast.newHacker()
  const victim = cast.front()
  let published = 0
  /** What was copied last. */
  let taken: Loot | null = null
  const seenAt = (place: Place): Seen => ({ place, now: clock.now() })
  const publish: AttackScene['publish'] = (page, at = 'own-site') => {
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
      return cast.hacker
    },
    startAfresh: () => {
      cast.hacker = cast.newHacker()
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
        done({ act: { do: 'load', app: 'Store', phase }, seen: seenAt('inside') })
      return end
    },
    copy: (what) => {
      const changes = copied(world.holdings[what], cast.device, cast.hacker)
      const label =
        changes.length === 0
          ? `Finds no ${lootName[what]} in the ${cast.device.name}`
          : `Gets hold of the ${lootName[what]}`
      recorder.aside('Hacker', `steal-${what}`, label, 'simulated', changes)
      if (changes.length > 0) {
        taken = what
        done({ act: { do: 'steal', loot: what, phase }, seen: seenAt('home') })
      }
      return valueOf(changes)
    },
    used: (isIn) => {
      if (taken === null) return
      const seen = seenAt(isIn ? 'inside' : 'trouble')
      done({ act: { do: 'break-in', loot: taken, phase }, seen })
    },
    ask: (request) => cast.hacker.ask(request),
    overhears: () => recorder.messages.filter(({ http }) => http?.url.startsWith('http://')),
    cut: (fits, during) => line.cut(fits, during),
    does: async (event) => {
      const act = actOf(event, stage)
      if (act === null) throw new Error(`no user does ${event.type} in the middle of an attack`)
      const seen = await perform(act, stage)
      done({ act, seen })
      return seen
    },
    note: (name, label, changes = []) =>
      recorder.aside('Hacker', name, label, 'simulated', changes),
  }
}

/** Plays an attack; the Hacker is `inside` when it came off. */
export const attack = async (id: AttackId, stage: Stage, perform: Perform): Promise<Seen> => {
  const { attacks, clock, recorder } = stage
  const row = attacks.get(id)
  if (row === undefined) return { place: 'trouble', now: clock.now() }
  if (!recorder.dividers.some(({ kind }) => kind === 'attack-vectors'))
    recorder.divider('attack-vectors')
  const did: Done[] = []
  const scene = sceneOf(stage, perform, (one) => did.push(one))
  scene.note(id, `Sets out: ${row.title}`)
  await row.play(scene)
  const { holds } = row.won({ messages: recorder.messages })
  const places = { Store: standsAt('Store', stage), Forums: standsAt('Forums', stage) }
  return { place: holds ? 'inside' : 'trouble', now: clock.now(), aftermath: { did, places } }
}

/** The second tab of an application. */
export const secondTab = (app: ApplicationName): string => `${app} 2`
