import type { Json } from '../../../scenarios/vocabulary.ts'
import type { AppContext, LoginCookies } from '../cookies.ts'
import type { Tokens, User } from '../settings.ts'

/** Members that an answer in JSON carries besides; none where cookies hold everything. */
export type JsonCredentials = Readonly<Record<string, Json>>

/** What the user's device is to hold: session id, JWT, refresh token. */
export type IssuedCredentials = LoginCookies

/** What the user's device brought of an earlier login. */
export type PresentedCredentials = {
  readonly [Name in keyof IssuedCredentials | 'agent']?: string | undefined
}

/** Who asks, by what the request brought. */
export type Authentication =
  | { readonly status: 'authenticated'; readonly user: User }
  /** What opens the application is gone, and a refresh token is there. */
  | { readonly status: 'refreshable'; readonly refreshToken: string }
  | { readonly status: 'anonymous' }
  /** Nobody can say: FusionAuth did not give the keys to judge a token by. */
  | { readonly status: 'unverifiable'; readonly problem: string }

/**
 * What an application leaves with the user, and what it knows them by again: the one face behind
 * which sessions, JWTs in cookies and bearer tokens differ.
 */
export interface SessionManager {
  /** What the user's device brought of an earlier login. */
  readCredentials(c: AppContext): PresentedCredentials
  /**
   * Makes what opens the application from now on, in place of what was `brought`. Whoever waited for
   * the same renewal is handed the same.
   */
  createSession(
    tokens: Tokens,
    presented: PresentedCredentials,
    exchange: number,
  ): IssuedCredentials
  /** Leaves these with the user's device; what is not named stays as it is. */
  sendCredentials(c: AppContext, credentials: IssuedCredentials): JsonCredentials
  /** Says who asks; `touch` extends a living session to a full idle time from now. */
  authenticate(c: AppContext, options: { readonly touch: boolean }): Promise<Authentication>
  /** Takes everything back; resolves to what FusionAuth's not answering leaves undone, else null. */
  destroy(c: AppContext): Promise<string | null>
}
