import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cookieKey,
  emptyJar,
  receive,
  type RequestSituation,
  scriptView,
  select,
} from '../../scenarios/engine/cookie-jar.ts'
import { parseSetCookie, printSetCookie } from '../../scenarios/engine/set-cookie.ts'
import { cases } from '../support/cases.ts'

const settings = { ...cases(3_000), verbose: fc.VerbosityLevel.Verbose } as const

const at = (url: string): RequestSituation => ({
  url,
  method: 'GET',
  initiator: null,
  topLevel: true,
  now: Date.UTC(2026, 0, 1),
})
const here = at('https://store.example.com/cart/items')

/** Text with the characters that matter to a parser, and any others. */
const fragment = fc.oneof(
  fc.constantFrom('=', ';', '; ', ' ', '\t', '\r\n', '\0', '.', '/', ',', '"', '%', '\u00a0'),
  fc.constantFrom('Domain=', 'Path=', 'Max-Age=', 'Expires=', 'SameSite=', 'Secure', 'HttpOnly'),
  fc.constantFrom('example.com', '/cart', '3600', '-1', '9'.repeat(400), 'Strict', 'None', 'x'),
  fc.constantFrom('Thu, 01 Jan 2099 00:00:00 GMT', '31 feb 99 1:2:3', '__Host-', '__Secure-'),
  fc.constantFrom('x'.repeat(1024), 'y'.repeat(4096), 'İ'.repeat(512), '\ud800'),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
)
const text = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''))

describe('For any text', () => {
  test('reading what was printed of a Set-Cookie gives the same cookie again', () => {
    fc.assert(
      fc.property(text, (value) => {
        const read = parseSetCookie(value)
        if (!read.ok) return
        const again = parseSetCookie(printSetCookie(read.cookie))
        expect(again).toEqual({ ok: true, cookie: read.cookie, tooLong: [] })
      }),
      settings,
    )
  })

  test('receiving never throws, and tells of every Set-Cookie once', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.webUrl(), (values, url) => {
        const { received, jar, changes } = receive(emptyJar, values, at(url), 'Browser')
        expect(received).toHaveLength(values.length)
        expect(received.every(({ reason, rule, source }) => reason && rule && source)).toBe(true)
        expect(new Set(jar.map(cookieKey)).size).toBe(jar.length)
        const added = changes.filter(({ before }) => before === null).length
        const gone = changes.filter(({ after }) => after === null).length
        expect(jar).toHaveLength(added - gone)
      }),
      settings,
    )
  })

  test('neither the Cookie header nor a script ever gets a line break or another control character', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (values) => {
        const { jar } = receive(emptyJar, values, here, 'Browser')
        const { header } = select(jar, here, 'Browser')
        // oxlint-disable-next-line no-control-regex
        const control = /[\x00-\x08\x0a-\x1f\x7f]/
        expect(header).not.toMatch(control)
        expect(scriptView(jar, here.url, here.now)).not.toMatch(control)
      }),
      settings,
    )
  })

  test('what is stored is refused by no rule of sending when it goes straight back', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { jar } = receive(emptyJar, [`${value}; Path=/`], here, 'Browser')
        const { verdicts } = select(jar, here, 'Browser')
        expect(verdicts.filter(({ sent }) => !sent)).toEqual([])
      }),
      settings,
    )
  })
})

test('names of the language itself are names like any other', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then']
  const before = Object.getOwnPropertyNames(Object.prototype)
  const values = names.map((name) => `${name}=1; ${name}=2; Path=/${name}; Domain=example.com`)
  const { jar, received } = receive(emptyJar, values, here, 'Browser')
  expect(received.filter(({ stored }) => !stored)).toEqual([])
  expect(jar.map(({ name }) => name)).toEqual(names)
  expect(
    names.map((name) => select(jar, at(`https://example.com/${name}`), 'Browser').header),
  ).toEqual(names.map((name) => `${name}=1`))
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
})
