/** Ids of the rows of tables whose words each language has. */

/** Known mistakes and gaps of the published diagrams; each language says what is shown instead. */
export type DiagramErratumId =
  | 'E1'
  | 'E2'
  | 'E3'
  | 'E4'
  | 'E5'
  | 'E6'
  | 'E7'
  | 'E8'
  | 'E9'
  | 'E10'
  | 'E11'
  | 'E12'
  | 'E16'
  | 'E17'
  | 'E20'
  | 'E22'
  | 'E24'
  | 'E25'
  | 'E26'
  | 'E27'

/** What the articles around the diagrams get wrong; no arrow shows it. */
export type ArticleErratumId = 'E13' | 'E14' | 'E15' | 'E18' | 'E19' | 'E21'

export type ErratumId = DiagramErratumId | ArticleErratumId

/** What the stand-in assumes, as FusionAuth’s public documents leave it open. */
export type InferenceId =
  | 'login-refused-with-200'
  | 'sso-session-begins-with-the-code'
  | 'sso-session-slides'
  | 'refresh-returns-the-refresh-token'
  | 'error-of-a-used-code'
  | 'error-of-wrong-credentials'
  | 'type-of-a-token-outside-oauth'
  | 'preflight-granted-with-204'
  | 'token-cookies-cross-sites'
  | 'token-cookies-deleted-across-sites'
  | 'verification-keys-of-the-tenant'
  | 'keys-that-sign-stay'

/** What really happened, in public. */
export type IncidentId =
  | 'apache'
  | 'firesheep'
  | 'okta'
  | 'passport'
  | 'relyingParties'
  | 'booking'
  | 'covertRedirect'
  | 'authentik'
  | 'orcid'
  | 'keycloak'
  | 'fett'
  | 'travis'
  | 'drift'
  | 'races'
  | 'multiLogin'
  | 'viewAs'
