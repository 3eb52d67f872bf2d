import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { describeError } from './describe-error.ts'
import { ask, fusionAuthClient } from '../../fusionauth/port.ts'
import { pathsAt } from './metadata.ts'
import type { ApplicationPorts, ApplicationSettings } from '../settings.ts'

/** The claims of a valid token, or a sentence that says which check failed. */
export type VerifiedToken =
  | { readonly ok: true; readonly claims: JWTPayload & { sub: string } }
  | {
      readonly ok: false
      /** The token is invalid, or FusionAuth did not give the keys to verify it with. */
      readonly why: 'token' | 'keys'
      readonly problem: string
    }

/** What kind of token a JWT of FusionAuth is. */
export type TokenUse = 'access token' | 'ID token'

/** What a token is checked for besides. */
export interface VerifyOptions {
  /**
   * The kind it must be: both are JWTs for us, signed by the same key, and neither may pass for the other
   * (RFC 8725 §3.12). FusionAuth's claim `tty` says which one it is; a token without it is accepted.
   */
  readonly use?: TokenUse
  /** The nonce of the authorization request. */
  readonly nonce?: string
  /** How far FusionAuth's clock may differ from ours, in seconds; 60 unless given. */
  readonly clockTolerance?: number
}

export interface TokenVerifier {
  /**
   * Verifies a JWT of FusionAuth: signature by its published keys, issuer, audience (this application
   * alone), `azp`, `iat` and expiry (OpenID Connect Core §3.1.3.7) and what `options` ask for. Never
   * throws: what fails is in the result.
   */
  verify(jwt: string, exchange: number, options?: VerifyOptions): Promise<VerifiedToken>
  /** Forgets the keys, so that the next token fetches them anew; false when there were none. */
  forgetKeys(): boolean
}

/** In seconds (OpenID Connect Core §2: a few minutes at most). */
const defaultClockTolerance = 60

/** The values of FusionAuth's claim `tty`, since 1.60. */
const tokenUses = new Map<unknown, TokenUse>([
  ['at', 'access token'],
  ['idt', 'ID token'],
])

const isKeySet = (value: object): value is JSONWebKeySet =>
  'keys' in value && Array.isArray(value.keys)

/** Fetches the keys when first needed, and again when a token names one that is not among them. */
export const createTokenVerifier = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
): TokenVerifier => {
  let keys: JSONWebKeySet | null = null
  /** The keys are imported once a set, not once a token. */
  let keySet: ReturnType<typeof createLocalJWKSet> | null = null

  const fetchKeys = async (exchange: number): Promise<string | null> => {
    const access = { ...settings.fusionauth, paths: pathsAt(settings.provider) }
    const client = fusionAuthClient(access, ports.call, exchange)
    const answer = await ask(client.retrieveJsonWebKeySet(), (body) =>
      typeof body === 'object' && isKeySet(body) ? body : null,
    )
    if (answer.ok) {
      keys = answer.value
      keySet = null
      return null
    }
    return answer.why === 'refused' ? 'FusionAuth refused to show its keys' : answer.problem
  }

  const check = async (
    jwt: string,
    { use, nonce, clockTolerance = defaultClockTolerance }: VerifyOptions,
  ): Promise<VerifiedToken> => {
    keySet ??= createLocalJWKSet(keys ?? { keys: [] })
    const { payload } = await jwtVerify(jwt, keySet, {
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
    forgetKeys: () => {
      const had = keys !== null
      keys = null
      keySet = null
      return had
    },
    verify: async (jwt, exchange, options = {}) => {
      const fresh = keys === null
      if (fresh) {
        const problem = await fetchKeys(exchange)
        if (problem !== null) return { ok: false, why: 'keys', problem }
      }
      try {
        return await check(jwt, options)
      } catch (error) {
        const unknownKey =
          error instanceof Error && 'code' in error && error.code === 'ERR_JWKS_NO_MATCHING_KEY'
        if (!unknownKey || fresh) return { ok: false, why: 'token', problem: describeError(error) }
        const problem = await fetchKeys(exchange)
        if (problem !== null) return { ok: false, why: 'keys', problem }
        return check(jwt, options).catch((again: unknown) => ({
          ok: false,
          why: 'token',
          problem: describeError(again),
        }))
      }
    },
  }
}
