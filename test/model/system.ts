import { decodeJwt } from 'jose'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import {
  apiKey,
  authorizePath,
  fieldsOf,
  form,
  header,
  loginId,
  openLab,
  origin,
  password,
  queryOf,
  redeem,
  redirectUri,
  refresh,
  setCookies,
  store,
  userId,
} from '../fusionauth/support/lab.ts'
import { tenantOf } from './policies.ts'
import type { LoginRequest, Policy } from './reference.ts'

/** A refresh token with the claim that says when the user last typed a password. */
export interface Held {
  readonly value: string
  readonly authenticated: number | undefined
}

interface Listed {
  readonly id: string
  readonly token: string
  readonly applicationId?: string
}

/** Reads a token answer of either kind; undefined for a refusal, which has to be a 400. */
const heldFrom = (response: WireResponse): Held | undefined => {
  if (response.status === 400) return undefined
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${response.body}`)
  const body = JSON.parse(response.body) as Record<string, string>
  const value = body['refresh_token'] ?? body['refreshToken'] ?? ''
  const jwt = decodeJwt(body['access_token'] ?? body['token'] ?? '')
  return { value, authenticated: jwt['auth_time'] as number | undefined }
}

/** The stand-in under a policy, with a laptop and a phone. */
export const createSystem = (policy: Policy) => {
  const lab = openLab({ tenant: tenantOf(policy) })
  const started = lab.clock.now() / 1000
  const jars = new Map<string, Map<string, string>>()

  const load = async (browser: string, path: string, body?: string): Promise<WireResponse> => {
    const jar = jars.get(browser) ?? new Map<string, string>()
    jars.set(browser, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await lab.ask({
      method: body === undefined ? 'GET' : 'POST',
      url: new URL(path, origin).href,
      headers: [
        ...(cookie === '' ? [] : [['cookie', cookie] as const]),
        ...(body === undefined
          ? []
          : [['content-type', 'application/x-www-form-urlencoded'] as const]),
      ],
      body: body ?? '',
    })
    for (const line of setCookies(response)) {
      const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(line) ?? []
      if (line.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  /** Seconds from the beginning, as the reference counts them. */
  const relative = (held: Held | undefined): Held | undefined =>
    held?.authenticated === undefined
      ? held
      : { ...held, authenticated: held.authenticated - started }

  return {
    wait: (seconds: number): void => lab.clock.advance(seconds),

    /** The code flow; what the browser saw, and the code that came back. */
    login: async ({ browser, remember, prompt }: LoginRequest) => {
      const first = await load(browser, authorizePath(prompt === '' ? {} : { prompt }))
      let seen: 'form' | 'straight on' = 'straight on'
      let answer = first
      if (first.status === 200) {
        seen = 'form'
        const { rememberDevice: _, ...fields } = fieldsOf(first.body)
        const typed = { ...fields, loginId, password, ...(remember && { rememberDevice: 'true' }) }
        answer = await load(browser, '/oauth2/authorize', form(typed))
      }
      const hop = header(answer, 'location') ?? ''
      if (hop.startsWith('/oauth2/consent')) answer = await load(browser, hop)
      const query = queryOf(answer)
      return query.get('error') === null
        ? { seen, code: query.get('code') ?? '' }
        : { seen: 'refused' as const, code: '' }
    },

    redeem: async (code: string) => relative(heldFrom(await redeem(lab, code))),

    refresh: async (value: string, at: 'token endpoint' | 'API') => {
      const response =
        at === 'API'
          ? await lab.call('POST', '/api/jwt/refresh', { refreshToken: value }, [])
          : await refresh(lab, value)
      return relative(heldFrom(response))
    },

    logOut: async (browser: string): Promise<void> => {
      await load(
        browser,
        `/oauth2/logout?${form({ client_id: store, post_logout_redirect_uri: redirectUri })}`,
      )
    },

    logOutByApi: async (value: string, everywhere: boolean): Promise<void> => {
      await lab.call('POST', '/api/logout', { refreshToken: value, global: everywhere }, [])
    },

    revoke: async (query: string): Promise<void> => {
      await lab.call('DELETE', `/api/jwt/refresh?${query}`)
    },

    revokeAll: async (): Promise<void> => {
      await lab.call('DELETE', `/api/jwt/refresh?userId=${userId}`)
    },

    /** All that FusionAuth's API lists for the user: refresh tokens by value, sessions by number. */
    living: async () => {
      const response = await lab.call('GET', `/api/jwt/refresh?userId=${userId}`, undefined, [
        ['authorization', apiKey],
      ])
      const { refreshTokens } = JSON.parse(response.body) as { refreshTokens: readonly Listed[] }
      const own = refreshTokens.filter(({ applicationId }) => applicationId !== undefined)
      return { tokens: own.map(({ token }) => token), sessions: refreshTokens.length - own.length }
    },
  }
}
