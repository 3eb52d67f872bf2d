/**
 * What every FusionAuth keeps to. A rule is switched off only to show what it prevents; no setting of
 * FusionAuth does that.
 */
export interface StandInRules {
  /** Status of the redirects that follow a submitted login (RFC 9700 §4.12); FusionAuth sends 302. */
  readonly redirectAfterLogin: 302 | 303 | 307
  /** A code is redeemed once (RFC 6749 §4.1.2). */
  readonly codesOnce: boolean
  /** A challenge is met by its verifier, and a verifier has a challenge (RFC 7636 §4.6, RFC 9700 §4.8.2). */
  readonly verifierCheck: boolean
  /** Codes and refresh tokens serve the client that they were issued to (RFC 6749 §4.1.3, §6). */
  readonly clientMatch: boolean
  /** A refresh widens no scope (RFC 6749 §6). */
  readonly scopeCheck: boolean
}

export const allRules: StandInRules = {
  redirectAfterLogin: 302,
  codesOnce: true,
  verifierCheck: true,
  clientMatch: true,
  scopeCheck: true,
}

/** Whether a browser sends the login form's fields on to wherever it is redirected. */
export const forwardsForms = ({ rules }: { readonly rules: StandInRules }): boolean =>
  rules.redirectAfterLogin === 307
