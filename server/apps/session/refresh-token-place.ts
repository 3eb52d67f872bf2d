import type { AppContext } from '../context.ts'
import { readLoginCookies, clearLoginCookies, setLoginCookies } from '../cookies.ts'
import type { Dependencies } from '../dependencies.ts'
import { usesRefreshToken } from './requirements.ts'

/**
 * Where the refresh token of a login lies. `key` is the session id or the JWT of the login, by which a
 * token on the server is found.
 */
export interface RefreshTokenPlace {
  /** The refresh token of the login that a request belongs to. */
  read(c: AppContext, key: string | undefined): string | undefined
  /** Stores a token under `key`, and deletes what lies under `formerKey`. */
  write(c: AppContext, token: string, key: string | undefined, formerKey: string | undefined): void
  clear(c: AppContext, key: string | undefined): void
}

type PlaceDependencies = Pick<Dependencies, 'settings' | 'ports'>

const inCookie = ({ settings }: PlaceDependencies): RefreshTokenPlace => ({
  read: (c) => readLoginCookies(c, settings).rt,
  write: (c, rt) => setLoginCookies(c, settings, { rt }),
  clear: (c) => clearLoginCookies(c, settings, ['rt']),
})

/** A refresh token on the server, and the `user-agent` of its client, where sessions are bound to it. */
interface StoredRefreshToken {
  readonly refreshToken: string
  readonly agent?: string | undefined
}

/** In a table of the server: no client ever gets the token. */
const onServer = ({ settings, ports }: PlaceDependencies): RefreshTokenPlace => {
  const tokens = new Map<string, StoredRefreshToken>()
  const where = `${settings.name}.refreshTokens`
  const isBound = settings.defences['client-binding']
  const shown = ({ refreshToken }: StoredRefreshToken) => ({ refreshToken })
  const remove = (key: string | undefined): void => {
    const stored = key === undefined ? undefined : tokens.get(key)
    if (key === undefined || stored === undefined) return
    tokens.delete(key)
    ports.journal.changed(where, 'delete', key, shown(stored), null)
  }
  return {
    read: (c, key) => {
      const stored = key === undefined ? undefined : tokens.get(key)
      const isOfAnotherClient = isBound && stored?.agent !== c.req.header('user-agent')
      if (!isOfAnotherClient) return stored?.refreshToken
      remove(key)
      return undefined
    },
    write: (c, refreshToken, key, formerKey) => {
      if (formerKey !== key) remove(formerKey)
      if (key === undefined) return
      const before = tokens.get(key)
      const stored = { refreshToken, agent: c.req.header('user-agent') }
      tokens.set(key, stored)
      ports.journal.changed(
        where,
        'set',
        key,
        before === undefined ? null : shown(before),
        shown(stored),
      )
    },
    clear: (_, key) => remove(key),
  }
}

/** For a login without a refresh token; one that FusionAuth sends is ignored. */
const nowhere: RefreshTokenPlace = {
  read: () => undefined,
  write: () => undefined,
  clear: () => undefined,
}

/** The place that the session strategy and the switch `refresh-token-place` ask for. */
export const refreshTokenPlaceOf = (deps: PlaceDependencies): RefreshTokenPlace => {
  const { backend, defences } = deps.settings
  if (!usesRefreshToken(deps.settings)) return nowhere
  if (backend === 'bff') return onServer(deps)
  return defences['refresh-token-place'] === 'server' ? onServer(deps) : inCookie(deps)
}
