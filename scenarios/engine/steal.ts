import type { EffectResult } from '../machine/effect.ts'
import type { StolenCredential } from '../model/credential.ts'
import type { Change } from '../model/trace.ts'
import type { Agent } from './agent.ts'
import { cookieKey } from './cookie-jar.ts'
import type { CredentialLocation } from './ports.ts'
import type { Simulation } from './simulation.ts'
import { type Text, textOf } from '../model/text.ts'

/** The words of a theft: what was taken, or that there was nothing. */
export const theftNote = (what: StolenCredential, taken: readonly Change[], device: Agent): Text =>
  taken.length === 0
    ? textOf('note.finds-none', { what, device: device.name })
    : textOf('note.steals', { what })

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
export const copied = (
  location: CredentialLocation | null,
  from: Agent,
  to: Agent,
): readonly Change[] => {
  if (location === null) return []
  if (location.in === 'jar') {
    const cookie = from
      .jar()
      .find(({ name, domain }) => name === location.name && domain === location.host)
    if (cookie === undefined) return []
    to.plant(cookie)
    const key = cookieKey(cookie)
    return [{ where: 'Hacker.jar', op: 'set', key, before: null, after: { ...cookie } }]
  }
  const { key } = location
  const value = from.storage.read(key)
  if (value === null) return []
  to.storage.plant(key, value)
  return [{ where: to.storage.where, op: 'set', key, before: null, after: value }]
}

/** Copies one named value from the user's device into the empty hands of a new Hacker. */
export const steal = (credential: StolenCredential, simulation: Simulation): EffectResult => {
  const { agents, recorder, world, clock } = simulation
  const left = dropped(agents.hacker)
  agents.hacker = agents.newHacker()
  if (!recorder.dividers.some(({ kind }) => kind === 'attack-vectors'))
    recorder.divider('attack-vectors')
  const taken = copied(world.credentialLocations[credential], agents.device, agents.hacker)
  const label = theftNote(credential, taken, agents.device)
  recorder.aside('Hacker', `steal-${credential}`, label, 'simulated', [...left, ...taken])
  return { page: 'home', now: clock.now() }
}
