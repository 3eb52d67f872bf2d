import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor, redacted } from '../../scenarios/engine/redactor.ts'
import { cases } from '../support/cases.ts'
import { opaque, escaping, type Encoding } from './support/encodings.ts'

interface Http {
  readonly url?: string
  readonly headers?: readonly (readonly [string, string])[]
  readonly body?: string
}

interface Message {
  readonly http: Required<Http>
}

/** A message as it is recorded where the given values are secrets. */
const recorded = (secrets: readonly string[], http: Http): Message => {
  const rest = { method: 'POST', url: 'https://f.example/', status: null, headers: [], body: '' }
  const message = { n: 1, kind: 'response', label: '', changes: [], http: { ...rest, ...http } }
  return JSON.parse(createRedactor(secrets).clean(JSON.stringify(message))) as Message
}

/** A body as it is recorded. */
const bodyOf = (secret: string, body: string): string => recorded([secret], { body }).http.body

/** Any text of eight characters or more that can be sent. */
const anySecret = fc
  .oneof(
    fc.string({ minLength: 8, maxLength: 40 }),
    fc.string({ minLength: 8, maxLength: 40, unit: 'binary' }),
    fc.string({
      minLength: 8,
      maxLength: 40,
      unit: fc.constantFrom(...Array.from('%&\\/+#;"<>=u25xamp')),
    }),
  )
  // To redact what stands everywhere proves nothing.
  .filter((secret) => new Set(secret).size > 4)

const anyEscaping = fc.array(fc.constantFrom(...escaping), { maxLength: 3 })

const encoded = (secret: string, encodings: readonly Encoding[]): string =>
  encodings.reduce((text, { encode }) => encode(text), secret)

const named = (encodings: readonly Encoding[]): string =>
  encodings.map(({ name }) => name).join(', then ')

/** Places where a text may stand, with what is around it. */
const places: readonly (readonly [string, (text: string) => string])[] = [
  ['alone', (text) => text],
  ['in a page', (text) => `<!doctype html><p>No such key: <b>${text}</b> &amp; so on</p>`],
  ['in an attribute', (text) => `<a href="/login?a=1&amp;key=${text}">100%25</a>`],
  ['in JSON', (text) => JSON.stringify({ error: 'a\n"b"', value: `[${text}]` })],
  ['in JSON that somebody glued together', (text) => `{"error":"a\\nb","value":"[${text}]"}`],
  ['in an address', (text) => `https://f.example/x%20y?key=${text}&z=%26`],
]

/** Letters at the end of base64 that may stay, because they hold bits of its neighbours too. */
const most = 16

describe('a known secret is redacted, whatever was done to it', () => {
  test.each(escaping.map((encoding) => [encoding.name, encoding] as const))(
    '%s',
    (_, { encode }) => {
      const secret = 'K3y+/ä "odd" & <signs>? \'50%\' \\ 😀'
      expect(encode(secret)).not.toBe(secret)
      expect(bodyOf(secret, `[${encode(secret)}]`)).toBe(`[${redacted}]`)
    },
  )

  test('by up to three of these, one after the other, in every place', () => {
    fc.assert(
      fc.property(
        anySecret,
        anyEscaping,
        fc.constantFrom(...places),
        (secret, encodings, [, place]) => {
          fc.pre(!place('').includes(secret))
          const body = place(encoded(secret, encodings))
          expect([named(encodings), bodyOf(secret, body)]).toEqual([
            named(encodings),
            place(redacted),
          ])
        },
      ),
      cases(2000),
    )
  })

  test('in a header, a Location and an address as in a body', () => {
    fc.assert(
      fc.property(anySecret, anyEscaping, (secret, encodings) => {
        const text = encoded(secret, encodings)
        const { http } = recorded([secret], {
          url: `https://f.example/?key=${text}`,
          headers: [
            ['x-echo', text],
            ['location', `/login?key=${text}#top`],
          ],
          body: text,
        })
        expect([named(encodings), http.url, http.headers, http.body]).toEqual([
          named(encodings),
          `https://f.example/?key=${redacted}`,
          [
            ['x-echo', redacted],
            ['location', `/login?key=${redacted}#top`],
          ],
          redacted,
        ])
      }),
      cases(500),
    )
  })

  test('where it was made unreadable before', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 30, maxLength: 60, unit: 'binary' }),
        fc.constantFrom(...opaque),
        anyEscaping,
        (secret, encoding, encodings) => {
          const unreadable = encoding.encode(secret)
          const body = bodyOf(secret, encoded(unreadable, encodings))
          // The letters at its ends may hold bits of what stands around the secret, and stay.
          const [left = '', right = '', ...more] = body.split(redacted)
          const [first, last] = [
            encoded(unreadable.slice(0, most), encodings),
            encoded(unreadable.slice(-most), encodings),
          ]
          expect([encoding.name, named(encodings), more]).toEqual([
            encoding.name,
            named(encodings),
            [],
          ])
          expect([encoding.name, first.startsWith(left), last.endsWith(right)]).toEqual([
            encoding.name,
            true,
            true,
          ])
        },
      ),
      cases(300),
    )
  })
})

describe('what is no secret', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      ...Array.from('%&\\;#+u'),
      '%4',
      '%41',
      '%E2%82',
      '%u00e9',
      '\\u00',
      '\\u0041',
      '\\\\',
    ),
    fc.constantFrom('&amp;', '&#', '&#x41;', '&nothing;', '&#99999999;', '&eacute', '\\x', '%%'),
  )

  test('comes out byte for byte as it went in, with escapes and with halves of them', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const body = pieces.join('')
        expect(bodyOf('canary-0123456789', body)).toBe(body)
      }),
      cases(2000),
    )
  })

  test('stays around a secret letter by letter', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), anyEscaping, (before, after, encodings) => {
        const [left, right] = [`${before.join('')} `, ` ${after.join('')}`]
        const text = encoded('canary/0123456789', encodings)
        expect(bodyOf('canary/0123456789', left + text + right)).toBe(left + redacted + right)
      }),
      cases(1000),
    )
  })
})

test.each(['%25', '&amp;', '&amp;amp;amp;', '\\\\', '%26amp;%5Cu0025&quot;', '&no;', '%&\\'])(
  'a megabyte of %s is looked through, and what is not the secret stays',
  (unit) => {
    const many = unit.repeat(Math.ceil(500_000 / unit.length))
    const body = `${many} canary%2d0123456789 ${many}`
    expect(bodyOf('canary-0123456789', body) === `${many} ${redacted} ${many}`).toBe(true)
  },
)
