import type { SecretKind } from '../../../scenarios/projections/secrets.ts'

const opaque: Readonly<Partial<Record<SecretKind, string>>> = {
  'session-id':
    'A random name for an entry in the application’s memory; there is nothing in it to read.',
  'refresh-token':
    'A random name for an entry in FusionAuth’s memory; there is nothing in it to read.',
  code: 'A random name for a login that FusionAuth remembers; there is nothing in it to read.',
  'sso-session': 'A random name for FusionAuth’s own session; there is nothing in it to read.',
  state: 'Random letters that the application made up for this login.',
  verifier: 'Random letters that the application made up for this login.',
}

export const token = {
  opaque,
  opaqueTitle: 'Values without a content',
  decoded: 'decoded',
  header: 'Header',
  claims: 'Claims',
  contents: 'Header and claims',
  signature: 'Signature',
  expiresIn: (time: string) => `expires in ${time}`,
  expired: (time: string) => `expired ${time} ago`,
  ago: (time: string) => `${time} ago`,
  ahead: (time: string) => `in ${time}`,
  now: 'now',
  noExpiry: 'no end of its own is known',
  checking: 'Being checked …',
  valid: (kid: string, n: number) =>
    `Valid: made with the key ${kid} that message ${n} brought from FusionAuth.`,
  invalid: (kid: string, n: number) =>
    `Not valid: it was not made with the key ${kid} of message ${n}, or the token was changed.`,
  noKeys: 'Not checked: FusionAuth’s public keys have not been fetched yet in this run.',
  unknownKey: (kid: string, n: number) =>
    `Not checked: the key ${kid} is not among those that message ${n} brought.`,
  unsigned: 'There is none: alg is “none”. Nobody may accept such a token.',
  sharedSecret: (alg: string) =>
    `Not checked: ${alg} signs with a secret that both sides share and nobody publishes.`,
  unsupported: (alg: string) => `Not checked: this page cannot check ${alg}.`,
  unavailable: 'Not checked: browsers do it only on https and on localhost.',
}
