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

/** Whose switch it is. */
export type Side = 'application' | 'FusionAuth' | 'browser'

/**
 * What a workflow has to have for a switch to matter there, by name; which workflows have it, only the
 * room of the defences knows (`scenarios/defences/table.ts`).
 */
export type Concern =
  | 'any'
  | 'browser'
  | 'session'
  | 'own-cookies'
  | 'refresh-cookie'
  | 'cookies-across-sites'
  | 'hosted-login'
  | 'code'
  | 'server-side-code'
  | 'confidential-client'
  | 'confidential-client-refreshes'
  | 'client-of-code-or-refresh-token'
  | 'refresh-token'
  | 'refresh-token-or-hosted-login'
  | 'application-refreshes'
  | 'can-prove'

/**
 * One switch: what it can be set to, whose it is, how it is called where it is set (a path of
 * FusionAuth's settings, an attribute of a header), where it is asked for, and what it concerns; any
 * workflow when left out.
 */
type SwitchRow = readonly [
  value: Switch<boolean> | Switch<number> | Switch<string>,
  where: Side,
  setting: string,
  source: string,
  concerns?: Concern,
]

/** Ten years, in minutes. */
const longest = 5_256_000

const app = 'application'
const fusionauth = 'FusionAuth'

/**
 * Every switch of the lab, by its name, in the order in which they are shown: what the applications,
 * FusionAuth and the browser do or leave undone against attackers. Times are in minutes unless the name
 * says otherwise. What is usual are FusionAuth's own defaults, and careful applications.
 */
// oxfmt-ignore
export const switches = {
  // The applications' cookies and sessions
  'http-only': [flag(true), app, 'Set-Cookie: …; HttpOnly', 'RFC 10025 §5.7', 'own-cookies'],
  secure: [flag(true), app, 'Set-Cookie: …; Secure', 'RFC 10025 §4.1.2.5', 'own-cookies'],
  'same-site': [choice(['lax', 'strict', 'none', 'unset'], 'lax'), app, 'Set-Cookie: …; SameSite=…', 'RFC 10025 §4.1.2.7', 'own-cookies'],
  'host-prefix': [flag(false), app, 'Set-Cookie: __Host-…', 'RFC 10025 §4.1.3.2', 'own-cookies'],
  'refresh-token-place': [choice(['cookie', 'server'], 'cookie'), app, 'session store instead of a cookie', 'RFC 10017 §6.1', 'refresh-cookie'],
  'new-id-at-login': [flag(true), app, 'session: new id when the user logs in', 'OWASP Session Management', 'session'],
  'session-idle-minutes': [number(1, longest, 30), app, 'session: idle timeout', 'OWASP Session Management', 'session'],
  'session-absolute-minutes': [number(1, longest, 720), app, 'session: absolute timeout', 'OWASP Session Management', 'session'],
  'client-binding': [flag(false), app, 'session: remembers the user agent', 'OWASP Session Management', 'session'],

  // The applications' logins
  state: [flag(true), app, 'authorize request: state', 'RFC 9700 §4.7', 'hosted-login'],
  nonce: [flag(true), app, 'authorize request: nonce', 'OpenID Connect Core §3.1.2.1', 'server-side-code'],
  pkce: [flag(true), app, 'authorize request: code_challenge', 'RFC 7636; RFC 9700 §2.1.1', 'server-side-code'],
  iss: [flag(true), app, 'callback: iss', 'RFC 9207 §2.4', 'server-side-code'],
  'refuse-duplicates': [flag(true), app, 'requests: each name once', 'RFC 6749 §3.1', 'browser'],
  'return-to-allow-list': [flag(true), app, 'returnTo: list of own addresses', 'RFC 9700 §4.11.1', 'browser'],

  // The applications' pages and forms
  'csrf-token': [flag(false), app, 'forms: hidden token', 'OWASP CSRF Prevention', 'browser'],
  'origin-check': [flag(true), app, 'requests: Origin', 'OWASP CSRF Prevention', 'browser'],
  'fetch-metadata': [flag(true), app, 'requests: Sec-Fetch-Site', 'W3C Fetch Metadata', 'browser'],
  csp: [flag(true), app, 'Content-Security-Policy', 'W3C CSP Level 3', 'browser'],
  'output-escaping': [flag(true), app, 'templates: escape what users write', 'OWASP XSS Prevention', 'browser'],
  're-authentication': [flag(false), app, 'checkout: asks for the password again', 'OpenID Connect Core §3.1.2.1 (max_age)', 'can-prove'],
  'log-redaction': [flag(true), app, 'access log: leaves secrets out', 'OWASP Logging'],
  hsts: [flag(true), 'browser', 'Strict-Transport-Security, preload list', 'RFC 6797 §12.3', 'browser'],

  // The applications' logouts and renewals
  'log-out-everywhere': [flag(false), app, 'DELETE /api/jwt/refresh?userId=…', 'FusionAuth: Revoke refresh tokens'],
  'rp-initiated-logout': [flag(true), app, 'GET /oauth2/logout', 'OpenID Connect RP-Initiated Logout 1.0', 'hosted-login'],
  'back-channel-logout': [flag(false), app, 'POST /back-channel-logout', 'OpenID Connect Back-Channel Logout 1.0', 'session'],
  'logout-token-checks': [flag(true), app, 'logout token: signature, iss, aud, events, jti', 'OpenID Connect Back-Channel Logout 1.0 §2.6', 'session'],
  'single-flight': [flag(true), app, 'renewal: one at a time for each refresh token', 'RFC 9700 §4.14.2', 'application-refreshes'],

  // What FusionAuth is set to
  rotation: [flag(false), fusionauth, 'Tenant → JWT → Refresh token usage: One-time use', 'RFC 9700 §4.14.2', 'refresh-token'],
  'reuse-detection': [flag(false), fusionauth, 'Tenant → JWT → Refresh token revocation: On one-time token reuse', 'RFC 9700 §4.14.2', 'refresh-token'],
  'grace-seconds': [number(0, 86_400, 0), fusionauth, 'Tenant → JWT → One-time use: Grace period', 'RFC 9700 §4.14.2', 'refresh-token'],
  'refresh-token-minutes': [number(1, longest, 43_200), fusionauth, 'Tenant → JWT → Refresh token duration', 'RFC 9700 §4.14.2', 'refresh-token'],
  /** Longest life of a refresh token, however busy it is; 0 for none. */
  'refresh-token-absolute-minutes': [number(0, longest, 0), fusionauth, 'Tenant → JWT → Refresh token expiration: Sliding window with maximum lifetime', 'RFC 10017 §6.3.2.3', 'refresh-token'],
  'pkce-required': [flag(false), fusionauth, 'Application → OAuth → PKCE: Required', 'RFC 9700 §2.1.1', 'server-side-code'],
  'client-authentication': [flag(true), fusionauth, 'Application → OAuth → Client authentication: Required', 'RFC 9700 §2.5', 'confidential-client'],
  'exact-redirect-uris': [flag(true), fusionauth, 'Application → OAuth → Authorized URL validation: Exact match', 'RFC 9700 §2.1, §4.1.3', 'hosted-login'],
  'revoke-on-password-change': [flag(true), fusionauth, 'Tenant → JWT → Refresh token revocation: On password changed', 'RFC 9700 §4.14.2', 'refresh-token-or-hosted-login'],
  'sso-minutes': [number(1, longest, 60), fusionauth, 'Tenant → OAuth → Session timeout', 'OpenID Connect Core §15.1', 'hosted-login'],
  'jwt-minutes': [number(1, longest, 60), fusionauth, 'Tenant → JWT → JWT duration', 'RFC 9700 §2.3'],

  // What every FusionAuth does; off only to show what the rule prevents
  'redirect-after-login': [choice([302, 303, 307], 302), fusionauth, 'status of the redirect after the login form', 'RFC 9700 §4.12', 'hosted-login'],
  'codes-once': [flag(true), fusionauth, 'token endpoint: a code counts once', 'RFC 6749 §4.1.2', 'code'],
  'verifier-check': [flag(true), fusionauth, 'token endpoint: code_verifier', 'RFC 7636 §4.6', 'code'],
  'client-match': [flag(true), fusionauth, 'token endpoint: client of the code or token', 'RFC 6749 §4.1.3, §6', 'client-of-code-or-refresh-token'],
  'scope-check': [flag(true), fusionauth, 'token endpoint: scope of a refresh', 'RFC 6749 §6', 'confidential-client-refreshes'],

  // What browsers do with cookies of other sites, and what FusionAuth's cookies say of it
  'third-party-cookies': [choice(['allowed', 'blocked'], 'allowed'), 'browser', 'Settings → Third-party cookies', 'RFC 10025 §7.1', 'cookies-across-sites'],
  'token-cookie-same-site': [choice(['lax', 'none'], 'lax'), fusionauth, 'Set-Cookie of refresh_token and access_token: SameSite', 'RFC 10025 §4.1.2.7', 'cookies-across-sites'],
} as const satisfies Readonly<Record<string, SwitchRow>>

type Switches = typeof switches

export type DefenceId = keyof Switches

/** How every switch is set. */
export type DefenceSettings = { readonly [Id in DefenceId]: Switches[Id][0]['usual'] }
