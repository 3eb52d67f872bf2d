import { beforeAll, describe, expect, test } from 'vitest'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { parseTrace } from '../../scenarios/recorded/parse.ts'
import { played, slugs } from '../support/play.ts'

let trace: Trace
let request: Message & { readonly http: NonNullable<Message['http']> }

beforeAll(async () => {
  trace = await played({ workflow: slugs.code })
  const found = trace.messages.find(({ http, cookies }) => http !== null && cookies.length > 0)
  if (found?.http == null) throw new Error('No request of this lesson has a cookie.')
  request = { ...found, http: found.http }
})

/** The trace with one message alone. */
const alone = (message: Partial<Message>, others: object = {}): object => ({
  ...trace,
  dividers: [],
  outcome: [],
  messages: [{ ...request, n: 1, ...message }],
  ...others,
})

const withHttp = (part: Partial<Message['http']>): object =>
  alone({ http: { ...request.http, ...part } })

const many = <T>(count: number, item: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => item(index))

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const part = (length: number): string => `eyJ${'a'.repeat(length - 3)}`

const token = (length: number): string => `${part(10)}.${part(10)}.${'s'.repeat(length - 22)}`

const change = (key: string, after: unknown = {}) =>
  ({
    where: 'Store.appSessions',
    op: 'set',
    key,
    before: null,
    after,
  }) as Message['changes'][number]

const messages = (count: number, more: (index: number) => Partial<Message>): object => ({
  ...alone({}),
  messages: many(count, (index) => ({
    ...request,
    n: index + 1,
    id: `login.m${index}`,
    exchange: index + 1,
    ...more(index),
  })),
})

const padded = (count: number): object => {
  const short = alone({}, { later: '' })
  return { ...short, later: 'x'.repeat(count - JSON.stringify(short).length) }
}

const bodyless = { headers: [], url: 'https://store.example/', body: '' }

// oxfmt-ignore
const bounded: readonly (readonly [what: string, most: number, make: (count: number) => object, said: string])[] = [
  ['characters', 8_000_000, (count) => padded(count), 'it has 8000001 characters, and a page reads at most 8000000.'],
  ['messages', 2_000, (count) => messages(count, () => ({})), 'it has 2001 messages, and a page shows at most 2000.'],
  ['things in memory', 1_000, (count) => messages(count, (index) => ({ changes: [change(`key-${index}`)] })), 'it has 1001 different cookies, sessions and other things in memory, and a page shows at most 1000.'],
  ['headers of a message', 200, (count) => withHttp({ headers: many(count, (index) => [`x-${index}`, '1'] as const) }), 'messages[0].http has 201 headers, and a page shows at most 200.'],
  ['verdicts on cookies sent', 200, (count) => alone({ cookies: many(count, () => request.cookies[0] as Message['cookies'][number]) }), 'messages[0].cookies says of 201 cookies what became of them, and a page shows at most 200.'],
  ['changes of a message', 200, (count) => alone({ changes: many(count, (index) => change(`key-${index}`)) }), 'messages[0] makes 201 changes, and a page shows at most 200.'],
  ['values of a JSON body', 1_000, (count) => withHttp({ ...bodyless, body: JSON.stringify(many(count, () => 1)) }), 'messages[0].http has 1001 values, and a page shows at most 1000.'],
  ['values of a form', 1_000, (count) => withHttp({ ...bodyless, body: 'a=1&'.repeat(count) }), 'messages[0].http has 1001 values, and a page shows at most 1000.'],
  ['values of a change', 1_000, (count) => alone({ changes: [change('key', many(count - 1, () => 1))] }), 'messages[0].changes[0] has 1001 values, and a page shows at most 1000.'],
  ['events', 2_000, (count) => alone({}, { events: many(count, () => trace.events[0]) }), 'events has 2001 entries, and a page shows at most 2000.'],
  ['marks', 2_000, (count) => alone({}, { dividers: many(count, () => ({ before: 1, kind: 'sso' })) }), 'dividers has 2001 entries, and a page shows at most 2000.'],
  ['evidence', 2_000, (count) => alone({}, { outcome: [{ id: 'x', holds: true, evidence: many(count, () => 1) }] }), 'outcome[0].evidence has 2001 entries, and a page shows at most 2000.'],
  ['a body', 200_000, (count) => withHttp({ body: 'x'.repeat(count) }), 'messages[0].http carries 200001 characters, and a page shows at most 200000.'],
  ['a header’s value', 16_384, (count) => withHttp({ headers: [['x', 'v'.repeat(count)]] }), 'messages[0].http.headers[0] holds a text of 16385 characters, and a page shows at most 16384.'],
  ['an address', 16_384, (count) => withHttp({ url: `https://a.example/${'x'.repeat(count - 18)}` }), 'messages[0].http.url holds a text of 16385 characters, and a page shows at most 16384.'],
  ['a key in memory', 16_384, (count) => alone({ changes: [change('k'.repeat(count))] }), 'messages[0].changes[0] holds a text of 16385 characters, and a page shows at most 16384.'],
  ['a token in a body', 16_384, (count) => withHttp({ body: `token: ${token(count)}` }), 'messages[0].http.body holds a token of 16385 characters, and a page shows at most 16384.'],
  ['a token in a header', 16_384, (count) => withHttp({ headers: [['authorization', token(count)]] }), 'messages[0].http.headers[0] holds a token of 16385 characters, and a page shows at most 16384.'],
  ['a token in memory', 16_384, (count) => alone({ changes: [change('key', token(count))] }), 'messages[0].changes[0] holds a token of 16385 characters, and a page shows at most 16384.'],
  ['levels of a JSON body', 64, (count) => withHttp({ body: nested(count) }), 'messages[0].http.body is nested 65 deep, and a page shows at most 64 levels.'],
  // The trace, its messages, a message, its changes and a change are five levels.
  ['levels of a trace', 64, (count) => alone({ changes: [change('key', JSON.parse(nested(count - 5)))] }), 'The trace is nested 65 deep, and a page shows at most 64 levels.'],
]

describe('a saved trace at a bound of what a page can show', () => {
  test.each(bounded)('is opened: %s', (_what, most, make) => {
    const parsed = parseTrace(JSON.stringify(make(most)))
    expect(parsed.ok ? '' : sayEnglish(parsed.problem)).toBe('')
  })
})

describe('a saved trace one beyond a bound', () => {
  test.each(bounded)('is refused, with the bound and what was found: %s', (_, most, make, said) => {
    const parsed = parseTrace(JSON.stringify(make(most + 1)))
    expect(parsed.ok ? '' : sayEnglish(parsed.problem)).toBe(
      `This is no trace of Login Lab: ${said}`,
    )
    // Both numbers are in the Spanish sentence too.
    const spanish = parsed.ok ? '' : saySpanish(parsed.problem)
    for (const number of [most, most + 1])
      expect(spanish).toMatch(new RegExp(String.raw`\b${number}\b`))
  })
})

test.each([
  ['the body of a message', (): object => withHttp({ body: nested(100_000) })],
  ['a change', (): object => alone({ changes: [change('key', JSON.parse(nested(3_000)))] })],
])(
  'a saved trace that is nested far deeper than a stack, in %s, is refused in words',
  (_, make) => {
    const parsed = parseTrace(JSON.stringify(make()))
    expect(parsed.ok ? '' : sayEnglish(parsed.problem)).toMatch(/is nested \d+ deep/)
  },
)

test('a saved trace with 100,000 levels of JSON where nobody looks is refused in words', () => {
  const text = JSON.stringify(alone({})).replace('{', `{"later":${nested(100_000)},`)
  const parsed = parseTrace(text)
  expect(parsed.ok ? '' : sayEnglish(parsed.problem)).toContain('The trace is nested 100001 deep')
})
