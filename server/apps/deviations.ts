/** A rule that Store and Forums deviate from on purpose, and why. */
export interface AppDeviation {
  /** The row, or the conformance module, by its identifier. */
  readonly row: string
  readonly what: string
  readonly why: string
}

/**
 * What our applications do otherwise than the rules for relying parties ask. Each has a test of what
 * they do instead, with the row in its title.
 */
export const applicationDeviations: readonly AppDeviation[] = [
  {
    row: 'CL-22',
    what: 'No back-channel logout endpoint, unless the switch back-channel-logout puts one there: FusionAuth has none to call it.',
    why: 'FusionAuth publishes backchannel_logout_supported=false and sends no logout token (AS-69, AS-70). A session that FusionAuth ended lives on at the application until it is idle for 30 minutes or until a refresh is refused.',
  },
  ...(
    [
      'rpinitlogout',
      'alg-none',
      'no-event',
      'with-nonce',
      'wrong-alg',
      'wrong-aud',
      'wrong-event',
      'wrong-iss',
    ] as const
  ).map((module) => ({
    row: `oidcc-client-test-rp-backchannel-${module}`,
    what: 'Not applicable: usually there is no back-channel logout. Where it is switched on, the same faults are held by tests of its switches.',
    why: 'See CL-22.',
  })),
  {
    row: 'oidcc-client-test-client-secret-basic',
    what: 'The client secret travels in the body (client_secret_post), not in an Authorization header.',
    why: 'The official client of FusionAuth, the only way to FusionAuth here, sends it so; RFC 6749 §2.3.1 allows it, OAuth 2.1 demands that servers take it.',
  },
  {
    row: 'CK-03',
    what: 'Session and refresh token cookies are SameSite=Lax and have no __Host- prefix, unless the switches same-site and host-prefix say so.',
    why: 'With Strict the page after a login at FusionAuth would come without its session, because the navigation began at another site; where Strict is switched on, a page of our own leads on. The published diagrams name the cookies and the lessons on planted cookies need them without the prefix. The cookies of our own, for a login or logout under way, have it.',
  },
  {
    row: 'CK-05',
    what: 'The refresh token lies in its cookie as it is, not encrypted, unless the switch refresh-token-place keeps it on the server.',
    why: "This is the published workflow: 'refresh tokens in cookies'. The lessons on a stolen refresh token need what the thief needs: the token itself. To a thief of the whole cookie an encrypted one would be worth as much, as the application decrypts it for everybody.",
  },
  {
    row: 'CK-20',
    what: 'Without SameSite, a frame of another site at /logout/front-channel could log a user out.',
    why: "Front-channel logout is a request by frame, and FusionAuth's carries nothing that proves where it comes from. Nothing but a logout can be had that way; every other route is guarded without SameSite too.",
  },
]
