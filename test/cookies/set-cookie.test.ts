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
