import type { Json } from '../../../scenarios/model/wire.ts'
import type { AppContext } from '../context.ts'
import type { LoginCookies } from '../cookies.ts'
import type { Tokens, User } from '../settings.ts'

/** Members that the body of a JSON response carries; empty where cookies hold everything. */
export type JsonCredentials = Readonly<Record<string, Json>>

/** Credentials for the client to hold: session id, JWT, refresh token. */
export type IssuedCredentials = LoginCookies

/** Credentials that came with a request, and its `user-agent`. */
export type PresentedCredentials = {
  readonly [Name in keyof IssuedCredentials | 'agent']?: string | undefined
}

/** Who sent a request, by the credentials that came with it. */
export type Authentication =
  | { readonly status: 'authenticated'; readonly user: User }
  /** The session or JWT has expired, and there is a refresh token. */
  | { readonly status: 'refreshable'; readonly refreshToken: string }
  /** No credentials, or none that are valid. */
  | { readonly status: 'anonymous' }
  /** FusionAuth did not give the keys to verify a JWT with; `problem` says why. */
  | { readonly status: 'unverifiable'; readonly problem: string }

/**
 * Creates, reads and ends the login of a client. There is one implementation for each session
 * strategy: sessions on the server, JWTs in cookies, bearer tokens.
 */
export interface SessionManager {
  /** Reads the credentials of a request; verifies nothing. */
  readCredentials(c: AppContext): PresentedCredentials
  /**
   * Creates the credentials that authenticate the user from now on. A server-side session replaces the
   * one whose id was `presented`. Requests that waited for the same refresh get the same credentials.
   */
  createSession(
    tokens: Tokens,
    presented: PresentedCredentials,
    exchange: number,
  ): IssuedCredentials
  /**
   * Sends credentials to the client: sets cookies, or returns the members of a JSON response. What is
   * not given stays as it is.
   */
  sendCredentials(c: AppContext, credentials: IssuedCredentials): JsonCredentials
  /**
   * Says who sent a request. `touch` extends a valid server-side session to a full idle time from now,
   * as far as its absolute lifetime allows.
   *
   * @throws {JWTInvalid} for a backend for frontend, when FusionAuth's access token is not a JWT
   */
  authenticate(c: AppContext, options: { readonly touch: boolean }): Promise<Authentication>
  /**
   * Ends the session, clears its cookies and revokes its refresh token.
   *
   * @returns why FusionAuth could not be asked to revoke the token; null when nothing is left undone
   */
  destroy(c: AppContext): Promise<string | null>
}
