/**
 * Where FusionAuth deliberately (or as far as anybody knows) does otherwise than the standards ask,
 * and the stand-in with it. Each entry has a test whose title begins with its row.
 */

export interface StandInDeviation {
  /** The row of the project's requirement list, or the name of a conformance module. */
  readonly row: string
  /** What FusionAuth does. */
  readonly what: string
  /** Why, or from which source we know. */
  readonly source: string
  /**
   * What the hardened profile does about it: `configuration` of FusionAuth itself, the stand-in's
   * `option` that FusionAuth does not have, or `nothing`.
   */
  readonly hardened: 'configuration' | 'option' | 'nothing'
}

// prettier-ignore
export const deviations: readonly StandInDeviation[] = [
  { row: 'AS-08', hardened: 'option',
    what: 'Takes plain http redirect addresses on any host.',
    source: 'FusionAuth registers http://localhost in its own examples and documents no rule for other hosts.' },
  { row: 'AS-09', hardened: 'option',
    what: 'Compares the port of a loopback redirect address like everything else.',
    source: 'authorizedURLValidationPolicy ExactMatch, the default.' },
  { row: 'AS-14', hardened: 'configuration',
    what: 'Lets public and confidential clients do without PKCE.',
    source: 'proofKeyForCodeExchangePolicy NotRequired, the default.' },
  { row: 'AS-16', hardened: 'option',
    what: 'Judges a code_verifier by its hash alone, whatever its length and its characters.',
    source: 'FusionAuth documents no rule for a verifier but that it belongs to its challenge (inferred, asked: "short verifier").' },
  { row: 'AS-20', hardened: 'option',
    what: 'Takes a login form without a CSRF token and without a cookie.',
    source: 'FusionAuth’s own load tests post five fields and nothing else.' },
  { row: 'AS-24', hardened: 'nothing',
    what: 'Documents id_token_hint for its logout only; that the stand-in heeds it at a login is inferred (asked: "id_token_hint at a login").',
    source: 'Parameters of the authorize endpoint in FusionAuth’s documentation.' },
  { row: 'AS-31', hardened: 'nothing',
    what: 'After a replay of a code the access token of its first use lives on until it expires.',
    source: 'FusionAuth’s access tokens are JWTs without a way to revoke them.' },
  { row: 'AS-44', hardened: 'configuration',
    what: 'Gives public clients refresh tokens that are used again and again, and a reuse ends nothing.',
    source: 'refreshTokenUsagePolicy Reusable and onOneTimeTokenReuse false, the defaults.' },
  { row: 'AS-45', hardened: 'configuration',
    what: 'Ends a refresh token thirty days after its issue, used or not.',
    source: 'refreshTokenExpirationPolicy Fixed, the default.' },
  { row: 'AS-47', hardened: 'nothing',
    what: 'A logout at /oauth2/logout leaves the refresh tokens of the applications alive.',
    source: 'API documentation of the logout endpoint; a tutorial of FusionAuth says otherwise.' },
  { row: 'AS-48', hardened: 'option',
    what: 'Slows nobody down who guesses passwords or client secrets.',
    source: 'No failed-authentication user action is configured by default; there is none for client secrets.' },
  { row: 'AS-67', hardened: 'configuration',
    what: 'The issuer is a free text, acme.com at first, and need not be the address of the metadata.',
    source: 'Default of tenant.issuer.' },
  { row: 'AS-68', hardened: 'option',
    what: 'Logs out without asking when no ID token names the session, and does not compare client_id with the hint.',
    source: 'Documentation of /oauth2/logout: id_token_hint is used only without a client_id.' },
  { row: 'AS-69', hardened: 'nothing',
    what: 'Sends no logout tokens: back-channel logout is not supported.',
    source: 'backchannel_logout_supported is false in FusionAuth’s metadata; logout travels by iframes.' },
  { row: 'AS-70', hardened: 'nothing',
    what: 'Keeps every refresh token at a logout, whatever scopes it has.',
    source: 'API documentation of the logout endpoint.' },
  { row: 'AS-71', hardened: 'nothing',
    what: 'Whoever holds the API key may give an application the id of a user.',
    source: 'Ids are chosen by the caller of the API; no rule against it is documented.' },
  { row: 'oidcc-userinfo-post-body', hardened: 'nothing',
    what: 'Takes the access token in the header only.',
    source: 'Documentation of /oauth2/userinfo.' },
  { row: 'oidcc-scope-address', hardened: 'nothing',
    what: 'Knows the scope address and has no address to tell.',
    source: 'A FusionAuth user has no member for a postal address.' },
  { row: 'oidcc-claims-essential', hardened: 'nothing',
    what: 'Passes the parameter claims over.',
    source: 'claims_parameter_supported is absent from the metadata, which means false.' },
  { row: 'oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported', hardened: 'option',
    what: 'Passes request_uri over like any unknown parameter.',
    source: 'Not among the parameters of the authorize endpoint (inferred, asked: "request object").' },
  { row: 'oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported', hardened: 'option',
    what: 'Passes request over like any unknown parameter.',
    source: 'Not among the parameters of the authorize endpoint (inferred, asked: "request object").' },
  { row: 'oidcc-ensure-request-object-with-redirect-uri', hardened: 'option',
    what: 'Reads redirect_uri from the parameters only, never from a request object.',
    source: 'Not among the parameters of the authorize endpoint (inferred, asked: "request object").' },
  { row: 'oidcc-rp-initiated-logout-no-id-token-hint', hardened: 'option',
    what: 'Logs out and redirects at once when client_id names the application.',
    source: 'Documentation of /oauth2/logout.' },
  { row: 'oidcc-rp-initiated-logout-no-params', hardened: 'option',
    what: 'Logs out and goes to the root at once.',
    source: 'Documentation of /oauth2/logout: the order of targets ends with /.' },
  { row: 'oidcc-rp-initiated-logout-only-state', hardened: 'option',
    what: 'Logs out and goes to the root at once.',
    source: 'Documentation of /oauth2/logout: the order of targets ends with /.' },
]
