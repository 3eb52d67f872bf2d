import type {
  Change,
  HttpPart,
  Json,
  Message,
  Participant,
  Trace,
} from '../../../scenarios/vocabulary.ts'

/** A trace in which one thing is not as it was. */
export interface Mutant {
  readonly what: string
  readonly trace: Trace
}

const evil = 'changed-by-the-mutator-0123456789'
const anHour = 3_600_000

type Edit = readonly [what: string, message: Message]

const withHttp = (message: Message, part: Partial<HttpPart>): Message =>
  message.http === null ? message : { ...message, http: { ...message.http, ...part } }

const addresses = (message: Message): readonly Edit[] => {
  const url = URL.parse(message.http?.url ?? '')
  if (url === null) return []
  const edited = (what: string, edit: (copy: URL) => void): Edit => {
    const copy = new URL(url)
    edit(copy)
    return [what, withHttp(message, { url: copy.href })]
  }
  return [
    edited('another host', (copy) => (copy.hostname = 'elsewhere.example')),
    edited('another path', (copy) => (copy.pathname = '/elsewhere')),
    edited('a token in the address', (copy) => copy.searchParams.set('access_token', 'eyJ')),
    ...[...url.searchParams.keys()].flatMap((name) => [
      edited(`no ${name} in the address`, (copy) => copy.searchParams.delete(name)),
      edited(`another ${name} in the address`, (copy) => copy.searchParams.set(name, evil)),
    ]),
  ]
}

const headers = (message: Message): readonly Edit[] => {
  const all = message.http?.headers ?? []
  const without = (index: number) => all.filter((_, at) => at !== index)
  const changed = (index: number, text: (value: string) => string) =>
    all.map(([name, value], at) => [name, at === index ? text(value) : value] as const)
  return [
    ...all.flatMap(([name, value], index): readonly Edit[] => [
      [`no ${name}`, withHttp(message, { headers: without(index) })],
      [`another ${name}`, withHttp(message, { headers: changed(index, () => evil) })],
      ...(name === 'set-cookie'
        ? ([
            [
              'another value set',
              withHttp(message, {
                headers: changed(index, (line) => line.replace(/=[^;]*/, `=${evil}`)),
              }),
            ],
            [
              'attributes gone',
              withHttp(message, { headers: changed(index, (line) => line.split(';', 1)[0] ?? '') }),
            ],
          ] as const)
        : []),
      ...(name === 'location'
        ? [...(URL.parse(value, message.http?.url)?.searchParams.keys() ?? [])].map((key): Edit => {
            const to = new URL(value, message.http?.url)
            to.searchParams.set(key, evil)
            return [
              `another ${key} in location`,
              withHttp(message, { headers: changed(index, () => to.href) }),
            ]
          })
        : []),
      ...(name === 'cookie'
        ? value.split('; ').map((pair): Edit => [
            `no cookie ${pair}`,
            withHttp(message, {
              headers: changed(index, (line) =>
                line
                  .split('; ')
                  .filter((one) => one !== pair)
                  .join('; '),
              ),
            }),
          ])
        : []),
    ]),
    ...(
      [
        ['set-cookie', `sid=${evil}; Path=/`],
        ['cookie', `sid=${evil}; rt=${evil}`],
        ['location', 'https://elsewhere.example/login?error=x'],
        ['authorization', evil],
        ['origin', 'https://elsewhere.example'],
      ] as const
    ).map(([name, value]): Edit => [
      `${name} besides`,
      withHttp(message, { headers: [[name, value], ...all] }),
    ]),
  ]
}

const bodies = (message: Message, whole: string): readonly Edit[] => {
  const text = message.http?.body ?? ''
  const put = (what: string, body: string): Edit => [what, withHttp(message, { body })]
  const found: Edit[] = [
    put('no body', ''),
    put('a leak', `${text}\n${whole}`),
    put('a password', `password=${evil}&${text}`),
  ]
  if (text.startsWith('{')) {
    const value = JSON.parse(text) as Readonly<Record<string, Json>>
    for (const name of Object.keys(value)) {
      const { [name]: _, ...rest } = value
      found.push(put(`no ${name}`, JSON.stringify(rest)))
      found.push(put(`another ${name}`, JSON.stringify({ ...value, [name]: evil })))
    }
    found.push(
      put('the user in it', JSON.stringify({ ...value, user: { email: 'ada@example.com' } })),
    )
    found.push(
      put('tokens in it', JSON.stringify({ ...value, access_token: 'eyJ', refresh_token: evil })),
    )
    if (Array.isArray(value['keys']))
      found.push(
        put('a private key', JSON.stringify({ keys: [{ kty: 'RSA', d: 'x' }] })),
        put(
          'other keys',
          JSON.stringify({ keys: [{ ...(value['keys'] as readonly object[])[0], n: 'AQAB' }] }),
        ),
      )
  } else if (text.includes('=') && !text.startsWith('<')) {
    const form = new URLSearchParams(text)
    for (const name of new Set(form.keys())) {
      const [less, other] = [new URLSearchParams(form), new URLSearchParams(form)]
      less.delete(name)
      other.set(name, evil)
      found.push(put(`no ${name}`, less.toString()), put(`another ${name}`, other.toString()))
    }
  } else if (text !== '')
    found.push(
      put('no links', text.replaceAll(/<a [^>]*>/g, '')),
      put(
        'forms that go elsewhere',
        text.replaceAll(/action="[^"]*"/g, 'action="https://elsewhere.example/x"'),
      ),
      put('no forms', text.replaceAll(/<(form|input)[^>]*>/g, '')),
      put('nobody named', text.replaceAll('Ada', 'Eve')),
      put('another text', text.replaceAll(/>[^<]+</g, '>wrong password<')),
      put('other items', text.replaceAll('class="item"', 'class="x"')),
      put('a password field', `${text}<form method="post" action="/x"><input type="password">`),
    )
  return found
}

const cookies = (message: Message): readonly Edit[] => [
  ['no verdicts', { ...message, cookies: [] }],
  ['nothing received', { ...message, received: [] }],
  ...message.cookies.flatMap((one, index): readonly Edit[] => {
    const put = (verdict: typeof one) =>
      message.cookies.map((old, at) => (at === index ? verdict : old))
    return [
      [`${one.name}: the other verdict`, { ...message, cookies: put({ ...one, sent: !one.sent }) }],
      [`${one.name}: another rule`, { ...message, cookies: put({ ...one, rule: 'path' }) }],
      [
        `${one.name}: another host`,
        { ...message, cookies: put({ ...one, domain: 'elsewhere.example' }) },
      ],
    ]
  }),
  [
    'a cookie of FusionAuth',
    {
      ...message,
      cookies: [
        ...message.cookies,
        {
          agent: 'Browser',
          name: 'fusionauth.sso',
          domain: 'x',
          path: '/',
          sent: true,
          because: '',
          rule: '',
          source: '',
        },
      ],
    },
  ],
  ...message.received.flatMap((one, index): readonly Edit[] => {
    const put = (cookie: typeof one) =>
      message.received.map((old, at) => (at === index ? cookie : old))
    return [
      [
        `${one.name}: not so received`,
        { ...message, received: put({ ...one, stored: !one.stored }) },
      ],
      [
        `${one.name}: deleted`,
        { ...message, received: put({ ...one, rule: 'deleted', stored: false }) },
      ],
      [`${one.name}: for another reason`, { ...message, received: put({ ...one, rule: 'x' }) }],
    ]
  }),
  [
    'a session id received',
    {
      ...message,
      received: [
        ...message.received,
        {
          agent: 'Browser',
          name: 'sid',
          domain: 'x',
          stored: true,
          because: '',
          rule: 'stored',
          source: '',
        },
      ],
    },
  ],
  [
    'the refresh token deleted',
    {
      ...message,
      received: [
        ...message.received,
        {
          agent: 'Browser',
          name: 'rt',
          domain: 'x',
          stored: false,
          because: '',
          rule: 'deleted',
          source: '',
        },
      ],
    },
  ],
]

/** The same value with one of its members changed. */
const values = (value: Json): readonly (readonly [string, Json])[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [['other', evil]]
  const record = value as Readonly<Record<string, Json>>
  return Object.entries(record).flatMap(([name, one]): readonly (readonly [string, Json])[] => {
    const shifted =
      name.endsWith('At') && one !== null
        ? [-400, -1, 1, 400].map((days) => {
            const time =
              typeof one === 'number' ? one : Date.parse(typeof one === 'string' ? one : '')
            const moved = time + days * 24 * anHour
            return typeof one === 'number' ? moved : new Date(moved).toISOString()
          })
        : [typeof one === 'boolean' ? !one : evil]
    const nested = name === 'user' ? [{ name: 'Eve', email: 'eve@example.com' }, {}] : []
    return [...shifted, ...nested, ...(one === null ? [1] : [null])].map((other) => [
      name,
      { ...record, [name]: other },
    ])
  })
}

const changes = (message: Message): readonly Edit[] => {
  const put = (index: number, change: Change | null): Message => ({
    ...message,
    changes: message.changes.flatMap((old, at) => {
      if (at !== index) return [old]
      return change === null ? [] : [change]
    }),
  })
  const added = (change: Change): Message => ({ ...message, changes: [...message.changes, change] })
  return [
    ['no changes', { ...message, changes: [] }],
    ...message.changes.flatMap((change, index): readonly Edit[] => [
      [`not ${change.where} ${change.op}`, put(index, null)],
      [
        `${change.where}: the other way`,
        put(index, { ...change, op: change.op === 'set' ? 'delete' : 'set' }),
      ],
      [`${change.where}: another key`, put(index, { ...change, key: evil })],
      [
        `${change.where}: a telling key`,
        put(index, { ...change, key: 'ada@example.com-is-logged-in' }),
      ],
      ...values(change.after).map(([name, after]): Edit => [
        `${change.where}: another ${name} after`,
        put(index, { ...change, after }),
      ]),
      ...values(change.before).map(([name, before]): Edit => [
        `${change.where}: another ${name} before`,
        put(index, { ...change, before }),
      ]),
    ]),
    ...(
      [
        'Store.appSessions',
        'Forums.appSessions',
        'FusionAuth.refreshTokens',
        'FusionAuth.ssoSessions',
      ] as const
    ).map((where): Edit => [
      `a change of ${where}`,
      added({
        where,
        op: 'set',
        key: evil,
        before: null,
        after: { expiresAt: '2099-01-01T00:00:00.000Z' },
      }),
    ]),
    ...(
      [
        'sid@store.example.com',
        'rt@store.example.com',
        'sid@forums.example.com',
        'rt@forums.example.com',
        'fusionauth.sso@example.fusionauth.io',
      ] as const
    ).flatMap((key) =>
      (['Browser.jar', 'Hacker.jar'] as const).flatMap((where): readonly Edit[] => [
        [
          `${key} put into ${where}`,
          added({
            where,
            op: 'set',
            key,
            before: null,
            after: { name: key.split('@', 1)[0] ?? '', value: evil, expiresAt: 9e15 },
          }),
        ],
        [
          `${key} taken out of ${where}`,
          added({ where, op: 'delete', key, before: {}, after: null }),
        ],
      ]),
    ),
  ]
}

const people: readonly Participant[] = ['Browser', 'Store', 'Forums', 'FusionAuth', 'Hacker']

const frames = (message: Message): readonly Edit[] => [
  ...people.flatMap((who): readonly Edit[] => [
    [`from ${who}`, { ...message, from: who }],
    [`to ${who}`, { ...message, to: who }],
  ]),
  ...[200, 302, 400, 404, 502].map((status): Edit => [
    `status ${status}`,
    withHttp(message, { status }),
  ]),
  [
    'another method',
    withHttp(message, { method: message.http?.method === 'GET' ? 'POST' : 'GET' }),
  ],
  ['a self message', { ...message, kind: 'self' }],
  ['a real one', { ...message, provenance: message.provenance === 'real' ? 'simulated' : 'real' }],
  ['no exchange', { ...message, exchange: null }],
  ['no cause', { ...message, cause: null }],
  [
    'something on the wire',
    {
      ...message,
      http: message.http ?? {
        method: 'GET',
        url: 'https://store.example.com/',
        status: null,
        headers: [],
        body: '',
      },
    },
  ],
  [
    'an hour later',
    { ...message, at: new Date(Date.parse(message.at) + 1000 * anHour).toISOString() },
  ],
  [
    'an hour earlier',
    { ...message, at: new Date(Date.parse(message.at) - 1000 * anHour).toISOString() },
  ],
  ['another label', { ...message, label: 'x' }],
  ['another name', { ...message, id: `${message.phase}.x` }],
]

/** All single changes of one message. `whole` is everything that was said in the run. */
function* edits(message: Message, whole: string): Generator<Edit> {
  yield* frames(message)
  yield* changes(message)
  yield* cookies(message)
  if (message.http === null) return
  yield* addresses(message)
  yield* headers(message)
  yield* bodies(message, whole)
}

/**
 * Traces that differ from a given one in a single respect: a message of it changed, left out, or
 * said once more; the nearest messages first.
 */
export function* mutantsOf(trace: Trace, n: number): Generator<Mutant> {
  const whole = JSON.stringify(trace.messages.map(({ http, changes: all }) => [http, all]))
  const byDistance = trace.messages.toSorted(
    (one, other) => Math.abs(one.n - n) - Math.abs(other.n - n),
  )
  const replaced = (message: Message): Trace => ({
    ...trace,
    messages: trace.messages.map((old) => (old.n === message.n ? message : old)),
  })
  yield {
    what: 'the other kind of FusionAuth',
    trace: {
      ...trace,
      fusionauth: {
        kind: trace.fusionauth.kind === 'stand-in' ? 'fusionauth' : 'stand-in',
        version: '',
      },
    },
  }
  for (const message of byDistance) {
    for (const [what, edited] of edits(message, whole))
      yield { what: `${message.n}: ${what}`, trace: replaced(edited) }
    if (message.n !== n)
      yield {
        what: `${message.n} left out`,
        trace: { ...trace, messages: trace.messages.filter((old) => old.n !== message.n) },
      }
    const twins: readonly Message[] = [
      { ...message, n: n - 0.5, id: 'x.x' },
      { ...message, n: n + 0.5, id: 'x.x' },
    ]
    for (const twin of twins)
      yield {
        what: `${message.n} once more, at ${twin.n}`,
        trace: {
          ...trace,
          messages: [...trace.messages, twin].toSorted((one, other) => one.n - other.n),
        },
      }
  }
}
