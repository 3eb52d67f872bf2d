import { cookieNames, type CookieRole } from '../../../scenarios/catalogue/cookie-names.ts'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import { idsOf } from '../../../server/fusionauth/ids.ts'
import { memoryAt } from '../../../scenarios/projections/memory.ts'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { ApplicationName } from '../../../scenarios/model/participant.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { Json } from '../../../scenarios/model/wire.ts'

/** What really lives, as the messages of a trace tell it. */
export interface Facts {
  readonly key: Readonly<Record<ApplicationName, boolean>>
  readonly renewable: Readonly<Record<ApplicationName, boolean>>
  readonly sso: boolean
}

const hosts = { Store: 'store.example.com', Forums: 'forums.example.com' } as const

const member = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)[name]
    : undefined

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const claimsOf = (jwt: string): Readonly<Record<string, unknown>> => {
  const part = jwt.split('.')[1] ?? ''
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8') || '{}') as Record<
    string,
    unknown
  >
}

/**
 * Reads who holds what after these messages, at a time of the protocol clock: now, or later when nothing
 * more is done.
 */
export const factsOf = (
  messages: readonly Message[],
  { client, sessionStrategy, login, fusionauth }: Workflow,
  profile: Profile = 'fidelity',
): ((now: number) => Facts) => {
  const tables = new Map(
    memoryAt(messages, messages.length).map(({ where, entries }) => [
      where,
      new Map(entries.map(({ key, value }) => [key, value])),
    ]),
  )
  return (now) => {
    const row = (where: string, key: string): Json | undefined => tables.get(where)?.get(key)
    const ends = (value: Json | undefined): number => {
      const at = member(value, 'expiresAt')
      return typeof at === 'number' ? at : Date.parse(text(at))
    }
    const lives = (value: Json | undefined): boolean => ends(value) > now

    const cookie = (role: CookieRole, host: string): string => {
      const names = cookieNames[role]
      const found = [...(tables.get('Browser.jar')?.values() ?? [])].find(
        (one) => names.includes(text(member(one, 'name'))) && member(one, 'domain') === host,
      )
      const expires = member(found, 'expiresAt')
      const isOver = typeof expires === 'number' && expires <= now
      return isOver ? '' : text(member(found, 'value'))
    }
    const atFusionAuth = fusionauth === 'parent-domain' ? 'example.com' : 'example.fusionauth.io'
    const isDirect = client === 'spa' && login === 'native-at-fusionauth'

    const jwtOf = (app: ApplicationName): string => {
      if (client === 'mobile') return text(row('Mobile.device', 'jwt'))
      if (sessionStrategy === 'jwt-local-storage')
        return text(row('Browser.localStorage', `https://${hosts[app]} jwt`))
      return cookie('jwt', fusionauth === 'parent-domain' ? atFusionAuth : hosts[app])
    }
    const hasKey = (app: ApplicationName): boolean => {
      if (sessionStrategy.startsWith('session'))
        return lives(row(`${app}.appSessions`, cookie('session', hosts[app])))
      const { aud, exp = 0 } = claimsOf(jwtOf(app))
      return aud === idsOf(profile)[app] && Number(exp) * 1_000 > now
    }
    const refreshTokenOf = (app: ApplicationName): string => {
      if (client === 'mobile')
        return app === 'Store' ? text(row('Mobile.device', 'refresh_token')) : ''
      // A server that keeps the token itself finds it by what the browser brings; a backend for frontend
      // renews with its own only while the session lives.
      const brought = sessionStrategy.startsWith('session')
        ? cookie('session', hosts[app])
        : jwtOf(app)
      const kept = sessionStrategy.endsWith('refresh')
        ? text(member(row(`${app}.refreshTokens`, brought), 'refreshToken'))
        : ''
      return kept === '' ? cookie('refresh-token', isDirect ? atFusionAuth : hosts[app]) : kept
    }
    const isRenewable = (app: ApplicationName): boolean => {
      const token = row('FusionAuth.refreshTokens', refreshTokenOf(app))
      return lives(token) && text(member(token, 'application')).endsWith(app)
    }
    const both = (of: (app: ApplicationName) => boolean) => ({
      Store: of('Store'),
      Forums: client !== 'mobile' && of('Forums'),
    })
    return {
      key: both(hasKey),
      renewable: both(isRenewable),
      sso: lives(row('FusionAuth.ssoSessions', cookie('sso', 'example.fusionauth.io'))),
    }
  }
}
