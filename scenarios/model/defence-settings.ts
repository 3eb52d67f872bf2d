/**
 * Every switch of the lab, by its name: what the applications, FusionAuth and the browser do or leave
 * undone against attackers. Times are in minutes unless the name says otherwise.
 */
export interface DefenceSettings {
  // The applications' cookies and sessions
  readonly 'http-only': boolean
  readonly secure: boolean
  readonly 'same-site': 'lax' | 'strict' | 'none' | 'unset'
  readonly 'host-prefix': boolean
  readonly 'refresh-token-place': 'cookie' | 'server'
  readonly 'new-id-at-login': boolean
  readonly 'session-idle-minutes': number
  readonly 'session-absolute-minutes': number
  readonly 'client-binding': boolean

  // The applications' logins
  readonly state: boolean
  readonly nonce: boolean
  readonly pkce: boolean
  readonly iss: boolean
  readonly 'refuse-duplicates': boolean
  readonly 'return-to-allow-list': boolean

  // The applications' pages and forms
  readonly 'csrf-token': boolean
  readonly 'origin-check': boolean
  readonly 'fetch-metadata': boolean
  readonly csp: boolean
  readonly 'output-escaping': boolean
  readonly 're-authentication': boolean
  readonly 'log-redaction': boolean
  readonly hsts: boolean

  // The applications' logouts and renewals
  readonly 'log-out-everywhere': boolean
  readonly 'rp-initiated-logout': boolean
  readonly 'back-channel-logout': boolean
  readonly 'logout-token-checks': boolean
  readonly 'single-flight': boolean

  // What FusionAuth is set to
  readonly rotation: boolean
  readonly 'reuse-detection': boolean
  readonly 'grace-seconds': number
  readonly 'refresh-token-minutes': number
  /** Longest life of a refresh token, however busy it is; 0 for none. */
  readonly 'refresh-token-absolute-minutes': number
  readonly 'pkce-required': boolean
  readonly 'client-authentication': boolean
  readonly 'exact-redirect-uris': boolean
  readonly 'revoke-on-password-change': boolean
  readonly 'sso-minutes': number
  readonly 'jwt-minutes': number

  // What every FusionAuth does; off only to show what the rule prevents
  readonly 'redirect-after-login': 302 | 303 | 307
  readonly 'codes-once': boolean
  readonly 'verifier-check': boolean
  readonly 'client-match': boolean
  readonly 'scope-check': boolean

  // What browsers do with cookies of other sites, and what FusionAuth's cookies say of it
  readonly 'third-party-cookies': 'allowed' | 'blocked'
  readonly 'token-cookie-same-site': 'lax' | 'none'
}

export type DefenceId = keyof DefenceSettings

/** What a switch can be set to. */
export type Domain<Value> =
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly values: readonly Value[] }
  /** Whole numbers from `least` to `most`. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
