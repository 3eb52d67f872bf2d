import type { EffectResult } from '../../machine/effect.ts'
import type { StolenCredential } from '../../model/credential.ts'
import type { WireResponse } from '../../model/wire.ts'
import type { HandmadeCookies } from '../agent/exchange.ts'
import { bearer, refreshTokenHeader } from '../bearer.ts'
import type { CredentialLocation } from '../ports.ts'
import type { Simulation } from '../simulation.ts'
import { resultOf } from './landing.ts'
import { jsonObject } from '../../model/json.ts'

/** What the Hacker shows where a key is expected that was not stolen. */
const madeUp = 'made-up-by-the-hacker'

/** What opens the Store: its session, or a JWT. */
const keyOf = ({ world }: Simulation): CredentialLocation | null =>
  world.credentialLocations['session-id'] ?? world.credentialLocations.jwt

/** A key made up on the spot, for a Hacker who stole something else; as a cookie. */
const handmadeKey = (simulation: Simulation): HandmadeCookies => {
  const key = keyOf(simulation)
  if (key?.in !== 'jar') return []
  const holdsOne = simulation.agents.hacker.jar().some(({ name }) => name === key.name)
  return holdsOne ? [] : [[key.name, madeUp]]
}

const tokenIn = (response: WireResponse | null): string | null => {
  if (response?.status !== 200) return null
  const token = jsonObject(response.body)?.['token']
  return typeof token === 'string' ? token : null
}

/** Shows a refresh token that FusionAuth itself takes, and so gets a JWT. */
const redeem = async ({ agents, world }: Simulation): Promise<string | null> =>
  tokenIn(
    await agents.hacker.ask({
      method: 'POST',
      url: `${world.places.FusionAuth.origin}/api/jwt/refresh`,
    }),
  )

/** The header fields and cookies that the Hacker shows with what was stolen. */
const shown = async (
  credential: StolenCredential,
  simulation: Simulation,
): Promise<{
  readonly headers: readonly (readonly [string, string])[]
  readonly handmade: HandmadeCookies
}> => {
  const { agents, world } = simulation
  const { hacker } = agents
  const held = world.credentialLocations[credential]
  const key = keyOf(simulation)
  if (held?.in === 'device') {
    const token = hacker.storage.read(held.key)
    const value = token ?? madeUp
    const headers =
      credential === 'refresh-token'
        ? [bearer(madeUp), [refreshTokenHeader, value] as const]
        : [bearer(value)]
    return { headers, handmade: [] }
  }
  if (held?.in === 'localStorage')
    return { headers: [bearer(hacker.storage.read(held.key) ?? madeUp)], handmade: [] }
  const isFusionAuths =
    held !== null && credential === 'refresh-token' && held.name === 'refresh_token'
  if (!isFusionAuths) {
    const handmade = credential === 'refresh-token' ? handmadeKey(simulation) : []
    return { headers: [], handmade }
  }
  const jwt = await redeem(simulation)
  if (jwt === null) return { headers: [], handmade: [] }
  if (key?.in === 'localStorage') return { headers: [bearer(jwt)], handmade: [] }
  // FusionAuth's own cookie for the whole domain needs no help.
  const hasOne = key?.in === 'jar' && hacker.jar().some(({ name }) => name === key.name)
  return { headers: [], handmade: key?.in === 'jar' && !hasOne ? [[key.name, jwt]] : [] }
}

/** The Hacker asks the Store for the cart; beside a refresh token goes a key made up on the spot. */
export const breakIn = async (
  credential: StolenCredential,
  simulation: Simulation,
): Promise<EffectResult> => {
  const { agents, clock, world } = simulation
  const { origin, protectedPath, loadPath } = world.places.Store
  if (loadPath === undefined) {
    const handmade = credential === 'refresh-token' ? handmadeKey(simulation) : []
    const landing = await agents.hacker.visit('Store', `${origin}${protectedPath}`, { handmade })
    return resultOf(landing, 'Store', () => agents.hacker, simulation)
  }
  const { headers, handmade } = await shown(credential, simulation)
  const answer = await agents.hacker.ask({
    method: 'GET',
    url: `${origin}${loadPath}`,
    headers,
    handmade,
  })
  return { page: answer?.status === 200 ? 'inside' : 'trouble', now: clock.now() }
}
