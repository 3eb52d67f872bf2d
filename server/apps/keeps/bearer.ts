import { refreshTokenHeader } from '../../../scenarios/engine/bearer.ts'
import type { AppContext } from '../cookies.ts'
import type { House } from '../house.ts'
import type { Keeping } from '../keeping.ts'
import { giveUpToken } from './ending.ts'
import { judge } from './judging.ts'
import { renewsLogins } from './needs.ts'

/** The JWT of an `Authorization: Bearer` header (RFC 6750 §2.1). */
const bearerOf = (c: AppContext): string | undefined =>
  /^bearer ([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1]

/**
 * Tokens that the client keeps itself and shows with each request; no cookie is ever set. A request
 * that another site's page causes brings none of them.
 */
export const keepBearer = (house: Omit<House, 'keeping'>): Keeping => {
  const { settings, memory } = house
  const hasRefreshToken = renewsLogins(settings)

  const shown = (c: AppContext) => ({
    jwt: bearerOf(c),
    rt: hasRefreshToken ? c.req.header(refreshTokenHeader) : undefined,
  })
  const admit: Keeping['admit'] = (c) => judge(house, shown(c), c.env.exchange)

  return {
    brought: shown,
    issue: ({ user, jwt, refreshToken: rt }) => {
      memory.saveUser(user, rt)
      return rt === null || !hasRefreshToken ? { jwt } : { jwt, rt }
    },
    hand: (_, { jwt, rt }) => ({
      ...(jwt === undefined ? {} : { token: jwt }),
      ...(rt === undefined ? {} : { refreshToken: rt }),
    }),
    admit,
    recognize: admit,
    end: (c) => giveUpToken(house, shown(c).rt, c.env.exchange),
  }
}
