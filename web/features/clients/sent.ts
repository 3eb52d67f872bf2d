/** How a client says at the token endpoint who it is. */
export type ClientAuthentication =
  /** HTTP Basic; a `-` of the id is sent as it is. */
  | 'basic'
  /** HTTP Basic, and a `+` of the secret is sent as it is, too. */
  | 'basic-raw'
  /** HTTP Basic, both form-encoded first: `-` is sent as `%2D` (RFC 6749 §2.3.1). */
  | 'basic-encoded'
  /** HTTP Basic with the id and nothing for a secret. */
  | 'basic-id'
  /** `client_id=` and `client_secret=` in the form, both empty. */
  | 'empty-fields'
  /** `client_id` and `client_secret` in the form. */
  | 'form'
  /** `client_id` in the form, and no secret. */
  | 'none'
  /** The backend in front of FusionAuth does it. */
  | 'backend'

/** In which request, or of which client; none where it is always so. */
export type When =
  | 'code'
  | 'refresh'
  | 'introspection'
  | 'password'
  | 'public'
  | 'default'
  | 'choice'
  | 'set'
  | 'after-401'

export interface SentAuthentication {
  readonly by: ClientAuthentication
  readonly when?: When
}

/** Of what a value that nobody can guess is made. */
export type Alphabet = 'characters' | 'hexadecimal' | 'base64'

/** Whether there is a `code_challenge`; it is S256 wherever there is one. */
export type SentPkce =
  | { readonly is: 'no' | 'absent' | 'backend' }
  | {
      readonly is: 'always' | 'choice' | 'code-only'
      /** Of the `code_verifier`, where somebody has counted. */
      readonly length?: number
      readonly alphabet?: Alphabet
    }

/** What stands in `state` or `nonce`. */
export type SentValue =
  | { readonly is: 'random'; readonly length: number; readonly alphabet?: Alphabet }
  /** Of these characters, made of the `User-Agent` among others. */
  | { readonly is: 'user-agent'; readonly length: number }
  | {
      readonly is:
        | 'uuid'
        | 'given'
        | 'caller'
        | 'encrypted-jwt'
        | 'return-to'
        | 'yes'
        | 'no'
        | 'absent'
    }

/** When a cookie is set so, or what its `Expires` comes to. */
export type CookieNote = 'form-post' | 'days-30' | 'hours-24'

export interface SentCookie {
  readonly name: string
  /** As they are called in `Set-Cookie`. */
  readonly attributes: string
  readonly note?: CookieNote
}

/** In which workflow of the lab a client's messages are seen. */
export type Flow = 'confidential' | 'public' | 'backend' | 'password' | 'token'

/** What was recorded of a client. */
export interface MeasuredClient {
  readonly name: string
  readonly version: string
  readonly authentication: readonly SentAuthentication[]
  readonly pkce: SentPkce
  readonly state: SentValue
  readonly nonce: SentValue
  /** Whether state and nonce are sent because they were asked for. */
  readonly asked?: true
  /** Those on the application's origin, as set over http. */
  readonly cookies: readonly SentCookie[]
  readonly flow: Flow
  /** Which `iss` it was seen to refuse: another one, or a missing one as well. */
  readonly refusesIssuer?: 'another' | 'missing'
}

export type ClientGroup = 'page' | 'node' | 'other'

/** The day on which all of it was recorded. */
export const measuredOn = '2026-11-30'

/** Nothing of its own. */
export const noCookies: readonly SentCookie[] = []

/** There is no such request, so nothing of the kind is sent. */
export const absent = { is: 'absent' } as const
