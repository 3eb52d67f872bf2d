/** Rows of the requirement checklist for client applications, and for their side of cookies. */
export const rows: readonly string[] = [
  ...Array.from({ length: 24 }, (_, index) => `CL-${String(index + 1).padStart(2, '0')}`),
  // CK-11 … CK-17 bind user agents: the cookie tests hold the jar to them.
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '18', '19', '20'].map(
    (number) => `CK-${number}`,
  ),
]

const prefixed = (prefix: string, names: readonly string[]): readonly string[] =>
  names.map((name) => (name === '' ? prefix : `${prefix}-${name}`))

/**
 * Modules of the OpenID conformance suite for relying parties: basic certification, RP-initiated
 * logout, back-channel logout.
 */
export const modules: readonly string[] = [
  ...prefixed('oidcc-client-test', [
    '',
    'invalid-iss',
    'missing-sub',
    'invalid-aud',
    'missing-iat',
    'kid-absent-single-jwks',
    'kid-absent-multiple-jwks',
    'idtoken-sig-rs256',
    'idtoken-sig-none',
    'invalid-sig-rs256',
    'userinfo-invalid-sub',
    'nonce-invalid',
    'scope-userinfo-claims',
    'client-secret-basic',
  ]),
  ...prefixed('oidcc-client-test-rp-init-logout', ['', 'other-state', 'no-state']),
  ...prefixed('oidcc-client-test-rp-backchannel', [
    'rpinitlogout',
    'alg-none',
    'no-event',
    'with-nonce',
    'wrong-alg',
    'wrong-aud',
    'wrong-event',
    'wrong-iss',
  ]),
]
