/** What a switch can be set to. */
export type Domain<Value> =
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly values: readonly Value[] }
  /** Whole numbers from `least` to `most`. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number }

/** What a switch can be set to, and what it is when nothing is asked for. */
interface Switch<Value> {
  readonly domain: Domain<Value>
  readonly usual: Value
}

const flag = (usual: boolean): Switch<boolean> => ({ domain: { kind: 'flag' }, usual })

const choice = <const Value>(values: readonly Value[], usual: NoInfer<Value>): Switch<Value> => ({
  domain: { kind: 'choice', values },
  usual,
})

const number = (least: number, most: number, usual: number): Switch<number> => ({
  domain: { kind: 'number', least, most },
  usual,
})

/** Ten years, in minutes. */
const longest = 5_256_000

/**
 * Every switch of the lab, by its name, in the order in which they are shown: what the applications,
 * FusionAuth and the browser do or leave undone against attackers. Times are in minutes unless the name
 * says otherwise. What is usual are FusionAuth's own defaults, and careful applications.
 */
export const switches = {
  // The applications' cookies and sessions
  'http-only': flag(true),
  secure: flag(true),
  'same-site': choice(['lax', 'strict', 'none', 'unset'], 'lax'),
  'host-prefix': flag(false),
  'refresh-token-place': choice(['cookie', 'server'], 'cookie'),
  'new-id-at-login': flag(true),
  'session-idle-minutes': number(1, longest, 30),
  'session-absolute-minutes': number(1, longest, 720),
  'client-binding': flag(false),

  // The applications' logins
  state: flag(true),
  nonce: flag(true),
  pkce: flag(true),
  iss: flag(true),
  'refuse-duplicates': flag(true),
  'return-to-allow-list': flag(true),

  // The applications' pages and forms
  'csrf-token': flag(false),
  'origin-check': flag(true),
  'fetch-metadata': flag(true),
  csp: flag(true),
  'output-escaping': flag(true),
  're-authentication': flag(false),
  'log-redaction': flag(true),
  hsts: flag(true),

  // The applications' logouts and renewals
  'log-out-everywhere': flag(false),
  'rp-initiated-logout': flag(true),
  'back-channel-logout': flag(false),
  'logout-token-checks': flag(true),
  'single-flight': flag(true),

  // What FusionAuth is set to
  rotation: flag(false),
  'reuse-detection': flag(false),
  'grace-seconds': number(0, 86_400, 0),
  'refresh-token-minutes': number(1, longest, 43_200),
  /** Longest life of a refresh token, however busy it is; 0 for none. */
  'refresh-token-absolute-minutes': number(0, longest, 0),
  'pkce-required': flag(false),
  'client-authentication': flag(true),
  'exact-redirect-uris': flag(true),
  'revoke-on-password-change': flag(true),
  'sso-minutes': number(1, longest, 60),
  'jwt-minutes': number(1, longest, 60),

  // What every FusionAuth does; off only to show what the rule prevents
  'redirect-after-login': choice([302, 303, 307], 302),
  'codes-once': flag(true),
  'verifier-check': flag(true),
  'client-match': flag(true),
  'scope-check': flag(true),

  // What browsers do with cookies of other sites, and what FusionAuth's cookies say of it
  'third-party-cookies': choice(['allowed', 'blocked'], 'allowed'),
  'token-cookie-same-site': choice(['lax', 'none'], 'lax'),
}

type Switches = typeof switches

export type DefenceId = keyof Switches

/** How every switch is set. */
export type DefenceSettings = { readonly [Id in DefenceId]: Switches[Id]['usual'] }
