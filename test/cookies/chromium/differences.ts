import type { Observed } from './script.ts'

/**
 * Where Chromium does something else than RFC 10025 says, and we do what it says. Everything
 * else must be equal; an entry that is no difference any more fails the test.
 */
export interface Difference {
  /** Title of the case. */
  readonly title: string
  readonly explanation: string
  /** What Chromium does instead. */
  readonly chromium: Partial<Pick<Observed, 'requests' | 'kept'>>
}

const session = {
  name: 'a',
  value: '1',
  domain: 'www.shop.test',
  hostOnly: true,
  path: '/a/b',
  secure: false,
  httpOnly: false,
  sameSite: 'lax',
  days: null,
} as const

const refused = { requests: ['', ''], kept: [] }

export const differences: readonly Difference[] = [
  {
    title: 'https://www.shop.test/a/b/c sets "=a=b"',
    explanation:
      'A nameless cookie with the value "a=b" would come back looking like a cookie named a. The specification stores it; Chromium refuses what it could not write back unambiguously.',
    chromium: refused,
  },
  {
    title: String.raw`https://www.shop.test/a/b/c sets "a=1\t2"`,
    explanation:
      'The specification exempts the tab from the forbidden control characters; Chromium forbids it inside a value.',
    chromium: refused,
  },
  {
    title: 'https://www.shop.test/a/b/c sets "a=1; Domain=."',
    explanation:
      'Without its leading dot the domain is empty, which the specification takes as no domain; Chromium takes it as a wrong one.',
    chromium: refused,
  },
  {
    title: 'https://www.shop.test/a/b/c sets "a=1; Max-Age=+864000"',
    explanation: 'The specification ignores a Max-Age with a plus sign; Chromium reads it.',
    chromium: { kept: [{ ...session, days: 10 }] },
  },
  {
    title: 'https://www.shop.test/a/b/c sets "a=1; Max-Age=864000; Max-Age=x"',
    explanation:
      'The specification ignores an unreadable Max-Age, so that an earlier one counts; Chromium looks at the last one only.',
    chromium: { kept: [session] },
  },
  {
    title:
      'https://www.shop.test/a/b/c sets "a=1; Expires=01 Jan 2001 00:00:00 GMT; Expires=never"',
    explanation:
      'The specification ignores an unreadable Expires, so that an earlier one counts; Chromium looks at the last one only.',
    chromium: { requests: ['', 'a=1'], kept: [session] },
  },
  {
    title: 'https://www.shop.test/a/b/c sets "a=1; Expires=01 Jan 1600 00:00:00 GMT"',
    explanation:
      'A date before 1601 is unreadable to the specification, which leaves a session cookie; Chromium takes it as long ago.',
    chromium: refused,
  },
  {
    title: 'on an address a cookie with Domain and one without are of one name',
    explanation:
      'On an IP address a Domain can only repeat the address. Chromium takes it as not given, so both are one cookie; to the specification the host-only flag makes them two.',
    chromium: { requests: ['', 'a=2'] },
  },
]
