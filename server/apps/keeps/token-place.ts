import { type AppContext, brought, leave } from '../cookies.ts'
import type { House } from '../house.ts'

/** Where the refresh token of a login lies. */
export interface TokenPlace {
  /** The one that goes with a request; `opener` is the session id or the JWT it brought. */
  of(c: AppContext, opener: string | undefined): string | undefined
  /** Puts one there, beside what opens the application from now on, and takes away `former`. */
  put(c: AppContext, token: string, opener: string | undefined, former: string | undefined): void
  forget(opener: string | undefined): void
}

type Parts = Pick<House, 'settings' | 'ports'>

const inCookie = ({ settings }: Parts): TokenPlace => ({
  of: (c) => brought(c, settings).rt,
  put: (c, rt) => leave(c, settings, { rt }),
  // What cookies hold is taken back with the others.
  forget: () => undefined,
})

/** Beside the session: nobody but the server ever sees it again. */
const onServer = ({ settings, ports }: Parts): TokenPlace => {
  const tokens = new Map<string, string>()
  const where = `${settings.name}.refreshTokens`
  const forget = (opener: string | undefined): void => {
    const token = opener === undefined ? undefined : tokens.get(opener)
    if (opener === undefined || token === undefined) return
    tokens.delete(opener)
    ports.journal.changed(where, 'delete', opener, { refreshToken: token }, null)
  }
  return {
    of: (_, opener) => (opener === undefined ? undefined : tokens.get(opener)),
    put: (_, token, opener, former) => {
      if (former !== opener) forget(former)
      if (opener === undefined) return
      const before = tokens.get(opener)
      tokens.set(opener, token)
      ports.journal.changed(
        where,
        'set',
        opener,
        before === undefined ? null : { refreshToken: before },
        { refreshToken: token },
      )
    },
    forget,
  }
}

/** A login without a refresh token; one that FusionAuth sent is left lying. */
const nowhere: TokenPlace = {
  of: () => undefined,
  put: () => undefined,
  forget: () => undefined,
}

/** The place that the row and its switches ask for, for a login that lies in cookies. */
export const tokenPlaceOf = (parts: Parts): TokenPlace => {
  const { keep, backend, defences } = parts.settings
  if (backend === 'bff') return onServer(parts)
  if (!keep.endsWith('refresh')) return nowhere
  return defences['refresh-token-place'] === 'server' ? onServer(parts) : inCookie(parts)
}
