import type { CookieVerdict, ReceivedCookie } from '../../../scenarios/model/cookie.ts'
import type { Message, Trace } from '../../../scenarios/model/trace.ts'
import { made } from '../../support/texts.ts'

/** Without halves of characters, which no address can hold. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '')

const verdict = (payload: string): CookieVerdict => ({
  agent: 'Browser',
  name: payload,
  domain: payload,
  path: payload,
  sent: payload.length % 2 === 0,
  reason: made(payload),
  rule: payload,
  source: payload,
})

const received = (payload: string): ReceivedCookie => ({
  agent: 'Browser',
  name: payload,
  domain: payload,
  stored: true,
  reason: made(payload),
  rule: payload,
  source: payload,
})

/** Names of headers are in lower case in a trace; everything else of a payload stays. */
const name = (payload: string): string => payload.toLowerCase()

const jwt = (payload: string): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256', kid: payload })}.${part({ iss: payload, sub: payload, exp: 1, [payload]: payload })}.c2ln`
}

const bodies: readonly ((payloads: readonly string[]) => readonly [type: string, body: string])[] =
  [
    (payloads) => [
      'text/html; charset=utf-8',
      `<title>${payloads[0]}</title>${payloads.join('\n')}`,
    ],
    (payloads) => [
      'application/json',
      JSON.stringify({
        ...Object.fromEntries(payloads.entries()),
        access_token: jwt(payloads[0] ?? ''),
        error: payloads[1],
        error_description: payloads[2],
      }),
    ],
    (payloads) => [
      'application/x-www-form-urlencoded',
      payloads
        .map((payload, index) => `p${index}=${encodeURIComponent(wellFormed(payload))}`)
        .join('&'),
    ],
    (payloads) => ['text/plain', payloads.join('\n')],
  ]

/** A message with these payloads in everything that somebody else can have written. */
const hostile = (message: Message, payloads: readonly string[]): Message => {
  const first = payloads[0] ?? ''
  const [type, body] = bodies[message.n % bodies.length]?.(payloads) ?? ['', '']
  const { http } = message
  const headers = payloads.flatMap((payload): [string, string][] => [
    [name(payload), payload],
    ['set-cookie', `${payload}=${payload}; Path=${payload}; Domain=${payload}`],
    ['location', payload],
  ])
  return {
    ...message,
    label: first === '' ? '-' : first,
    http: http && {
      ...http,
      url: `https://store.example.com/${payloads.map((payload) => wellFormed(payload)).join('/')}?q=${encodeURIComponent(wellFormed(first))}#${wellFormed(first)}`,
      headers: [
        ['content-type', type],
        ['cookie', payloads.map((payload) => `${payload}=${payload}`).join('; ')],
        ['authorization', `Bearer ${jwt(first)}`],
        ...headers,
      ],
      body,
    },
    cookies: payloads.map(verdict),
    received: payloads.map(received),
    changes: payloads.flatMap((payload) => [
      {
        where: 'Store.sessions',
        op: 'set' as const,
        key: payload,
        before: null,
        after: { user: payload, [payload]: payload },
      },
      {
        where: 'Browser.jar',
        op: 'set' as const,
        key: payload,
        before: null,
        after: {
          name: payload,
          value: payload,
          domain: payload,
          path: payload,
          hostOnly: true,
          secure: false,
          httpOnly: false,
          sameSite: 'lax',
          createdAt: 0,
          lastUsedAt: 0,
          expiresAt: null,
        },
      },
      {
        where: 'Forums.localStorage',
        op: 'set' as const,
        key: payload,
        before: payload,
        after: payload,
      },
    ]),
  }
}

/** A trace of the same length, with all payloads spread over its messages, many in each. */
export const packed = (trace: Trace, payloads: readonly string[]): Trace => {
  const share = Math.ceil(payloads.length / trace.messages.length)
  return {
    ...trace,
    messages: trace.messages.map((message, index) =>
      hostile(message, payloads.slice(index * share, (index + 1) * share)),
    ),
  }
}

/** A trace with a message for each payload, whose label it is. */
export const spread = (trace: Trace, payloads: readonly string[]): Trace => {
  const [pattern] = trace.messages
  if (pattern === undefined) throw new Error('the trace is empty')
  return {
    ...trace,
    dividers: [],
    outcome: [],
    messages: payloads.map((payload, index) => ({
      ...hostile(pattern, [payload]),
      n: index + 1,
      id: `login.hostile-${index}`,
      kind: 'self' as const,
      http: null,
      exchange: null,
      cause: null,
      to: pattern.from,
      changes: [],
    })),
  }
}
