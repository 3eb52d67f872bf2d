import type { AccessToken, LoginResponse } from '@fusionauth/typescript-client'
import type { JWTPayload } from 'jose'
import { type FusionAuthAnswer, ask, fusionAuthClient } from '../../fusionauth/port.ts'
import { usesRefreshToken } from '../session/requirements.ts'
import type { Memory } from '../memory.ts'
import { pathsAt } from './metadata.ts'
import type { ApplicationPorts, ApplicationSettings, Tokens, User } from '../settings.ts'
import type { TokenVerifier } from './token-verifier.ts'
import { textOf } from '../../../scenarios/model/text.ts'

/** The scope of an authorization request or password grant: with a refresh token where one is used. */
export const scopeOf = (
  settings: Pick<ApplicationSettings, 'sessionStrategy' | 'backend'>,
): string =>
  usesRefreshToken(settings) ? 'openid profile email offline_access' : 'openid profile email'

/**
 * What came of a refresh. `refreshToken` is the valid one from now on, even when the rest of the answer
 * is unusable: FusionAuth may have rotated it (RFC 6749 §6).
 */
export interface RefreshResult {
  readonly answer: FusionAuthAnswer<Tokens>
  readonly refreshToken: string
}

/**
 * All calls of an application to FusionAuth, by its official client. `exchange` is the number of the
 * browser's exchange that causes the call. No method throws because of an answer or an outage: an
 * `Answer` that is not ok says why.
 */
export interface FusionAuthGateway {
  /**
   * Exchanges an authorization code for tokens (RFC 6749 §4.1.3) and verifies the ID token.
   * `transaction` has the nonce and the code verifier of the authorization request.
   */
  exchangeCode(
    code: string,
    transaction: { readonly verifier?: string | undefined; readonly nonce?: string | undefined },
    exchange: number,
  ): Promise<FusionAuthAnswer<Tokens>>
  loginWithPassword(
    loginId: string,
    password: string,
    exchange: number,
  ): Promise<FusionAuthAnswer<Tokens>>
  /** Whether a password is this user's; asks for no token that would have to be stored or revoked. */
  checkPassword(user: User, password: string, exchange: number): Promise<FusionAuthAnswer<true>>
  /** Uses a refresh token (RFC 6749 §6, or FusionAuth's JWT API after a native login). */
  refresh(refreshToken: string, exchange: number): Promise<RefreshResult>
  /** Revokes one refresh token; it is sent in the body, never in a URL (RFC 9700 §4.3.2). */
  revokeRefreshToken(refreshToken: string, exchange: number): Promise<FusionAuthAnswer<true>>
  /** Revokes the user's refresh tokens of all applications, and FusionAuth's own session. */
  revokeAllRefreshTokens(userId: string, exchange: number): Promise<FusionAuthAnswer<true>>
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const userFromClaims = (claims: JWTPayload & { sub: string }): User => ({
  id: claims.sub,
  name: text(claims['name']) ?? text(claims['given_name']) ?? text(claims['email']) ?? null,
  email: text(claims['email']) ?? '',
})

/** The user of a verified token: as stored at the login, else from the token's claims. */
export const userOfToken = (claims: JWTPayload & { sub: string }, memory: Memory): User =>
  memory.userById(claims.sub) ?? userFromClaims(claims)

interface TokenResponse {
  readonly access: string
  readonly id: string
  readonly refresh: string | null
}

/**
 * The members of a token response that an application needs (OpenID Connect Core §3.1.3.3); null when
 * one is missing or the token type is unknown (RFC 6749 §7.1). The access token is opaque here.
 */
const parseTokenResponse = (body: AccessToken): TokenResponse | null => {
  const access = text(body.access_token)
  const id = text(body.id_token)
  const isBearer = text(body.token_type)?.toLowerCase() === 'bearer'
  if (access === undefined || id === undefined || !isBearer) return null
  return { access, id, refresh: text(body.refresh_token) ?? null }
}

const parseLoginResponse = (body: LoginResponse, status: number): Tokens | null => {
  const jwt = text(body.token)
  const id = text(body.user?.id)
  if (status !== 200 || jwt === undefined || id === undefined) return null
  const email = body.user?.email ?? ''
  const name = body.user?.fullName ?? body.user?.firstName ?? email
  return { user: { id, name, email }, jwt, refreshToken: text(body.refreshToken) ?? null }
}

const unusable = (problem: string) =>
  ({
    ok: false,
    why: 'unusable',
    problem,
    reason: textOf('verbatim', { english: problem }),
  }) as const

export const createFusionAuthGateway = (
  settings: ApplicationSettings,
  ports: ApplicationPorts,
  memory: Memory,
  verifier: TokenVerifier,
): FusionAuthGateway => {
  const { clientId, clientSecret, origin } = settings
  const access = { ...settings.fusionauth, paths: pathsAt(settings.provider) }
  const clientFor = (exchange: number | null) => fusionAuthClient(access, ports.call, exchange)

  /** Verifies the ID token and takes the user from its claims. */
  const withVerifiedUser = async (
    answer: FusionAuthAnswer<TokenResponse>,
    exchange: number,
    nonce?: string,
  ): Promise<FusionAuthAnswer<Tokens>> => {
    if (!answer.ok) return answer
    const { id, refresh } = answer.value
    const verified = await verifier.verify(id, exchange, {
      use: 'ID token',
      ...(nonce === undefined ? {} : { nonce }),
    })
    if (!verified.ok) return unusable(`its ID token was refused: ${verified.problem}`)
    const jwt = answer.value.access
    const { auth_time: authenticatedAt } = verified.claims
    const user = userFromClaims(verified.claims)
    const when = typeof authenticatedAt === 'number' ? { authenticatedAt } : {}
    return { ok: true, value: { user, jwt, refreshToken: refresh, ...when } }
  }

  const loginByGrant = async (
    { loginId, password }: { readonly loginId: string; readonly password: string },
    scope: string,
    exchange: number,
  ): Promise<FusionAuthAnswer<Tokens>> => {
    const answer = await ask(
      clientFor(exchange).exchangeUserCredentialsForAccessToken(
        loginId,
        password,
        clientId,
        clientSecret,
        scope,
        '',
      ),
      parseTokenResponse,
    )
    return withVerifiedUser(answer, exchange)
  }

  const refreshByGrant = async (token: string, exchange: number): Promise<RefreshResult> => {
    const granted = await ask(
      clientFor(exchange).exchangeRefreshTokenForAccessToken(token, clientId, clientSecret, '', ''),
      parseTokenResponse,
    )
    const refreshToken = (granted.ok ? granted.value.refresh : null) ?? token
    return { answer: await withVerifiedUser(granted, exchange), refreshToken }
  }

  /** The JWT API names the user by id only; name and email are those stored at the login. */
  const refreshByApi = async (token: string, exchange: number): Promise<RefreshResult> => {
    const refreshed = await ask(
      clientFor(exchange).exchangeRefreshTokenForJWT({ refreshToken: token }),
      (body) => {
        const jwt = text(body.token)
        return jwt === undefined ? null : { jwt, refreshToken: text(body.refreshToken) ?? null }
      },
    )
    if (!refreshed.ok) return { answer: refreshed, refreshToken: token }
    const refreshToken = refreshed.value.refreshToken ?? token
    const verified = await verifier.verify(refreshed.value.jwt, exchange, { use: 'access token' })
    if (!verified.ok)
      return { answer: unusable(`its JWT was refused: ${verified.problem}`), refreshToken }
    const user = userOfToken(verified.claims, memory)
    return { answer: { ok: true, value: { user, ...refreshed.value } }, refreshToken }
  }

  /** Refuses tokens of another user than the one who logged in (OpenID Connect Core §12.2). */
  const forSameUser = (token: string, { answer, refreshToken }: RefreshResult): RefreshResult => {
    const owner = memory.userByRefreshToken(token)
    const other = answer.ok && owner !== null && owner.id !== answer.value.user.id
    return other
      ? {
          answer: unusable('it answered for another user than the one who logged in'),
          refreshToken,
        }
      : { answer, refreshToken }
  }

  const requestTokens = (code: string, codeVerifier: string | undefined, exchange: number) => {
    const client = clientFor(exchange)
    const redirectUri = `${origin}/oauth-callback`
    return codeVerifier === undefined
      ? client.exchangeOAuthCodeForAccessToken(code, clientId, clientSecret, redirectUri)
      : client.exchangeOAuthCodeForAccessTokenUsingPKCE(
          code,
          clientId,
          clientSecret,
          redirectUri,
          codeVerifier,
        )
  }

  return {
    exchangeCode: async (code, { verifier: codeVerifier, nonce }, exchange) =>
      withVerifiedUser(
        await ask(requestTokens(code, codeVerifier, exchange), parseTokenResponse),
        exchange,
        nonce,
      ),
    loginWithPassword: (loginId, password, exchange) =>
      settings.login.startsWith('native')
        ? ask(
            clientFor(exchange).login({ loginId, password, applicationId: clientId }),
            parseLoginResponse,
          )
        : loginByGrant({ loginId, password }, scopeOf(settings), exchange),
    checkPassword: async ({ id, email: loginId }, password, exchange) => {
      if (settings.login.startsWith('native'))
        return ask(
          clientFor(exchange).login({ loginId, password, applicationId: clientId, noJWT: true }),
          ({ user }) => (user?.id === id ? true : null),
        )
      const answer = await loginByGrant({ loginId, password }, 'openid', exchange)
      if (!answer.ok) return answer
      return answer.value.user.id === id
        ? { ok: true, value: true }
        : unusable('it knows this login name as another user')
    },
    refresh: async (token, exchange) =>
      forSameUser(
        token,
        settings.login.startsWith('native')
          ? await refreshByApi(token, exchange)
          : await refreshByGrant(token, exchange),
      ),
    revokeRefreshToken: (token, exchange) =>
      ask(clientFor(exchange).revokeRefreshTokensWithRequest({ token }), () => true as const),
    revokeAllRefreshTokens: (userId, exchange) =>
      ask(clientFor(exchange).revokeRefreshTokensByUserId(userId), () => true as const),
  }
}
