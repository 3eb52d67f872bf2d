/**
 * The part of an OpenID provider's metadata that an application uses (RFC 8414 §2, OpenID Connect
 * Discovery §3). Paths are relative to its base URL.
 */
export interface Provider {
  readonly authorizePath: string
  readonly tokenPath: string
  readonly jwksPath: string
  /** `end_session_endpoint` (OpenID Connect RP-Initiated Logout §2.1). */
  readonly endSessionPath: string
  /**
   * `authorization_response_iss_parameter_supported`: each answer at the callback names its issuer,
   * and one that does not is refused (RFC 9207 §2.4).
   */
  readonly supportsIss: boolean
}

const fusionAuthPaths = {
  authorizePath: '/oauth2/authorize',
  tokenPath: '/oauth2/token',
  jwksPath: '/.well-known/jwks.json',
  endSessionPath: '/oauth2/logout',
} as const

/** FusionAuth sends `iss` in authorization responses since this version (release notes of 1.69.0). */
const issSince = [1, 69] as const

/** The metadata of FusionAuth by its version, such as `1.69.0`; without `iss` when it cannot be read. */
export const fusionAuthProvider = (version: string): Provider => {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  const [since, minorSince] = issSince
  return {
    ...fusionAuthPaths,
    supportsIss: major > since || (major === since && minor >= minorSince),
  }
}

/** Maps the paths at which FusionAuth's client asks to those of the provider. */
export const pathsAt = ({ tokenPath, jwksPath }: Provider): ReadonlyMap<string, string> =>
  new Map([
    [fusionAuthPaths.tokenPath, tokenPath],
    [fusionAuthPaths.jwksPath, jwksPath],
  ])
