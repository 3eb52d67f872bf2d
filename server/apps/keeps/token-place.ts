import {
  type AppContext,
  readLoginCookies,
  clearLoginCookies,
  setLoginCookies,
} from '../cookies.ts'
import type { House } from '../house.ts'
import { renewsLogins } from './needs.ts'

/** Where the refresh token of a login lies. */
export interface TokenPlace {
  /** The one that goes with a request; `opener` is the session id or the JWT it brought. */
  of(c: AppContext, opener: string | undefined): string | undefined
  /** Puts one there, beside what opens the application from now on, and takes away `former`. */
  put(c: AppContext, token: string, opener: string | undefined, former: string | undefined): void
  forget(c: AppContext, opener: string | undefined): void
}

type Parts = Pick<House, 'settings' | 'ports'>

const inCookie = ({ settings }: Parts): TokenPlace => ({
  of: (c) => readLoginCookies(c, settings).rt,
  put: (c, rt) => setLoginCookies(c, settings, { rt }),
  forget: (c) => clearLoginCookies(c, settings, ['rt']),
})

/** A refresh token on the server, and what kind of client it is for where logins are bound to one. */
interface Kept {
  readonly refreshToken: string
  readonly agent?: string | undefined
}

/** Beside the session: nobody but the server ever sees it again. */
const onServer = ({ settings, ports }: Parts): TokenPlace => {
  const tokens = new Map<string, Kept>()
  const where = `${settings.name}.refreshTokens`
  const isBound = settings.defences['client-binding']
  const shown = ({ refreshToken }: Kept) => ({ refreshToken })
  const drop = (opener: string | undefined): void => {
    const kept = opener === undefined ? undefined : tokens.get(opener)
    if (opener === undefined || kept === undefined) return
    tokens.delete(opener)
    ports.journal.changed(where, 'delete', opener, shown(kept), null)
  }
  return {
    of: (c, opener) => {
      const kept = opener === undefined ? undefined : tokens.get(opener)
      const isStrange = isBound && kept?.agent !== c.req.header('user-agent')
      if (!isStrange) return kept?.refreshToken
      drop(opener)
      return undefined
    },
    put: (c, refreshToken, opener, former) => {
      if (former !== opener) drop(former)
      if (opener === undefined) return
      const before = tokens.get(opener)
      const kept = { refreshToken, agent: c.req.header('user-agent') }
      tokens.set(opener, kept)
      ports.journal.changed(
        where,
        'set',
        opener,
        before === undefined ? null : shown(before),
        shown(kept),
      )
    },
    forget: (_, opener) => drop(opener),
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
  const { backend, defences } = parts.settings
  if (!renewsLogins(parts.settings)) return nowhere
  if (backend === 'bff') return onServer(parts)
  return defences['refresh-token-place'] === 'server' ? onServer(parts) : inCookie(parts)
}
