import type { Seen } from '../parts/act.ts'
import type { Change, Loot } from '../vocabulary.ts'
import type { Agent } from './agent.ts'
import { cookieKey } from './cookie-jar.ts'
import type { Holding } from './ports.ts'
import type { Stage } from './stage.ts'

export const lootName: Readonly<Record<Loot, string>> = {
  'refresh-token': 'refresh token',
  'session-id': 'session id',
  jwt: 'JWT',
  'sso-session': 'single sign-on session',
}

/** What a Hacker held who is seen no more. */
const dropped = (hacker: Agent): readonly Change[] => [
  ...hacker.jar().map((cookie) => ({
    where: 'Hacker.jar',
    op: 'delete' as const,
    key: cookieKey(cookie),
    before: { ...cookie },
    after: null,
  })),
  ...hacker.storage.keys().map((key) => ({
    where: hacker.storage.where,
    op: 'delete' as const,
    key,
    before: hacker.storage.read(key),
    after: null,
  })),
]

/** Puts a copy of the value into the Hacker's hands; what that changes, and nothing if there is none. */
export const copied = (holding: Holding | null, from: Agent, to: Agent): readonly Change[] => {
  if (holding === null) return []
  if (holding.in === 'jar') {
    const cookie = from
      .jar()
      .find(({ name, domain }) => name === holding.name && domain === holding.host)
    if (cookie === undefined) return []
    to.plant(cookie)
    const key = cookieKey(cookie)
    return [{ where: 'Hacker.jar', op: 'set', key, before: null, after: { ...cookie } }]
  }
  const { key } = holding
  const value = from.storage.read(key)
  if (value === null) return []
  to.storage.plant(key, value)
  return [{ where: to.storage.where, op: 'set', key, before: null, after: value }]
}

/** Copies one named value from the user's device into the empty hands of a new Hacker. */
export const steal = (loot: Loot, stage: Stage): Seen => {
  const { cast, recorder, world, clock } = stage
  const left = dropped(cast.hacker)
  cast.hacker = cast.newHacker()
  if (!recorder.dividers.some(({ kind }) => kind === 'attack-vectors'))
    recorder.divider('attack-vectors')
  const taken = copied(world.holdings[loot], cast.device, cast.hacker)
  const label =
    taken.length === 0
      ? `Finds no ${lootName[loot]} in the ${cast.device.name}`
      : `Gets hold of the ${lootName[loot]}`
  recorder.aside('Hacker', `steal-${loot}`, label, 'simulated', [...left, ...taken])
  return { place: 'home', now: clock.now() }
}
