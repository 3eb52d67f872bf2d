import type { Json } from '../../scenarios/vocabulary.ts'
import type { AppContext, LoginCookies } from './cookies.ts'
import type { Tokens, User } from './settings.ts'

/** Members that an answer in JSON carries besides; none where cookies hold everything. */
export type Carried = Readonly<Record<string, Json>>

/** What the user's device is to hold: session id, JWT, refresh token. */
export type Credentials = LoginCookies

/** What the user's device brought of an earlier login. */
export type Brought = {
  readonly [Name in keyof Credentials | 'agent']?: string | undefined
}

/** Who asks, by what the request brought. */
export type Admission =
  | { readonly is: 'inside'; readonly user: User }
  /** What opens the application is gone, and a refresh token is there. */
  | { readonly is: 'renewable'; readonly refreshToken: string }
  | { readonly is: 'stranger' }
  /** Nobody can say: FusionAuth did not give the keys to judge a token by. */
  | { readonly is: 'unknown'; readonly problem: string }

/**
 * What an application leaves with the user, and what it knows them by again: the one face behind
 * which sessions, JWTs in cookies and bearer tokens differ.
 */
export interface Keeping {
  /** What the user's device brought of an earlier login. */
  brought(c: AppContext): Brought
  /**
   * Makes what opens the application from now on, in place of what was `brought`. Whoever waited for
   * the same renewal is handed the same.
   */
  issue(tokens: Tokens, brought: Brought, exchange: number): Credentials
  /** Leaves these with the user's device; what is not named stays as it is. */
  hand(c: AppContext, credentials: Credentials): Carried
  /** Says who asks; a living session is extended. */
  admit(c: AppContext): Promise<Admission>
  /** Says who asks, and extends nothing. */
  recognize(c: AppContext): Promise<Admission>
  /** Takes everything back; resolves to what FusionAuth's not answering leaves undone, else null. */
  end(c: AppContext): Promise<string | null>
}
