import type { Json } from '../../scenarios/vocabulary.ts'
import type { AppContext } from './cookies.ts'
import type { Tokens, User } from './settings.ts'

/** Members that an answer in JSON carries besides; none where cookies hold everything. */
export type Carried = Readonly<Record<string, Json>>

/** Who asks, by what the request brought. */
export type Admission =
  | { readonly is: 'inside'; readonly user: User }
  /** What opens the application is gone, and a refresh token is there. */
  | { readonly is: 'renewable'; readonly refreshToken: string }
  | { readonly is: 'stranger' }

/**
 * What an application leaves with the user, and what it knows them by again: the one face behind
 * which sessions, JWTs in cookies and bearer tokens differ.
 */
export interface Keeping {
  /** After a login: leaves there what this keep leaves. */
  start(c: AppContext, tokens: Tokens): Carried
  /** Says who asks; a living session is extended. */
  admit(c: AppContext): Promise<Admission>
  /** After a refresh: leaves the new in place of the old. */
  renewed(c: AppContext, tokens: Tokens): Carried
  /** Takes everything back; resolves to what FusionAuth's not answering leaves undone, else null. */
  end(c: AppContext): Promise<string | null>
}
