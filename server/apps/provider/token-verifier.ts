import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { ask, fusionAuthClient } from '../../fusionauth/port.ts'
import { pathsAt } from './metadata.ts'
import type { ApplicationPorts, ApplicationSettings } from '../settings.ts'

/** Claims of a token that passed every check, or a sentence that says which one failed. */
export type VerifiedToken =
  | { readonly ok: true; readonly claims: JWTPayload & { sub: string } }
  | {
      readonly ok: false
      /** The token is wrong, or the keys to judge it by could not be had. */
      readonly why: 'token' | 'keys'
      readonly problem: string
    }

/** What a JWT of FusionAuth is for: an API, or the application that logs somebody in. */
export type TokenUse = 'access token' | 'ID token'

/** What a token is judged by besides. */
export interface VerifyOptions {
  /**
   * What it has to be: both are JWTs for us, signed by the same key, and neither may pass for the other
   * (RFC 8725 §3.12). FusionAuth says in `tty` which one it is; what says nothing is taken.
   */
  readonly use?: TokenUse
  /** The nonce of this login. */
  readonly nonce?: string
  /** How far FusionAuth's clock may be apart from ours, in seconds. */
  readonly clockTolerance?: number
}

export interface TokenVerifier {
  /**
   * Checks a JWT of FusionAuth: signature against its published keys, issuer, audience (us and nobody
   * else), expiry (OpenID Connect Core §3.1.3.7) and, when given, what it is for and the nonce of this
   * login.
   */
  verify(jwt: string, exchange: number, by?: VerifyOptions): Promise<VerifiedToken>
}

/** How far two clocks may be apart, in seconds (OpenID Connect Core §2: a few minutes at most). */
const defaultClockTolerance = 60

/** FusionAuth's names for its tokens, since 1.60. */
const tokenUses = new Map<unknown, TokenUse>([
  ['at', 'access token'],
  ['idt', 'ID token'],
])

const isKeySet = (value: object): value is JSONWebKeySet =>
  'keys' in value && Array.isArray(value.keys)

/** Keys are fetched when first needed and again when a token names a key that is not among them. */
export const createTokenVerifier = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
): TokenVerifier => {
  let keys: JSONWebKeySet | null = null

  const fetchKeys = async (exchange: number): Promise<string | null> => {
    const access = { ...settings.fusionauth, paths: pathsAt(settings.provider) }
    const client = fusionAuthClient(access, ports.call, exchange)
    const answer = await ask(client.retrieveJsonWebKeySet(), (body) =>
      typeof body === 'object' && isKeySet(body) ? body : null,
    )
    if (answer.ok) {
      keys = answer.value
      return null
    }
    return answer.why === 'refused' ? 'FusionAuth refused to show its keys' : answer.problem
  }

  const check = async (
    jwt: string,
    { use, nonce, clockTolerance = defaultClockTolerance }: VerifyOptions,
  ): Promise<VerifiedToken> => {
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys ?? { keys: [] }), {
      issuer: settings.issuer,
      audience: settings.clientId,
      algorithms: ['RS256'],
      currentDate: new Date(ports.tokenClock.now()),
      clockTolerance,
      requiredClaims: ['sub', 'iat', 'exp'],
    })
    const { sub, aud, iat = 0 } = payload
    if (typeof sub !== 'string' || sub === '')
      return { ok: false, why: 'token', problem: 'the token names nobody (no sub)' }
    if ([aud].flat().length !== 1 || (payload['azp'] ?? settings.clientId) !== settings.clientId)
      return { ok: false, why: 'token', problem: 'the token is meant for somebody else besides' }
    if (iat > ports.tokenClock.now() / 1000 + clockTolerance)
      return { ok: false, why: 'token', problem: 'the token was issued in the future' }
    const said = tokenUses.get(payload['tty'])
    if (use !== undefined && said !== undefined && said !== use)
      return { ok: false, why: 'token', problem: `the token is an ${said}, not an ${use}` }
    if (nonce !== undefined && payload['nonce'] !== nonce)
      return { ok: false, why: 'token', problem: 'the nonce is not the one of this login' }
    return { ok: true, claims: { ...payload, sub } }
  }

  return {
    verify: async (jwt, exchange, by = {}) => {
      const fresh = keys === null
      if (fresh) {
        const problem = await fetchKeys(exchange)
        if (problem !== null) return { ok: false, why: 'keys', problem }
      }
      try {
        return await check(jwt, by)
      } catch (error) {
        const unknownKey =
          error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_NO_MATCHING_KEY'
        if (!unknownKey || fresh) return { ok: false, why: 'token', problem: String(error) }
        const problem = await fetchKeys(exchange)
        if (problem !== null) return { ok: false, why: 'keys', problem }
        return check(jwt, by).catch((again: unknown) => ({
          ok: false,
          why: 'token',
          problem: String(again),
        }))
      }
    },
  }
}
