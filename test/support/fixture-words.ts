import type { Cookie, CookieVerdict } from '../../scenarios/model/cookie.ts'
import type { Participant, Phase } from '../../scenarios/model/participant.ts'
import type { Change, HttpPart, Message } from '../../scenarios/model/trace.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { made } from './texts.ts'
import type { Label } from '../../scenarios/model/text.ts'

export const start = Date.parse('2026-01-01T09:00:00.000Z')
export const store = 'https://store.example.com'
export const login = 'https://example.fusionauth.io'

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

export const cookie = (
  name: string,
  value: string,
  domain: string,
  expiresIn: number | null,
): Cookie => ({
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

export const set = (where: string, key: string, after: Json): Change => ({
  where,
  op: 'set',
  key,
  before: null,
  after,
})
export const remove = (where: string, key: string, before: Json = {}): Change => ({
  where,
  op: 'delete',
  key,
  before,
  after: null,
})
export const jar = (agent: string, item: Cookie): Change =>
  set(`${agent}.jar`, `${item.name}@${item.domain}`, { ...item })

export const sent = (name: string, domain: string, agent: 'Browser' | 'Hacker' = 'Browser') => ({
  agent,
  name,
  domain,
  path: '/',
  sent: true,
  reason: made(`It belongs to ${domain}, its path covers this one and the connection is secure.`),
  rule: 'matches',
  source: 'RFC 10025 §5.8.3',
})
export const withheld = (name: string, domain: string): CookieVerdict => ({
  ...sent(name, domain),
  sent: false,
  reason: made(`The cookie belongs to ${domain} only, and this is another host.`),
  rule: 'host-only',
})
export const stored = (name: string, domain: string, agent: 'Browser' | 'Hacker' = 'Browser') => ({
  agent,
  name,
  domain,
  stored: true,
  reason: made('Its host, path and flags are in order.'),
  rule: 'stored',
  source: 'RFC 10025 §5.7',
})

export const page = (title: string, text: string): Partial<HttpPart> => ({
  headers: [
    ['content-type', 'text/html; charset=utf-8'],
    ['cache-control', 'no-store'],
  ],
  body: `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1><p>${text}</p>`,
})
export const form = (fields: Readonly<Record<string, string>>): Partial<HttpPart> => ({
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: new URLSearchParams(fields).toString(),
})
export const json = (body: object): Partial<HttpPart> => ({
  headers: [['content-type', 'application/json; charset=UTF-8']],
  body: JSON.stringify(body),
})
export const redirect = (location: string, ...cookies: string[]): Partial<HttpPart> => ({
  headers: [
    ['location', location],
    ...cookies.map((line): [string, string] => ['set-cookie', line]),
  ],
})

type Extra = Partial<Pick<Message, 'cookies' | 'received' | 'changes' | 'provenance'>>

export const writer = () => {
  const messages: Message[] = []
  let phase: Phase = 'initialize'
  let clock = start
  let exchange = 0
  const open: { number: number; url: string }[] = []

  const push = (
    name: string,
    label: Label,
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
      push(name, made(label), who, who, 'self', open.at(-1)?.number ?? null, null, extra)
    },
  }
}
