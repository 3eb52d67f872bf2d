import { brought, forget, leave } from '../cookies.ts'
import type { House } from '../house.ts'
import type { Keeping } from '../keeping.ts'
import { giveUpToken } from './ending.ts'
import { judge } from './judging.ts'

/**
 * The JWT itself in a cookie, and the refresh token in another if there is one. The server remembers
 * nothing: whoever brings a JWT that is in order is let in until it is over.
 */
export const keepJwt = (house: Omit<House, 'keeping'>): Keeping => {
  const { settings, memory } = house
  const hasRefreshToken = settings.keep.endsWith('refresh')
  const admit: Keeping['admit'] = (c) => {
    const { jwt, rt } = brought(c, settings)
    return judge(house, { jwt, rt: hasRefreshToken ? rt : undefined }, c.env.exchange)
  }
  return {
    brought: (c) => brought(c, settings),
    issue: ({ user, jwt, refreshToken: rt }) => {
      memory.remember(user, rt)
      return rt === null || !hasRefreshToken ? { jwt } : { jwt, rt }
    },
    hand: (c, credentials) => {
      leave(c, settings, credentials)
      return {}
    },
    admit,
    recognize: admit,
    end: async (c) => {
      const { rt } = brought(c, settings)
      forget(c, settings)
      return giveUpToken(house, hasRefreshToken ? rt : undefined, c.env.exchange)
    },
  }
}
