import { type AppContext, brought, forget, leave } from '../cookies.ts'
import type { House } from '../house.ts'
import type { Admission, Keeping } from '../keeping.ts'
import { openSession } from '../sessions.ts'
import { giveUpToken } from './ending.ts'

/** A session on the server; its id lies in a cookie, and the refresh token in another if there is one. */
export const keepSession = (house: Omit<House, 'keeping'>): Keeping => {
  const { settings, memory, ports } = house
  const hasRefreshToken = settings.keep.endsWith('refresh')

  const recognize = (c: AppContext): Admission => {
    const { sid, rt } = brought(c, settings)
    const session = memory.session(sid)
    if (session !== null) return { is: 'inside', user: session.user }
    if (rt === undefined || !hasRefreshToken) return { is: 'stranger' }
    return { is: 'renewable', refreshToken: rt }
  }

  return {
    brought: (c) => brought(c, settings),
    issue: (tokens, { sid: earlier }, exchange) => {
      const sid = openSession(house, tokens, earlier, exchange)
      const { refreshToken: rt } = tokens
      return rt === null || !hasRefreshToken ? { sid } : { sid, rt }
    },
    hand: (c, credentials) => {
      leave(c, settings, credentials)
      return {}
    },
    admit: async (c) => {
      const admission = recognize(c)
      const { sid } = brought(c, settings)
      if (admission.is === 'inside' && sid !== undefined) {
        memory.extendSession(sid)
        ports.journal.self(
          settings.name,
          'extend-session',
          'Finds and extends the session',
          c.env.exchange,
        )
      }
      return admission
    },
    recognize: async (c) => recognize(c),
    end: async (c) => {
      const { sid, rt } = brought(c, settings)
      if (memory.endSession(sid))
        ports.journal.self(settings.name, 'end-session', 'Ends the session', c.env.exchange)
      forget(c, settings)
      return giveUpToken(house, rt, c.env.exchange)
    },
  }
}
