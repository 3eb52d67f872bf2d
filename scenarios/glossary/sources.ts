/** Sections of OpenID Connect Core 1.0 by the names of their anchors. */
const core: Readonly<Record<string, string>> = {
  '2': 'IDToken',
  '3.1.2.1': 'AuthRequest',
  '3.1.2.6': 'AuthError',
  '3.1.3.3': 'TokenResponse',
  '3.1.3.6': 'CodeIDToken',
  '3.3.2.11': 'HybridIDToken',
  '5.1': 'StandardClaims',
  '5.4': 'ScopeClaims',
  '11': 'OfflineAccess',
}

/** Pages whose sections have no numbers that could be linked to. */
const pages: Readonly<Record<string, string>> = {
  'OpenID Connect RP-Initiated Logout §2':
    'https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout',
  'OpenID Connect Back-Channel Logout §2.4':
    'https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken',
  'OpenID Connect Back-Channel Logout §2.5':
    'https://openid.net/specs/openid-connect-backchannel-1_0.html#BCRequest',
  'OAuth 2.0 Multiple Response Types §2.1':
    'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes',
  'W3C Fetch Metadata': 'https://www.w3.org/TR/fetch-metadata/',
  'W3C Content Security Policy': 'https://www.w3.org/TR/CSP3/',
  'W3C Referrer Policy': 'https://www.w3.org/TR/referrer-policy/',
  'WHATWG Fetch: Origin header': 'https://fetch.spec.whatwg.org/#origin-header',
  'WHATWG Fetch: X-Content-Type-Options':
    'https://fetch.spec.whatwg.org/#x-content-type-options-header',
  'WHATWG Fetch: CORS': 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  'FusionAuth: OAuth endpoints':
    'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints',
  'FusionAuth: OAuth tokens':
    'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/tokens',
  'FusionAuth: release notes of 1.60': 'https://fusionauth.io/docs/release-notes/',
  'FusionAuth: scopes': 'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/scopes',
  'FusionAuth: Login API': 'https://fusionauth.io/docs/apis/login',
  'FusionAuth: JWT API': 'https://fusionauth.io/docs/apis/jwt',
  'FusionAuth: release notes of 1.69': 'https://fusionauth.io/docs/release-notes/',
  'FusionAuth: Keys API': 'https://fusionauth.io/docs/apis/keys',
  'FusionAuth: Tenants API': 'https://fusionauth.io/docs/apis/tenants',
  'FusionAuth: Users API': 'https://fusionauth.io/docs/apis/users',
  'FusionAuth: API authentication': 'https://fusionauth.io/docs/apis/authentication',
  'FusionAuth: API errors': 'https://fusionauth.io/docs/apis/errors',
  'FusionAuth: default theme': 'https://github.com/FusionAuth/fusionauth-theme-history',
  'FusionAuth: cookies': 'https://fusionauth.io/docs/reference/cookies',
  'FusionAuth: authentication types': 'https://fusionauth.io/docs/reference/authentication-types',
}

/**
 * Where a source can be read: an RFC and section such as `RFC 6749 §4.1.1` (a step within it and a
 * second section are passed over), or one of the pages above. Null for a source without an address.
 */
export const linkOf = (source: string): string | null => {
  const page = pages[source]
  if (page !== undefined) return page
  const rfc = /^RFC (\d+)(?: §([\d.]+\d|\d))?/.exec(source)
  if (rfc !== null) {
    const [, number, section] = rfc
    const at = section === undefined ? '' : `#section-${section}`
    return `https://www.rfc-editor.org/rfc/rfc${number}.html${at}`
  }
  const section = /^OpenID Connect Core §([\d.]+)/.exec(source)?.[1]
  const anchor = section === undefined ? undefined : core[section]
  return anchor === undefined
    ? null
    : `https://openid.net/specs/openid-connect-core-1_0.html#${anchor}`
}
