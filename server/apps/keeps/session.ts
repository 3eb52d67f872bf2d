import { decodeJwt } from 'jose'
import {
  type AppContext,
  readLoginCookies,
  clearLoginCookies,
  setLoginCookies,
} from '../cookies.ts'
import type { House } from '../house.ts'
import type { Admission, Keeping } from '../keeping.ts'
import type { AppSession } from '../memory.ts'
import { openSession } from '../sessions.ts'
import { giveUpToken } from './ending.ts'
import { tokenPlaceOf } from './token-place.ts'

/**
 * A session on the server; its id lies in a cookie. A backend for frontend uses the JWT of a session
 * too, so it renews that while the session lives, and what the session had ends with it.
 */
export const keepSession = (house: Omit<House, 'keeping'>): Keeping => {
  const { settings, memory, ports } = house
  const place = tokenPlaceOf(house)
  const usesJwt = settings.backend === 'bff'

  const isWorn = ({ jwt }: AppSession): boolean =>
    usesJwt && (decodeJwt(jwt).exp ?? Infinity) * 1000 <= ports.tokenClock.now()

  const recognize = (c: AppContext): Admission => {
    const holder = readLoginCookies(c, settings)
    const { sid } = holder
    const session = memory.findSession(holder)
    if (session === null && usesJwt) place.forget(c, sid)
    const refreshToken = place.of(c, sid)
    if (session !== null && !(isWorn(session) && refreshToken !== undefined))
      return { is: 'inside', user: session.user }
    return refreshToken === undefined ? { is: 'stranger' } : { is: 'renewable', refreshToken }
  }

  return {
    brought: (c) => readLoginCookies(c, settings),
    issue: (tokens, holder, exchange) => {
      const sid = openSession(house, tokens, holder, exchange)
      return tokens.refreshToken === null ? { sid } : { sid, rt: tokens.refreshToken }
    },
    hand: (c, { sid, rt }) => {
      const former = readLoginCookies(c, settings).sid
      if (sid !== undefined) setLoginCookies(c, settings, { sid })
      if (rt !== undefined) place.put(c, rt, sid ?? former, former)
      return {}
    },
    admit: async (c) => {
      const admission = recognize(c)
      const { sid } = readLoginCookies(c, settings)
      if (admission.is !== 'inside' || sid === undefined) return admission
      memory.touchSession(sid)
      const { exchange } = c.env
      ports.journal.self(settings.name, 'extend-session', 'Finds and extends the session', exchange)
      return admission
    },
    recognize: async (c) => recognize(c),
    end: async (c) => {
      const { sid } = readLoginCookies(c, settings)
      const refreshToken = place.of(c, sid)
      if (memory.endSession(sid))
        ports.journal.self(settings.name, 'end-session', 'Ends the session', c.env.exchange)
      clearLoginCookies(c, settings, ['sid'])
      place.forget(c, sid)
      return giveUpToken(house, refreshToken, c.env.exchange)
    },
  }
}
