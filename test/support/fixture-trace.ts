import type {
  Change,
  Cookie,
  CookieVerdict,
  HttpPart,
  Json,
  Message,
  Participant,
  Phase,
  ReceivedCookie,
  Trace,
} from '../../scenarios/vocabulary.ts'

const start = Date.parse('2026-01-01T09:00:00.000Z')
const store = 'https://store.example.com'
const login = 'https://example.fusionauth.io'

/** Values that occur in the fixture; long enough to be recognised inside other text. */
export const values = {
  firstSession: 'sess-9fKq2LmXw81-first',
  secondSession: 'sess-Tz03pWcYb77-second',
  stolenSession: 'sess-Qm55hRtVn20-stolen',
  ssoSession: 'sso-7HcYpQ2xZk44-fusion',
  refreshToken: 'refresh-Vb81nXcLo0-token',
  code: 'code-Jd72kWqPz-once',
  state: 'state-aa11bb22cc33dd',
  verifier: 'verifier-0123456789-abcdefghij',
  password: 'correct-horse',
  clientSecret: 'store-client-secret-123',
} as const

const encode = (value: object): string =>
  btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_')

const seconds = (n: number): number => Math.floor(start / 1000) + n

/** A JWT as the fixture's FusionAuth issues it; the signature is no signature. */
export const accessToken = (issuedAt: number): string =>
  [
    encode({ alg: 'RS256', typ: 'JWT', kid: 'fixture-key' }),
    encode({
      aud: 'store',
      exp: seconds(issuedAt + 3600),
      iat: seconds(issuedAt),
      iss: login,
      sub: 'user-1',
    }),
    'c2lnbmF0dXJl',
  ].join('.')

const cookie = (name: string, value: string, domain: string, expiresIn: number | null): Cookie => ({
  name,
  value,
  domain,
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  createdAt: start,
  lastUsedAt: start,
  expiresAt: expiresIn === null ? null : start + expiresIn * 1000,
})

const set = (where: string, key: string, after: Json): Change => ({
  where,
  op: 'set',
  key,
  before: null,
  after,
})
const remove = (where: string, key: string, before: Json = {}): Change => ({
  where,
  op: 'delete',
  key,
  before,
  after: null,
})
const jar = (agent: string, item: Cookie): Change =>
  set(`${agent}.jar`, `${item.name}@${item.domain}`, { ...item })

const sent = (name: string, domain: string, agent: 'Browser' | 'Hacker' = 'Browser') => ({
  agent,
  name,
  domain,
  path: '/',
  sent: true,
  because: `It belongs to ${domain}, its path covers this one and the connection is secure.`,
  rule: 'matches',
  source: 'RFC 6265bis §5.8.3',
})
const withheld = (name: string, domain: string): CookieVerdict => ({
  ...sent(name, domain),
  sent: false,
  because: `The cookie belongs to ${domain} only, and this is another host.`,
  rule: 'host-only',
})
const stored = (name: string, domain: string, agent: 'Browser' | 'Hacker' = 'Browser') => ({
  agent,
  name,
  domain,
  stored: true,
  because: 'Its host, path and flags are in order.',
  rule: 'stored',
  source: 'RFC 6265bis §5.7',
})

const page = (title: string, text: string): Partial<HttpPart> => ({
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
  ],
  body: `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>${text}</p>`,
})
const form = (fields: Readonly<Record<string, string>>): Partial<HttpPart> => ({
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: new URLSearchParams(fields).toString(),
})
const json = (body: object): Partial<HttpPart> => ({
  headers: [['content-type', 'application/json; charset=UTF-8']],
  body: JSON.stringify(body),
})
const redirect = (location: string, ...cookies: string[]): Partial<HttpPart> => ({
  headers: [
    ['location', location],
    ...cookies.map((line): [string, string] => ['set-cookie', line]),
  ],
})

type Extra = Partial<Pick<Message, 'cookies' | 'received' | 'changes' | 'provenance'>>

const writer = () => {
  const messages: Message[] = []
  let phase: Phase = 'initialize'
  let clock = start
  let exchange = 0
  const open: { number: number; url: string }[] = []

  const push = (
    name: string,
    label: string,
    from: Participant,
    to: Participant,
    kind: Message['kind'],
    number: number | null,
    http: HttpPart | null,
    extra: Extra,
  ) => {
    clock += 20
    const taken = messages.filter(({ id }) => id.startsWith(`${phase}.${name}`)).length
    messages.push({
      n: messages.length + 1,
      id: `${phase}.${name}${taken === 0 ? '' : `.${taken + 1}`}`,
      phase,
      step: 'learner.load',
      from,
      to,
      kind,
      exchange: number,
      cause: null,
      at: new Date(clock).toISOString(),
      label,
      http,
      cookies: [],
      received: [],
      changes: [],
      provenance: 'real',
      ...extra,
    })
  }
  return {
    messages,
    chapter: (next: Phase) => {
      phase = next
    },
    pass: (secondsPassed: number) => {
      clock += secondsPassed * 1000
    },
    request: (
      name: string,
      from: Participant,
      to: Participant,
      method: string,
      url: string,
      part: Partial<HttpPart> = {},
      extra: Extra = {},
    ) => {
      exchange += 1
      open.push({ number: exchange, url })
      const http = { method, url, status: null, headers: [], body: '', ...part }
      push(
        `${name}-request`,
        `${method} ${new URL(url).pathname}`,
        from,
        to,
        'request',
        exchange,
        http,
        extra,
      )
    },
    response: (
      name: string,
      from: Participant,
      to: Participant,
      status: number,
      label: string,
      part: Partial<HttpPart> = {},
      extra: Extra = {},
    ) => {
      const answered = open.pop() ?? { number: 0, url: store }
      const http = { method: null, url: answered.url, status, headers: [], body: '', ...part }
      push(
        `${name}-response`,
        `${status} ${label}`,
        from,
        to,
        'response',
        answered.number,
        http,
        extra,
      )
    },
    self: (name: string, who: Participant, label: string, extra: Extra = {}) => {
      push(name, label, who, who, 'self', open.at(-1)?.number ?? null, null, extra)
    },
  }
}

const sessionCookie = (value: string) => cookie('store.session', value, 'store.example.com', null)
const refreshCookie = () =>
  cookie('store.refresh', values.refreshToken, 'store.example.com', 2_592_000)
const ssoCookie = () => cookie('fusionauth.sso', values.ssoSession, 'example.fusionauth.io', null)
const session = (expiresIn: number): Json => ({
  user: 'ada@example.com',
  expiresAt: start + expiresIn * 1000,
})
const cart = (fresh?: string): Partial<HttpPart> => {
  const plain = page('Your cart', 'Three things, Ada.')
  const line = `store.session=${fresh ?? ''}; Path=/; HttpOnly; Secure; SameSite=Lax`
  const cookies: [string, string][] = fresh === undefined ? [] : [['set-cookie', line]]
  return { ...plain, headers: [...(plain.headers ?? []), ...cookies] }
}

/** A believable, hand-written record: login by code grant, a refresh, a stolen refresh token. */
export const fixtureTrace = (): Trace => {
  const w = writer()
  const callback = `${store}/callback`
  const authorize = `${login}/oauth2/authorize?${new URLSearchParams({
    client_id: 'store',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid offline_access',
    state: values.state,
  }).toString()}`

  w.request('home', 'Browser', 'Store', 'GET', `${store}/`)
  w.response('home', 'Store', 'Browser', 200, 'OK · The Store', page('The Store', 'Welcome.'))

  w.chapter('login')
  w.request('start', 'Browser', 'Store', 'GET', `${store}/login`)
  w.response('start', 'Store', 'Browser', 302, '→ example.fusionauth.io', redirect(authorize), {
    changes: [set('Store.logins', values.state, { verifier: values.verifier })],
  })
  w.request('authorize', 'Browser', 'FusionAuth', 'GET', authorize)
  w.response(
    'authorize',
    'FusionAuth',
    'Browser',
    200,
    'OK · Log in',
    page('Log in', 'Name and password, please.'),
  )
  w.request(
    'submit',
    'Browser',
    'FusionAuth',
    'POST',
    `${login}/oauth2/authorize`,
    form({ loginId: 'ada@example.com', password: values.password, state: values.state }),
  )
  w.response(
    'submit',
    'FusionAuth',
    'Browser',
    302,
    '→ store.example.com/callback',
    redirect(
      `${callback}?code=${values.code}&state=${values.state}`,
      `fusionauth.sso=${values.ssoSession}; Path=/; HttpOnly; Secure; SameSite=Lax`,
    ),
    {
      received: [stored('fusionauth.sso', 'example.fusionauth.io')],
      changes: [
        jar('Browser', ssoCookie()),
        set('FusionAuth.ssoSessions', values.ssoSession, session(3600)),
        set('FusionAuth.codes', values.code, { client: 'store', expiresAt: start + 30_000 }),
      ],
    },
  )
  w.request(
    'callback',
    'Browser',
    'Store',
    'GET',
    `${callback}?code=${values.code}&state=${values.state}`,
    {},
    { cookies: [withheld('fusionauth.sso', 'example.fusionauth.io')] },
  )
  w.request(
    'token',
    'Store',
    'FusionAuth',
    'POST',
    `${login}/oauth2/token`,
    form({
      grant_type: 'authorization_code',
      code: values.code,
      client_secret: values.clientSecret,
      code_verifier: values.verifier,
    }),
  )
  w.response(
    'token',
    'FusionAuth',
    'Store',
    200,
    'OK · access_token, refresh_token',
    json({ access_token: accessToken(1), refresh_token: values.refreshToken, expires_in: 3600 }),
    {
      changes: [
        remove('FusionAuth.codes', values.code),
        set('FusionAuth.refreshTokens', values.refreshToken, session(2_592_000)),
      ],
    },
  )

  w.chapter('create-session')
  w.self('session-created', 'Store', 'Create a session that holds the user', {
    changes: [
      set('Store.appSessions', values.firstSession, session(1800)),
      remove('Store.logins', values.state, { verifier: values.verifier }),
    ],
  })
  w.response(
    'callback',
    'Store',
    'Browser',
    302,
    '→ /shopping-cart',
    redirect(
      '/shopping-cart',
      `store.session=${values.firstSession}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      `store.refresh=${values.refreshToken}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=2592000`,
    ),
    {
      received: [
        stored('store.session', 'store.example.com'),
        stored('store.refresh', 'store.example.com'),
      ],
      changes: [
        jar('Browser', sessionCookie(values.firstSession)),
        jar('Browser', refreshCookie()),
      ],
    },
  )

  const loadCart = (agent: 'Browser' | 'Hacker', header: string, cookies: CookieVerdict[]) => {
    const part: Partial<HttpPart> = { headers: [['cookie', header]] }
    w.request('cart', agent, 'Store', 'GET', `${store}/shopping-cart`, part, { cookies })
  }
  const refresh = (now: number, old: string, next: string) => {
    w.request(
      'token',
      'Store',
      'FusionAuth',
      'POST',
      `${login}/oauth2/token`,
      form({ grant_type: 'refresh_token', refresh_token: values.refreshToken }),
    )
    w.response(
      'token',
      'FusionAuth',
      'Store',
      200,
      'OK · access_token',
      json({ access_token: accessToken(now), refresh_token: values.refreshToken }),
    )
    w.self('session-created', 'Store', 'Create a new session that holds the user', {
      changes: [
        remove('Store.appSessions', old, session(1800)),
        set('Store.appSessions', next, session(now + 1800)),
      ],
    })
  }
  const both = [
    sent('store.session', 'store.example.com'),
    sent('store.refresh', 'store.example.com'),
    withheld('fusionauth.sso', 'example.fusionauth.io'),
  ]

  w.chapter('load-cart')
  loadCart(
    'Browser',
    `store.session=${values.firstSession}; store.refresh=${values.refreshToken}`,
    both,
  )
  w.self('session-extended', 'Store', 'Find the session and extend it')
  w.response('cart', 'Store', 'Browser', 200, 'OK · Your cart', cart())

  w.pass(1801)
  w.chapter('refresh')
  loadCart(
    'Browser',
    `store.session=${values.firstSession}; store.refresh=${values.refreshToken}`,
    both,
  )
  refresh(1801, values.firstSession, values.secondSession)
  const renewed: ReceivedCookie[] = [stored('store.session', 'store.example.com')]
  w.response('cart', 'Store', 'Browser', 200, 'OK · Your cart', cart(values.secondSession), {
    received: renewed,
    changes: [jar('Browser', sessionCookie(values.secondSession))],
  })

  w.chapter('stolen-refresh-token')
  w.self('steal', 'Hacker', 'Steal the refresh token', {
    provenance: 'simulated',
    changes: [jar('Hacker', refreshCookie())],
  })
  loadCart('Hacker', `store.session=junk; store.refresh=${values.refreshToken}`, [
    sent('store.refresh', 'store.example.com', 'Hacker'),
  ])
  refresh(1802, 'junk', values.stolenSession)
  w.response('cart', 'Store', 'Hacker', 200, 'OK · Your cart', cart(values.stolenSession), {
    received: [stored('store.session', 'store.example.com', 'Hacker')],
    changes: [jar('Hacker', sessionCookie(values.stolenSession))],
  })

  return {
    version: 1,
    workflow: 'webapp/oauth-authorization-code-grant-sessions-refresh-tokens-cookies',
    lesson: 'tour',
    fusionauth: { kind: 'stand-in', version: '1.69.0' },
    defences: {},
    seed: 'fixture',
    events: [],
    participants: ['Browser', 'Store', 'Forums', 'FusionAuth', 'Hacker'],
    messages: w.messages,
    dividers: [
      { before: 17, kind: 'session-expired' },
      { before: 22, kind: 'attack-vectors' },
    ],
    outcome: [{ id: 'hacker-sees-the-cart', holds: true, evidence: [27] }],
  }
}
