import type { GlossaryRows } from './term.ts'

/** Header fields, names in lower case. */
export const headers = {
  accept: ['Kinds of content that the sender can handle.', 'client', 'RFC 9110 §12.5.1'],
  'accept-encoding': ['Compressions that the sender can undo.', 'client', 'RFC 9110 §12.5.3'],
  'accept-language': ['Languages that the user prefers.', 'agent', 'RFC 9110 §12.5.4'],
  'access-control-allow-credentials': [
    'true: scripts of that origin may send cookies along, and read what comes back.',
    'server',
    'WHATWG Fetch: CORS',
  ],
  'access-control-allow-headers': [
    'Headers that scripts of that origin may add to their request.',
    'server',
    'WHATWG Fetch: CORS',
  ],
  'access-control-allow-methods': [
    'Methods that scripts of that origin may use.',
    'server',
    'WHATWG Fetch: CORS',
  ],
  'access-control-allow-origin': [
    'Which origin’s scripts may read this answer.',
    'server',
    'WHATWG Fetch: CORS',
  ],
  'access-control-expose-headers': [
    'Headers of this answer that scripts of that origin may read besides the usual ones.',
    'server',
    'WHATWG Fetch: CORS',
  ],
  'access-control-max-age': [
    'For how many seconds the browser need not ask again.',
    'server',
    'WHATWG Fetch: CORS',
  ],
  'access-control-request-headers': [
    'The headers that a script wants to add, for which the browser asks leave first.',
    'agent',
    'WHATWG Fetch: CORS',
  ],
  'access-control-request-method': [
    'The method that a script wants to use, for which the browser asks leave first.',
    'agent',
    'WHATWG Fetch: CORS',
  ],
  allow: ['Methods that this address knows.', 'server', 'RFC 9110 §10.2.1'],
  authorization: [
    'Credentials of the caller. FusionAuth’s API takes its API key here, without a scheme before it; the applications’ own API takes a JWT, after “Bearer”.',
    'client',
    'RFC 6750 §2.1',
  ],
  'cache-control': [
    'Whether the answer may be kept. no-store: nowhere, as it holds something personal or secret.',
    'server',
    'RFC 9111 §5.2.2.5',
  ],
  connection: ['What is to happen with the connection afterwards.', 'client', 'RFC 9110 §7.6.1'],
  'content-encoding': ['Compression of the body.', 'server', 'RFC 9110 §8.4'],
  'content-length': ['Length of the body in bytes.', 'client', 'RFC 9110 §8.6'],
  'content-security-policy': [
    'What the page may load, run and send forms to, and who may frame it.',
    'server',
    'W3C Content Security Policy',
  ],
  'content-type': ['What the body is: a page, a form, JSON.', 'client', 'RFC 9110 §8.3'],
  cookie: [
    'The cookies that the jar lets go with this request: names and values, nothing of their attributes.',
    'agent',
    'RFC 10025 §4.2',
  ],
  date: ['When the answer was made, by the server’s clock.', 'server', 'RFC 9110 §6.6.1'],
  host: ['The host and port that the request is for.', 'client', 'RFC 9110 §7.2'],
  location: ['Where a redirect leads.', 'server', 'RFC 9110 §10.2.2'],
  origin: [
    'Scheme, host and port of the page that sent the request; null where the browser tells none.',
    'agent',
    'WHATWG Fetch: Origin header',
  ],
  pragma: ['no-cache: the old way to ask that nothing be kept.', 'server', 'RFC 6749 §5.1'],
  referer: ['The page from which the user came.', 'agent', 'RFC 9110 §10.1.3'],
  'referrer-policy': [
    'How much of this page’s address others are told. no-referrer: nothing, so a code in it does not leak.',
    'server',
    'W3C Referrer Policy',
  ],
  'retry-after': ['How long to wait before the next try.', 'server', 'RFC 9110 §10.2.3'],
  'sec-fetch-dest': [
    'What the answer will be used for: document is a page in a tab, empty is for a script.',
    'agent',
    'W3C Fetch Metadata',
  ],
  'sec-fetch-mode': [
    'How the request was made: navigate is a link, a form or a redirect; cors and same-origin are scripts.',
    'agent',
    'W3C Fetch Metadata',
  ],
  'sec-fetch-site': [
    'How sender and target are related: same-origin, same-site, cross-site, or none for a typed address.',
    'agent',
    'W3C Fetch Metadata',
  ],
  'set-cookie': [
    'A cookie to keep: its name, its value and the attributes that say where it goes.',
    'server',
    'RFC 10025 §4.1',
  ],
  'transfer-encoding': ['How the body is cut for the way.', 'server', 'RFC 9112 §6.1'],
  'user-agent': ['The program that asks.', 'client', 'RFC 9110 §10.1.5'],
  vary: ['Request headers that the answer depends on.', 'server', 'RFC 9110 §12.5.5'],
  'www-authenticate': ['How the caller has to prove who it is.', 'server', 'RFC 9110 §11.6.1'],
  'x-csrf': [
    'A header of the application’s own, which no form of another site can send and no script of one may.',
    'application',
    'WHATWG Fetch: CORS',
  ],
  'x-refresh-token': [
    'A header of the application’s own: the app’s refresh token, for when the JWT is over.',
    'application',
    'RFC 6749 §1.5',
  ],
  'x-content-type-options': [
    'nosniff: take the content type at its word.',
    'server',
    'WHATWG Fetch: X-Content-Type-Options',
  ],
  'x-frame-options': [
    'DENY: no page may show this one in a frame, so nobody can lay a disguise over the login form.',
    'server',
    'RFC 7034 §2.1',
  ],
  'x-fusionauth-tenantid': [
    'Which tenant of FusionAuth the call is for.',
    'application',
    'FusionAuth: API authentication',
  ],
} as const satisfies GlossaryRows
