import { describe, expect, test } from 'vitest'
import { parseSetCookie, printSetCookie } from '../../scenarios/engine/set-cookie.ts'

const read = (text: string) => {
  const parsed = parseSetCookie(text)
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.cookie
}

const plain = {
  name: 'sid',
  value: '1',
  expires: null,
  maxAge: null,
  domain: null,
  path: null,
  secure: false,
  httpOnly: false,
  sameSite: null,
}

describe('A Set-Cookie is read tolerantly:', () => {
  test.each([
    ['sid=1', {}],
    [' sid\t= 1 ;', {}],
    ['sid', { name: '', value: 'sid' }],
    ['=sid', { name: '', value: 'sid' }],
    ['sid=a=b', { value: 'a=b' }],
    ['sid="1"', { value: '"1"' }],
    ['sid=1; Unknown=2; Priority=High', {}],
    [
      'sid=1; SECURE; httponly; sameSITE=sTrIcT',
      { secure: true, httpOnly: true, sameSite: 'strict' },
    ],
    ['sid=1; Secure=false', { secure: true }],
    ['sid=1; SameSite=Strict; SameSite=odd', {}],
    ['sid=1; Domain=.Example.COM', { domain: 'example.com' }],
    ['sid=1; Domain=example.com; Domain=', {}],
    ['sid=1; Path=/a; Path=/b', { path: '/b' }],
    ['sid=1; Path=/a; Path=b', {}],
    ['sid=1; Max-Age=60; Max-Age=soon', { maxAge: 60 }],
    ['sid=1; Max-Age=+60', {}],
    ['sid=1; Max-Age=-0', { maxAge: 0 }],
    [`sid=1; Max-Age=${'9'.repeat(400)}`, { maxAge: Number.MAX_SAFE_INTEGER }],
    ['sid=1; Expires=Thu, 01 Jan 2026 09:00:00 GMT', { expires: Date.UTC(2026, 0, 1, 9) }],
    ['sid=1; Expires=Thursday, 01-Jan-26 09:00:00 GMT', { expires: Date.UTC(2026, 0, 1, 9) }],
    ['sid=1; Expires=Thu Jan  1 09:00:00 2026', { expires: Date.UTC(2026, 0, 1, 9) }],
    ['sid=1; Expires=2026 jan 1st 9:00:00', { expires: Date.UTC(2026, 0, 1, 9) }],
    ['sid=1; Expires=01 Jan 69 00:00:00', { expires: Date.UTC(2069, 0, 1) }],
    ['sid=1; Expires=01 Jan 70 00:00:00', { expires: 0 }],
    ['sid=1; Expires=29 Feb 2028 00:00:00', { expires: Date.UTC(2028, 1, 29) }],
    ['sid=1; Expires=29 Feb 2027 00:00:00', {}],
    ['sid=1; Expires=01 Jan 2026 24:00:00', {}],
    ['sid=1; Expires=01 Jan 2026', {}],
    ['sid=1; Expires=2026-01-01T09:00:00Z', {}],
    ['sid=1; Expires=01 Jan 1601 00:00:59', { expires: Date.UTC(1601, 0, 1, 0, 0, 59) }],
    ['sid=1; Expires=01 Jan 1600 00:00:00', {}],
    ['sid=1; Expires=01 Jan 2026 00:00:60', {}],
    ['sid=1; Expires=01 Jan 2026 00:60:00', {}],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual({ ...plain, ...expected })
  })
})

test('a Set-Cookie is printed in the usual spelling, with what was set only', () => {
  expect(printSetCookie(read('sid=1'))).toBe('sid=1')
  expect(
    printSetCookie({
      name: '__Host-sid',
      value: 'abc',
      expires: Date.UTC(2026, 0, 1, 9),
      maxAge: 3600,
      domain: 'example.com',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
    }),
  ).toBe(
    '__Host-sid=abc; Expires=Thu, 01 Jan 2026 09:00:00 GMT; Max-Age=3600; Domain=example.com; Path=/; Secure; HttpOnly; SameSite=Lax',
  )
})

describe('A Set-Cookie is not read at all', () => {
  test.each([
    ['with a NUL', 'sid=1\0', 'control-character'],
    ['with a line break in an attribute', 'sid=1; Path=/\n', 'control-character'],
    ['with a DEL', 'sid=1\u007f', 'control-character'],
    ['with 4097 octets of name and value', `sid=${'x'.repeat(4094)}`, 'too-large'],
  ])('%s', (_, text, problem) => {
    expect(parseSetCookie(text)).toEqual({ ok: false, problem, name: 'sid' })
  })
})

test('a tab inside a value, and 4096 octets of name and value, are still fine', () => {
  expect(read('sid=a\tb').value).toBe('a\tb')
  expect(read(`sid=${'x'.repeat(4093)}`).value).toHaveLength(4093)
})

test('an attribute with a value of 1025 octets is left out, and named', () => {
  const path = (length: number) => `/${'x'.repeat(length - 1)}`
  expect(parseSetCookie(`sid=1; Path=${path(1024)}`)).toMatchObject({
    cookie: { path: path(1024) },
  })
  expect(parseSetCookie(`sid=1; Path=/a; PATH=${path(1025)}`)).toEqual({
    ok: true,
    cookie: { ...plain, path: '/a' },
    tooLong: ['PATH'],
  })
})

test.each(['..example.com', '. example.com', 'example.com'])(
  'the odd Domain=%s survives printing and reading',
  (domain) => {
    const cookie = read(`sid=1; Domain=${domain}`)
    expect(read(printSetCookie(cookie))).toEqual(cookie)
  },
)
