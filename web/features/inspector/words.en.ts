import type { Setter } from '../../../scenarios/glossary/term.ts'
import type { BodyKind, Parameter } from '../../../scenarios/projections/inspection.ts'
import type { SecretKind } from '../../../scenarios/projections/secrets.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Layer } from '../../router/layers.ts'

const layers: Readonly<Record<Layer, string>> = {
  message: 'Message',
  cookies: 'Cookies',
  state: 'State',
  screen: 'Screen',
  raw: 'Raw',
  curl: 'cURL',
}

export const inspector = {
  title: 'Inspector',
  layers,
  changes: ' at this message',
}

const setters: Readonly<Record<Setter, string>> = {
  agent: 'the browser',
  application: 'the application',
  fusionauth: 'FusionAuth',
  server: 'whoever answers',
  client: 'whoever sends it',
  user: 'the user',
}

const sources: Readonly<Record<Parameter['source'], string>> = {
  query: 'Query parameters',
  location: 'Parameters of the Location',
  form: 'Form fields',
  json: 'JSON',
}

const bodies: Readonly<Record<BodyKind, string>> = {
  none: 'None.',
  html: 'A page (HTML)',
  json: 'JSON',
  form: 'A form',
  text: 'Text',
}

export const message = {
  setters,
  setBy: (who: string) => `Set by ${who}.`,
  sources,
  bodies,
  newTab: '(opens in a new tab)',
  explainNames: 'Explain names',
  empty: (count: number) => (count === 1 ? '1 sent empty' : `${count} sent empty`),
  simulated: 'The simulator did this; no message crossed a wire.',
  byItself: (who: string) => `${who} did this by itself; no message crossed a wire.`,
  changes: 'What it changed is under State and Cookies.',
  answeredBy: (n: number) => `Answered by message ${n}`,
  answers: (n: number) => `Answers message ${n}`,
  headers: 'Headers',
  body: 'Body',
  none: 'None.',
  bytes: (count: number) => `${count} bytes`,
  kilobytes: (count: string) => `${count} kB`,
  unfold: (count: number) => `… ${count} more …`,
}

export const cookies = {
  sentTitle: 'With this request',
  noneSent: 'No cookie was sent, and none was kept back.',
  noJar: (who: string) =>
    `${who} is a server here and has no cookie jar: it sends none, and drops what Set-Cookie it is given.`,
  setTitle: 'Set by this response',
  sent: 'Sent',
  notSent: 'Not sent',
  stored: 'Stored',
  deletes: 'Deletes',
  refused: 'Refused',
  jarTitle: (who: string) => `${who}’s cookies after this message`,
  noCookies: 'No jar holds a cookie yet.',
  none: 'None.',
  set: 'set just now',
  changed: (what: string) => `changed just now: ${what}`,
  aspects: { value: 'value', expiry: 'end', attributes: 'attributes' },
  deleted: 'deleted just now',
  before: 'before:',
  flags: {
    sameSite: (value: string) => `SameSite=${value}`,
    laxByDefault: 'SameSite: Lax by default',
    hostOnly: 'this host only',
    andBelow: (domain: string) => `and hosts below ${domain}`,
    session: 'until the browser closes',
  },
  scriptTitle: (who: string) => `What a script sees in ${who}`,
  scriptPage: 'On this page, document.cookie is',
  noPage: 'No page is open yet.',
  hidden: {
    'http-only': 'HttpOnly: no script may read it',
    path: 'it is for another path',
    secure: 'Secure, and the page came by plain http',
    expired: 'it has expired',
  },
  leftOut: 'Left out:',
  elsewhere: (count: number) =>
    count === 1 ? '1 cookie belongs to another host.' : `${count} cookies belong to other hosts.`,
  storageTitle: (who: string) => `${who}’s local storage after this message`,
  filter: 'Show only cookies whose name or host has',
}

const tables: Readonly<Record<string, string>> = {
  appSessions: 'Sessions',
  ssoSessions: 'Single sign-on sessions',
  refreshTokens: 'Refresh tokens',
  codes: 'Authorization codes',
  loginAttempts: 'Logins under way',
  logoutAttempts: 'Logouts under way',
  localStorage: 'Local storage',
  sessionStorage: 'Session storage',
  device: 'Storage of the device',
}

/** `authorizationCodes` as `authorization codes`. */
const spaced = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

export const state = {
  nothing: 'Nobody remembers anything yet.',
  lives: 'What runs out',
  remembers: (owner: Participant): string => `${owner} remembers`,
  table: (name: string): string => tables[name] ?? spaced(name),
  none: 'None.',
  added: 'new just now',
  changed: 'changed just now',
  deleted: 'deleted just now',
  was: 'was',
  in: (span: string): string => `in ${span}`,
  ago: (span: string): string => `${span} ago`,
  now: 'now',
  value: 'value',
  secrets: 'Secrets so far',
  secret: 'Secret',
  is: 'Is',
  heldBy: 'Held by',
}

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
