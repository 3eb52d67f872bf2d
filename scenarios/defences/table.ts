import { isHosted, type WorkflowShape } from '../model/workflow-shape.ts'
import { keepsRefreshToken, keepsSession } from '../machine/credentials.ts'
import { defenceIds, type Defence, type Side } from './defence.ts'
import { canProve } from './presets.ts'
import type { DefenceId } from '../model/defence-settings.ts'

type AppliesTo = (shape: WorkflowShape) => boolean

const always: AppliesTo = () => true
const inBrowser: AppliesTo = ({ client }) => client !== 'mobile'
const session: AppliesTo = keepsSession
const hosted: AppliesTo = isHosted
/** The application’s server redeems the code; an app on a phone is a client of its own. */
const code: AppliesTo = ({ client, login }) => login === 'authorization-code' && client !== 'mobile'
const anyCode: AppliesTo = ({ login }) => login === 'authorization-code'
/** Tokens come from FusionAuth’s token endpoint, for a client that has a secret. */
const secretClient: AppliesTo = (shape) => code(shape) || shape.login === 'password-grant'
/** Somebody holds a refresh token. */
const renews: AppliesTo = (shape) => keepsRefreshToken(shape) || shape.backend === 'bff'
const atFusionAuth: AppliesTo = ({ client, login }) =>
  client === 'spa' && login === 'native-at-fusionauth'
/** Cookies of FusionAuth’s that a script of another site has to set and send. */
const acrossSites: AppliesTo = (shape) => atFusionAuth(shape) && shape.fusionauth === 'own-site'
const refreshCookie: AppliesTo = ({ client, sessionStrategy }) =>
  client !== 'mobile' && sessionStrategy.endsWith('refresh')
const ownCookies: AppliesTo = (shape) =>
  inBrowser(shape) && shape.sessionStrategy !== 'jwt-local-storage' && !setByProxy(shape)
/** The JWT lies in FusionAuth’s own cookie, which the application only reads. */
const setByProxy: AppliesTo = ({ sessionStrategy, fusionauth }) =>
  sessionStrategy === 'jwt-cookie' && fusionauth === 'parent-domain'
type DefenceRow = readonly [where: Side, setting: string, source: string, appliesTo?: AppliesTo]

const app = 'application'
const fusionauth = 'FusionAuth'

// oxfmt-ignore
const rows: Readonly<Record<DefenceId, DefenceRow>> = {
  'http-only': [app, 'Set-Cookie: …; HttpOnly', 'RFC 10025 §5.7', ownCookies],
  secure: [app, 'Set-Cookie: …; Secure', 'RFC 10025 §4.1.2.5', ownCookies],
  'same-site': [app, 'Set-Cookie: …; SameSite=…', 'RFC 10025 §4.1.2.7', ownCookies],
  'host-prefix': [app, 'Set-Cookie: __Host-…', 'RFC 10025 §4.1.3.2', ownCookies],
  'refresh-token-place': [app, 'session store instead of a cookie', 'RFC 10017 §6.1', refreshCookie],
  'new-id-at-login': [app, 'session: new id when the user logs in', 'OWASP Session Management', session],
  'session-idle-minutes': [app, 'session: idle timeout', 'OWASP Session Management', session],
  'session-absolute-minutes': [app, 'session: absolute timeout', 'OWASP Session Management', session],
  'client-binding': [app, 'session: remembers the user agent', 'OWASP Session Management', session],
  state: [app, 'authorize request: state', 'RFC 9700 §4.7', hosted],
  nonce: [app, 'authorize request: nonce', 'OpenID Connect Core §3.1.2.1', code],
  pkce: [app, 'authorize request: code_challenge', 'RFC 7636; RFC 9700 §2.1.1', code],
  iss: [app, 'callback: iss', 'RFC 9207 §2.4', code],
  'refuse-duplicates': [app, 'requests: each name once', 'RFC 6749 §3.1', inBrowser],
  'return-to-allow-list': [app, 'returnTo: list of own addresses', 'RFC 9700 §4.11.1', inBrowser],
  'csrf-token': [app, 'forms: hidden token', 'OWASP CSRF Prevention', inBrowser],
  'origin-check': [app, 'requests: Origin', 'OWASP CSRF Prevention', inBrowser],
  'fetch-metadata': [app, 'requests: Sec-Fetch-Site', 'W3C Fetch Metadata', inBrowser],
  csp: [app, 'Content-Security-Policy', 'W3C CSP Level 3', inBrowser],
  'output-escaping': [app, 'templates: escape what users write', 'OWASP XSS Prevention', inBrowser],
  're-authentication': [app, 'checkout: asks for the password again', 'OpenID Connect Core §3.1.2.1 (max_age)', canProve],
  'log-redaction': [app, 'access log: leaves secrets out', 'OWASP Logging'],
  hsts: ['browser', 'Strict-Transport-Security, preload list', 'RFC 6797 §12.3', inBrowser],
  'log-out-everywhere': [app, 'DELETE /api/jwt/refresh?userId=…', 'FusionAuth: Revoke refresh tokens'],
  'rp-initiated-logout': [app, 'GET /oauth2/logout', 'OpenID Connect RP-Initiated Logout 1.0', hosted],
  'back-channel-logout': [app, 'POST /back-channel-logout', 'OpenID Connect Back-Channel Logout 1.0', session],
  'logout-token-checks': [app, 'logout token: signature, iss, aud, events, jti', 'OpenID Connect Back-Channel Logout 1.0 §2.6', session],
  'single-flight': [app, 'renewal: one at a time for each refresh token', 'RFC 9700 §4.14.2', (shape) => renews(shape) && !atFusionAuth(shape)],
  rotation: [fusionauth, 'Tenant → JWT → Refresh token usage: One-time use', 'RFC 9700 §4.14.2', renews],
  'reuse-detection': [fusionauth, 'Tenant → JWT → Refresh token revocation: On one-time token reuse', 'RFC 9700 §4.14.2', renews],
  'grace-seconds': [fusionauth, 'Tenant → JWT → One-time use: Grace period', 'RFC 9700 §4.14.2', renews],
  'refresh-token-minutes': [fusionauth, 'Tenant → JWT → Refresh token duration', 'RFC 9700 §4.14.2', renews],
  'refresh-token-absolute-minutes': [fusionauth, 'Tenant → JWT → Refresh token expiration: Sliding window with maximum lifetime', 'RFC 10017 §6.3.2.3', renews],
  'pkce-required': [fusionauth, 'Application → OAuth → PKCE: Required', 'RFC 9700 §2.1.1', code],
  'client-authentication': [fusionauth, 'Application → OAuth → Client authentication: Required', 'RFC 9700 §2.5', secretClient],
  'exact-redirect-uris': [fusionauth, 'Application → OAuth → Authorized URL validation: Exact match', 'RFC 9700 §2.1, §4.1.3', hosted],
  'revoke-on-password-change': [fusionauth, 'Tenant → JWT → Refresh token revocation: On password changed', 'RFC 9700 §4.14.2', (shape) => renews(shape) || hosted(shape)],
  'sso-minutes': [fusionauth, 'Tenant → OAuth → Session timeout', 'OpenID Connect Core §15.1', hosted],
  'jwt-minutes': [fusionauth, 'Tenant → JWT → JWT duration', 'RFC 9700 §2.3'],
  'redirect-after-login': [fusionauth, 'status of the redirect after the login form', 'RFC 9700 §4.12', hosted],
  'codes-once': [fusionauth, 'token endpoint: a code counts once', 'RFC 6749 §4.1.2', anyCode],
  'verifier-check': [fusionauth, 'token endpoint: code_verifier', 'RFC 7636 §4.6', anyCode],
  'client-match': [fusionauth, 'token endpoint: client of the code or token', 'RFC 6749 §4.1.3, §6', (shape) => code(shape) || (secretClient(shape) && renews(shape))],
  'scope-check': [fusionauth, 'token endpoint: scope of a refresh', 'RFC 6749 §6', (shape) => secretClient(shape) && renews(shape)],
  'third-party-cookies': ['browser', 'Settings → Third-party cookies', 'RFC 10025 §7.1', acrossSites],
  'token-cookie-same-site': [fusionauth, 'Set-Cookie of refresh_token and access_token: SameSite', 'RFC 10025 §4.1.2.7', acrossSites],
}

/** Every switch: whose it is, how it is called there, and who asks for it. */
export const defences: Readonly<Record<DefenceId, Defence>> = Object.fromEntries(
  defenceIds.map((id): [DefenceId, Defence] => {
    const [where, setting, source, appliesTo = always] = rows[id]
    return [id, { id, where, setting, source, appliesTo }]
  }),
) as Record<DefenceId, Defence>
