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

const partOf = (jwt: string, index: 0 | 1): Readonly<Record<string, unknown>> => {
  const part = jwt.split('.')[index] ?? ''
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8') || '{}') as Record<
    string,
    unknown
  >
}

/** The names of the keys that FusionAuth was told to delete, and did. */
const deletedKeys = (messages: readonly Message[]): ReadonlySet<Json | undefined> => {
  const kids = new Map<Json | undefined, Json | undefined>()
  const deletions = new Set<number | null>()
  const gone = new Set<Json | undefined>()
  for (const { exchange, http } of messages) {
    const { pathname = '' } = URL.parse(http?.url ?? '') ?? {}
    if (http === null || !pathname.startsWith('/api/key')) continue
    if (http.method === 'DELETE') deletions.add(exchange)
    if (http.status !== 200) continue
    const body = JSON.parse(http.body || '{}') as Json
    const listed = member(body, 'keys')
    for (const key of [...(Array.isArray(listed) ? listed : []), member(body, 'key')])
      kids.set(member(key, 'id'), member(key, 'kid'))
    if (deletions.has(exchange)) gone.add(kids.get(pathname.split('/').at(-1)))
  }
  return gone
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
  const gone = deletedKeys(messages)
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
      const jwt = jwtOf(app)
      const { aud, exp = 0 } = partOf(jwt, 1)
      const isKnown = !gone.has(text(partOf(jwt, 0)['kid'] as Json))
      return isKnown && aud === idsOf(profile)[app] && Number(exp) * 1_000 > now
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
