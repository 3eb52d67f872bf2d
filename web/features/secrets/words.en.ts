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

export const journey = {
  title: 'Followed secret',
  stop: 'Stop following',
  stopKey: 'Stop following (Esc)',
  born: 'Born',
  seen: 'Seen by',
  held: 'Held by',
  died: 'Died',
  carried: 'Carried by',
  message: (n: number) => `message ${n}`,
  lives: 'It is still valid.',
  noOne: 'Nobody keeps it.',
  inMemory: (where: string) => `in ${where}`,
  stretch: (from: number, until: number | null) =>
    until === null ? `from message ${from} on` : `from message ${from} to ${until}`,
  copied: 'This is one secret in two hands: whoever has it is taken for the same person.',
}

export const legend = {
  title: 'How to read the diagram',
  request: 'A request, or something that a participant does by itself',
  response: 'The answer to a request',
  planned: 'Planned: the lesson will bring it, it was not sent yet',
  attack: 'To or from the Hacker',
  unpublished: 'True, but not in the published diagram of this workflow',
  differs: 'The published diagram has it wrong here: press it for why',
  secrets: 'Secrets that a message carries',
  stolen: 'Stolen: one secret in two hands',
  names:
    'Each has one name, such as RT-1, wherever it occurs. Press one to follow it through the run; it is struck through once it is worth nothing.',
}
