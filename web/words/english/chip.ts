import type { Fate, SecretKind } from '../../../scenarios/projections/secrets.ts'

const kinds: Readonly<Record<SecretKind, string>> = {
  'session-id': 'session id',
  'refresh-token': 'refresh token',
  jwt: 'JWT',
  code: 'authorization code',
  'sso-session': 'single sign-on session',
  state: 'state',
  verifier: 'PKCE code verifier',
  password: 'password',
  'client-secret': 'client secret',
}

const fates: Readonly<Record<Fate, string>> = {
  unborn: 'not there yet',
  alive: 'valid',
  used: 'used up',
  expired: 'expired',
  ended: 'no longer valid',
}

export const chip = {
  kinds,
  fates,
  is: (kind: SecretKind, fate: Fate) => `${kinds[kind]}, ${fates[fate]}`,
  stolen: 'stolen, the Hacker has it too',
  follow: 'Follow it through the run.',
}
