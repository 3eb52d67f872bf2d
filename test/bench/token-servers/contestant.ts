/** What the driver has to know of a server, and nothing more: all of them are driven alike. */
export interface Contestant {
  readonly authorize: string
  readonly token: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  /** A scope that brings an ID token and a refresh token. */
  readonly scope: string
  /** Whether there is a login form; a mock may have none. */
  readonly hasForm: boolean
}

export const client = {
  clientId: '20000000-0000-4000-8000-00000000be4c',
  clientSecret: 'the-secret-of-the-bench',
  redirectUri: 'http://127.0.0.1:9/callback',
} as const

export const user = { loginId: 'ada@example.com', password: 'tea-for-two-1815' } as const

/** The claims of a usual access token, for the bare cost of signing it. */
export const usualClaims = {
  aud: client.clientId,
  iss: 'http://127.0.0.1:9011',
  sub: '30000000-0000-4000-8000-00000000be4c',
  jti: '40000000-0000-4000-8000-00000000be4c',
  authenticationType: 'REFRESH_TOKEN',
  applicationId: client.clientId,
  scope: 'openid offline_access',
  roles: ['customer'],
  sid: '50000000-0000-4000-8000-00000000be4c',
  tid: '60000000-0000-4000-8000-00000000be4c',
}
