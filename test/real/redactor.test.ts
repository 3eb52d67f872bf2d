import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor, redacted } from '../../scenarios/engine/redactor.ts'

const message = (parts: object) =>
  JSON.stringify({ n: 1, kind: 'request', label: '', changes: [], ...parts })

const http = (part: { url?: string; headers?: string[][]; body?: string }) => ({
  method: 'POST',
  url: 'https://f.example/',
  status: null,
  headers: [],
  body: '',
  ...part,
})

const secret = 'K3y+/with "odd" & <signs>?'

const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('a known secret is redacted in every spelling', () => {
  test.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ a: secret })],
    [
      'in JSON within JSON',
      JSON.stringify({ a: JSON.stringify({ b: secret }) }).replaceAll('\\\\\\"', '\\"'),
    ],
    ['in a form', new URLSearchParams({ a: secret }).toString()],
    ['in a path', `/x/${encodeURIComponent(secret)}/y`],
    ['in HTML', '<input value="K3y+/with &quot;odd&quot; &amp; &lt;signs&gt;?">'],
    ['in base64', base64(secret)],
    ['in base64url', Buffer.from(secret).toString('base64url')],
    ['in the second half of Basic credentials', base64(`apikey:${secret}`)],
    ['in the middle of base64', base64(`id:${secret}:more`)],
  ])('%s', (_, body) => {
    const clean = createRedactor([secret]).clean(message({ http: http({ body }) }))
    expect(clean).toContain(redacted)
    for (const part of ['K3y', 'odd', 'signs', base64(secret).slice(4, 20)])
      expect(clean).not.toContain(part)
  })

  test('a longer one goes before a shorter one that it holds', () => {
    const clean = createRedactor(['canary-01', 'canary-0123456789']).clean(
      message({ label: 'canary-0123456789' }),
    )
    expect(JSON.parse(clean)).toMatchObject({ label: redacted })
  })

  test('in base64 it is found behind any number of other bytes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const body = base64(`${before}canary-0123456789${after}`)
        const clean = createRedactor(['canary-0123456789']).clean(message({ http: http({ body }) }))
        expect(Buffer.from(clean.split('"body":"')[1] ?? '', 'base64').toString()).not.toContain(
          'canary-0123456789',
        )
        expect(clean).toContain(redacted)
      }),
    )
  })

  test('in the address, in a header, in a label, in what changed', () => {
    const value = 'client-secret-0123'
    const clean = createRedactor([value]).clean(
      message({
        label: value,
        http: http({ url: `https://f.example/?s=${value}`, headers: [['x-note', value]] }),
        changes: [{ where: 'Store.x', op: 'set', key: value, before: null, after: [{ v: value }] }],
      }),
    )
    expect(clean).not.toContain(value)
    expect(clean.split(redacted)).toHaveLength(6)
  })
})

describe('what nobody knows beforehand is redacted by its place', () => {
  test.each([
    'password=typed&x=1',
    'user.password=typed',
    'client_secret=typed',
    '{"password":"typed"}',
    '{"user":{"password" : "typed \\"quoted\\" typed"}}',
    '{"clientSecret":"typed"}',
    '{"currentPassword":"typed","password":"typed"}',
  ])('%s', (body) => {
    const clean = createRedactor([]).clean(message({ http: http({ body }) }))
    expect(clean).not.toContain('typed')
    expect(clean).not.toContain('quoted')
  })

  test.each([
    ['an API key', 'secret-key', redacted],
    ['Basic credentials', 'Basic c2VjcmV0LWtleQ==', `Basic ${redacted}`],
    ['a Bearer token, which is what a lesson is about', 'Bearer secret-key', 'Bearer secret-key'],
  ])('%s in the Authorization header', (_, value, shown) => {
    const clean = createRedactor([]).clean(
      message({ http: http({ headers: [['authorization', value]] }) }),
    )
    expect(JSON.parse(clean)).toMatchObject({ http: { headers: [['authorization', shown]] } })
  })

  test('a cookie named like a password is left, and so is a word in a sentence', () => {
    const body = 'Enter your password: it is a secret'
    const text = message({ http: http({ body }) })
    expect(JSON.parse(createRedactor([]).clean(text))).toEqual(JSON.parse(text))
  })
})

describe('what is typed is learned', () => {
  test('a password that comes back in a page is redacted there too', () => {
    const redactor = createRedactor([])
    redactor.learn('tea-for-two')
    expect(redactor.clean(message({ http: http({ body: '<b>tea-for-two</b>' }) }))).not.toContain(
      'tea-',
    )
  })

  test('a password that is a word of the trace does not break the message', () => {
    const redactor = createRedactor([])
    for (const word of ['response', 'FusionAuth', 'kind":"re']) redactor.learn(word)
    const clean = redactor.clean(
      JSON.stringify({
        ...JSON.parse(message({ http: null })),
        kind: 'response',
        to: 'FusionAuth',
      }),
    )
    expect(JSON.parse(clean)).toMatchObject({ kind: 'response', to: 'FusionAuth' })
  })
})

test('a message without secrets comes out as it went in', () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.string(), fc.json(), (url, label, body) => {
      fc.pre(!/password|secret/i.test(`${url}${label}${body}`))
      const given = message({ label, http: http({ url, body, headers: [['accept', '*/*']] }) })
      expect(JSON.parse(createRedactor(['canary-0123456789']).clean(given))).toEqual(
        JSON.parse(given),
      )
    }),
  )
})
