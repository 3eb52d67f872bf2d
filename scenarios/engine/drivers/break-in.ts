import type { Seen } from '../../parts/act.ts'
import type { Json, Loot, WireResponse } from '../../vocabulary.ts'
import type { HandmadeCookies } from '../agent/exchange.ts'
import { bearer, refreshTokenHeader } from '../bearer.ts'
import type { Holding } from '../ports.ts'
import type { Stage } from '../stage.ts'
import { landed } from './landing.ts'

/** What the Hacker shows where a key is expected that was not stolen. */
const madeUp = 'made-up-by-the-hacker'

/** What opens the Store: its session, or a JWT. */
const keyOf = ({ world }: Stage): Holding | null =>
  world.holdings['session-id'] ?? world.holdings.jwt

/** A key made up on the spot, for a Hacker who stole something else; as a cookie. */
const handmadeKey = (stage: Stage): HandmadeCookies => {
  const key = keyOf(stage)
  if (key?.in !== 'jar') return []
  const holdsOne = stage.cast.hacker.jar().some(({ name }) => name === key.name)
  return holdsOne ? [] : [[key.name, madeUp]]
}

const tokenIn = (response: WireResponse | null): string | null => {
  if (response?.status !== 200) return null
  try {
    const body = JSON.parse(response.body) as Json
    const token =
      typeof body === 'object' && body !== null && 'token' in body ? body['token'] : null
    return typeof token === 'string' ? token : null
  } catch {
    return null
  }
}

/** Shows a refresh token that FusionAuth itself takes, and so gets a JWT. */
const redeem = async ({ cast, world }: Stage): Promise<string | null> =>
  tokenIn(
    await cast.hacker.ask({
      method: 'POST',
      url: `${world.places.FusionAuth.origin}/api/jwt/refresh`,
    }),
  )

/** The header fields and cookies that the Hacker shows with what was stolen. */
const shown = async (
  loot: Loot,
  stage: Stage,
): Promise<{
  readonly headers: readonly (readonly [string, string])[]
  readonly handmade: HandmadeCookies
}> => {
  const { cast, world } = stage
  const { hacker } = cast
  const held = world.holdings[loot]
  const key = keyOf(stage)
  if (held?.in === 'device') {
    const token = hacker.storage.read(held.key)
    const value = token ?? madeUp
    const headers =
      loot === 'refresh-token'
        ? [bearer(madeUp), [refreshTokenHeader, value] as const]
        : [bearer(value)]
    return { headers, handmade: [] }
  }
  if (held?.in === 'localStorage')
    return { headers: [bearer(hacker.storage.read(held.key) ?? madeUp)], handmade: [] }
  const isFusionAuths = held !== null && loot === 'refresh-token' && held.name === 'refresh_token'
  if (!isFusionAuths) {
    const handmade = loot === 'refresh-token' ? handmadeKey(stage) : []
    return { headers: [], handmade }
  }
  const jwt = await redeem(stage)
  if (jwt === null) return { headers: [], handmade: [] }
  if (key?.in === 'localStorage') return { headers: [bearer(jwt)], handmade: [] }
  // FusionAuth's own cookie for the whole domain needs no help.
  const hasOne = key?.in === 'jar' && hacker.jar().some(({ name }) => name === key.name)
  return { headers: [], handmade: key?.in === 'jar' && !hasOne ? [[key.name, jwt]] : [] }
}

/** The Hacker asks the Store for the cart; beside a refresh token goes a key made up on the spot. */
export const breakIn = async (loot: Loot, stage: Stage): Promise<Seen> => {
  const { cast, clock, world } = stage
  const { origin, protectedPath, loadPath } = world.places.Store
  if (loadPath === undefined) {
    const handmade = loot === 'refresh-token' ? handmadeKey(stage) : []
    const landing = await cast.hacker.visit('Store', `${origin}${protectedPath}`, { handmade })
    return landed(landing, 'Store', () => cast.hacker, stage)
  }
  const { headers, handmade } = await shown(loot, stage)
  const answer = await cast.hacker.ask({
    method: 'GET',
    url: `${origin}${loadPath}`,
    headers,
    handmade,
  })
  return { place: answer?.status === 200 ? 'inside' : 'trouble', now: clock.now() }
}
