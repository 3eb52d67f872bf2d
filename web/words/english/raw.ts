import type { SecretKind } from '../../../scenarios/projections/secrets.ts'

/** How the stories name the kinds of secret. */
const spoken: Readonly<Record<SecretKind, readonly string[]>> = {
  'session-id': ['session id', 'session cookie'],
  'refresh-token': ['refresh token'],
  jwt: ['access token', 'id token', 'jwt', 'tokens'],
  code: ['code'],
  'sso-session': ['single sign-on'],
  state: ['state'],
  verifier: ['verifier', 'pkce'],
  password: ['password'],
  'client-secret': ['client secret'],
}

export const raw = {
  spoken,
  title: 'As sent',
  region: 'The message as sent',
  nothing: 'No message crossed a wire, so there are no bytes.',
  note: 'Each line ends in CR LF. What the sentence above speaks of is marked.',
  plainNote: 'Each line ends in CR LF.',
  copy: 'Copy',
  copied: 'Copied',
  selected: 'Selected: press Ctrl C',
  curlTitle: 'Try it yourself',
  curlRegion: 'cURL command',
  curlOf: (n: number) => `The command for message ${n}, the request that this one answers.`,
  curlNothing: 'No request crossed a wire here, so there is nothing to send.',
  standIn:
    'These hosts exist only inside this lab. To send it to FusionAuth, put in the address of yours, or of the stand-in that npm run -s stand-in starts.',
  placeholders: 'Put your own values where it says <your …>: they are kept out of every recording.',
  spent: (names: string) =>
    `No longer valid: ${names}. The answer will not be the one that you see here.`,
}
