import { readLoginCookies, clearLoginCookies, setLoginCookies } from '../cookies.ts'
import type { House } from '../house.ts'
import type { Keeping } from '../keeping.ts'
import { giveUpToken } from './ending.ts'
import { judge } from './judging.ts'
import { tokenPlaceOf } from './token-place.ts'

/**
 * The JWT itself in a cookie. The server remembers nothing of it: whoever brings a JWT that is in
 * order is let in until it is over.
 */
export const keepJwt = (house: Omit<House, 'keeping'>): Keeping => {
  const { settings, memory } = house
  const place = tokenPlaceOf(house)
  const admit: Keeping['admit'] = (c) => {
    const { jwt } = readLoginCookies(c, settings)
    return judge(house, { jwt, rt: place.of(c, jwt) }, c.env.exchange)
  }
  return {
    brought: (c) => readLoginCookies(c, settings),
    issue: ({ user, jwt, refreshToken: rt }) => {
      memory.saveUser(user, rt)
      return rt === null ? { jwt } : { jwt, rt }
    },
    hand: (c, { jwt, rt }) => {
      const former = readLoginCookies(c, settings).jwt
      if (jwt !== undefined) setLoginCookies(c, settings, { jwt })
      if (rt !== undefined) place.put(c, rt, jwt ?? former, former)
      return {}
    },
    admit,
    recognize: admit,
    end: async (c) => {
      const { jwt } = readLoginCookies(c, settings)
      const refreshToken = place.of(c, jwt)
      // FusionAuth takes its own cookie back itself.
      if (settings.login !== 'native-at-fusionauth' || settings.fusionauthAt === 'own-site')
        clearLoginCookies(c, settings, ['jwt'])
      place.forget(c, jwt)
      return giveUpToken(house, refreshToken, c.env.exchange)
    },
  }
}
