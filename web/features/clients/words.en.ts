import type {
  Alphabet,
  ClientAuthentication,
  ClientGroup,
  CookieNote,
  SentPkce,
  SentValue,
  When,
} from './sent.ts'

const alphabets: Readonly<Record<Alphabet, string>> = {
  characters: 'characters',
  hexadecimal: 'hexadecimal digits',
  base64: 'characters of Base64',
}

const groups: Readonly<Record<ClientGroup, string>> = {
  page: 'In a page',
  node: 'On a server, in JavaScript',
  other: 'Other languages, servers and tools',
}

const authentication: Readonly<Record<ClientAuthentication, string>> = {
  basic: 'HTTP Basic, “-” of the id as it is',
  'basic-raw': 'HTTP Basic, id and secret as they are',
  'basic-encoded': 'HTTP Basic, “-” of the id as %2D',
  'basic-id': 'HTTP Basic, id without a secret',
  'empty-fields': 'an empty client_id and client_secret besides',
  form: 'client_secret in the form',
  none: 'client_id in the form, no secret',
  backend: 'left to the backend',
}

const when: Readonly<Record<When, string>> = {
  code: 'with a code',
  refresh: 'with a refresh token',
  introspection: 'at introspection',
  password: 'password grant',
  public: 'as a public client',
  default: 'by default',
  choice: 'where it is set so',
  set: 'set so by us',
  'after-401': 'after a 401',
}

const pkce: Readonly<Record<SentPkce['is'], string>> = {
  always: 'S256',
  choice: 'S256, where it is set so',
  'code-only': 'S256 for a code, nothing for an id_token',
  no: 'no',
  backend: 'left to the backend',
  absent: 'no such request',
}

const values: Readonly<Record<Exclude<SentValue['is'], 'random' | 'user-agent'>, string>> = {
  uuid: 'a UUID',
  given: 'what it is given',
  caller: 'what the page gives it',
  'encrypted-jwt': 'an encrypted JWT',
  'return-to': 'Base64 of JSON with the page to return to',
  yes: 'yes',
  no: 'no',
  absent: 'no such request',
}

const cookieNotes: Readonly<Record<CookieNote, string>> = {
  'form-post': 'with form_post',
  'days-30': 'expires in 30 days',
  'hours-24': 'expires in 24 hours',
}

/** What the page on real clients says. */
export const clientsEnglish = {
  title: 'What do real clients send?',
  lead: 'The specifications leave a client much to choose. This is what clients in use have chosen: each was put to work at the stand-in for FusionAuth, and every request was recorded.',
  measured: (count: number, date: string) =>
    `${count} clients, recorded on ${date} over http. A row is true of the version that it names; another version may do otherwise. The links lead to messages of the same kind in the workflows here, where the Store names its secret in the form.`,
  caption: 'What each client sends',
  client: 'Client',
  authentication: 'Client authentication',
  cookies: 'Cookies on the application’s origin',
  seen: 'Such a message here',
  noCookies: 'none of its own',
  groups,
  authenticationBy: authentication,
  when,
  pkce,
  values,
  cookieNotes,
  random: (length: number, alphabet: Alphabet) => `${length} ${alphabets[alphabet]}`,
  userAgent: (length: number) => `${length} characters that depend on the User-Agent`,
  verifier: (length: number, alphabet: Alphabet) => `verifier: ${length} ${alphabets[alphabet]}`,
  asked: 'where it is set so',
  linkOf: (what: string, client: string) => `${what}: ${client}`,
  links: {
    authorize: 'Authorization request',
    token: 'Token request',
    cookies: 'Cookies set',
    password: 'Password grant',
  },
  issuerTitle: 'Who compares iss',
  issuerLead:
    'Since 1.69 FusionAuth names itself in its answer (RFC 9207). These clients were seen to refuse an answer that names somebody else. Not every client was tried, so this is no list of all that do.',
  issuerMissing: 'refuses an answer without iss as well',
  issuerSeen: 'The answer with iss',
}

export type ClientsWords = typeof clientsEnglish
