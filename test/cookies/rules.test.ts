import { describe, expect, test } from 'vitest'
import {
  chromiumPolicy,
  type CookiePolicy,
  cookieRules,
  emptyJar,
  type Jar,
  receive,
  type RequestSituation,
  select,
} from '../../scenarios/engine/cookie-jar.ts'
import type { Cookie } from '../../scenarios/model/cookie.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

/** One row a rule, or more where a rule has more than one sentence to say. Titles are the sentences. */

const now = Date.UTC(2026, 0, 1, 9)
const minute = 60_000

const store = 'https://store.example.com/'
const idp = 'https://idp.test/login'

/** A typed address, unless said otherwise. */
const at = (url: string, more: Partial<RequestSituation> = {}): RequestSituation => ({
  url,
  method: 'GET',
  initiator: null,
  topLevel: true,
  now,
  ...more,
})

const jarOf = (setCookie: string, situation: RequestSituation = at(store)): Jar =>
  receive(emptyJar, [setCookie], situation, 'Browser').jar

interface SendingRow {
  readonly rule: string
  readonly reason: string
  readonly sent?: true
  readonly jar: Jar
  readonly request: RequestSituation
  readonly policy?: Partial<CookiePolicy>
}

const sending: readonly SendingRow[] = [
  {
    rule: 'expired',
    reason:
      'This cookie expired at 2026-01-01T09:30:00.000Z, and it is 2026-01-01T09:30:00.000Z now.',
    jar: jarOf('sid=1; Max-Age=1800'),
    request: at(store, { now: now + 30 * minute }),
  },
  {
    rule: 'host-only',
    reason:
      'This cookie belongs to store.example.com alone (host-only), and the request goes to forums.example.com.',
    jar: jarOf('sid=1'),
    request: at('https://forums.example.com/'),
  },
  {
    rule: 'domain',
    reason:
      'This cookie belongs to example.com and its subdomains, and the request goes to idp.test.',
    jar: jarOf('sid=1; Domain=example.com'),
    request: at(idp),
  },
  {
    rule: 'public-suffix',
    reason:
      'This cookie claims every host under co.uk, where the names belong to unrelated people (a public suffix).',
    jar: jarOf('sid=1; Domain=example.com').map((cookie): Cookie => ({
      ...cookie,
      domain: 'co.uk',
    })),
    request: at('https://shop.co.uk/'),
  },
  {
    rule: 'path',
    reason: 'This cookie is for /cart and the paths under it, and the request asks for /cartoon.',
    jar: jarOf('sid=1; Path=/cart'),
    request: at('https://store.example.com/cartoon'),
  },
  {
    rule: 'secure',
    reason:
      'This cookie is Secure, so it travels over https only, and the request to store.example.com is plain http.',
    jar: jarOf('sid=1; Secure'),
    request: at('http://store.example.com/'),
  },
  {
    rule: 'same-site-strict',
    reason:
      'This cookie is SameSite=Strict, and the request to https://example.com was begun by another site: https://idp.test.',
    jar: jarOf('sid=1; SameSite=Strict'),
    request: at(store, { initiator: idp }),
  },
  {
    rule: 'same-site-strict',
    reason:
      'This cookie is SameSite=Strict, and the request to https://example.com was begun by another site: http://example.com.',
    jar: jarOf('sid=1; SameSite=Strict'),
    request: at(store, { initiator: 'http://store.example.com/' }),
  },
  {
    rule: 'same-site-strict',
    reason:
      'This cookie is SameSite=Strict, and the request to https://example.com was begun by another site: a page without a site.',
    jar: jarOf('sid=1; SameSite=Strict'),
    request: at(store, { initiator: 'about:blank' }),
  },
  {
    rule: 'same-site-lax',
    reason:
      'This cookie is SameSite=Lax: from another site it goes only when a page is opened with a safe method like GET; this request is a POST, begun by https://idp.test.',
    jar: jarOf('sid=1; SameSite=Lax'),
    request: at(store, { initiator: idp, method: 'POST' }),
  },
  {
    rule: 'same-site-lax',
    reason:
      'This cookie is SameSite=Lax: from another site it goes only when a page is opened with a safe method like GET; this request was made inside a page (an image, a frame or a script), not to open one in a tab, begun by https://idp.test.',
    jar: jarOf('sid=1; SameSite=Lax'),
    request: at(store, { initiator: idp, topLevel: false }),
  },
  {
    rule: 'same-site-default',
    reason:
      'This cookie has no SameSite attribute and counts as Lax: from another site it goes only when a page is opened with a safe method like GET; this request is a POST, begun by https://idp.test. The exception for cookies of at most 120 seconds is over: it has had this value for 180 seconds.',
    jar: jarOf('sid=1'),
    request: at(store, { initiator: idp, method: 'POST', now: now + 3 * minute }),
  },
  {
    rule: 'same-site-default',
    reason:
      'This cookie has no SameSite attribute and counts as Lax: from another site it goes only when a page is opened with a safe method like GET; this request is a POST, begun by https://idp.test.',
    jar: jarOf('sid=1'),
    request: at(store, { initiator: idp, method: 'POST' }),
    policy: { laxAllowingUnsafe: null },
  },
  {
    rule: 'same-site-default',
    reason:
      'This cookie has no SameSite attribute and counts as Lax: from another site it goes only when a page is opened with a safe method like GET; this request was made inside a page (an image, a frame or a script), not to open one in a tab, begun by https://idp.test.',
    jar: jarOf('sid=1'),
    request: at(store, { initiator: idp, topLevel: false }),
  },
  {
    rule: 'third-party',
    reason:
      'This browser blocks third-party cookies, and the request to store.example.com was made inside a page of https://idp.test.',
    jar: jarOf('sid=1; SameSite=None; Secure'),
    request: at(store, { initiator: idp, topLevel: false }),
    policy: { blockThirdParty: true },
  },
  {
    rule: 'no-initiator',
    sent: true,
    reason:
      'Host and path fit, and no page of another site began this request to store.example.com.',
    jar: jarOf('sid=1; SameSite=Strict'),
    request: at(store),
  },
  {
    rule: 'same-site',
    sent: true,
    reason:
      'Host and path fit, and the page that began this request belongs to the same site, https://example.com.',
    jar: jarOf('sid=1; SameSite=Strict'),
    request: at(store, { initiator: 'https://forums.example.com/', method: 'POST' }),
  },
  {
    rule: 'same-site-none',
    sent: true,
    reason:
      'This cookie is SameSite=None, so it goes along although another site, https://idp.test, began the request.',
    jar: jarOf('sid=1; SameSite=None; Secure'),
    request: at(store, { initiator: idp, topLevel: false, method: 'POST' }),
  },
  {
    rule: 'lax-navigation',
    sent: true,
    reason:
      'Another site, https://idp.test, began this request, but it opens a page with a safe method (GET), which Lax allows.',
    jar: jarOf('sid=1; SameSite=Lax'),
    request: at(store, { initiator: idp }),
  },
  {
    rule: 'lax-allowing-unsafe',
    sent: true,
    reason:
      'Another site, https://idp.test, began this POST, but the cookie has no SameSite attribute and is younger than the exception for new cookies.',
    jar: jarOf('sid=1'),
    request: at(store, { initiator: idp, method: 'POST', now: now + 2 * minute }),
  },
]

describe('A cookie is sent or withheld:', () => {
  test.each(sending.map((row) => [row.reason, row] as const))('%s', (reason, row) => {
    const { rule, jar, request, policy, sent = false } = row
    const selected = select(jar, request, 'Browser', { ...chromiumPolicy, ...policy })
    expect(selected.verdicts).toMatchObject([{ agent: 'Browser', name: 'sid', sent, rule }])
    expect(selected.verdicts.map((one) => sayEnglish(one.reason))).toEqual([reason])
    expect(selected.verdicts[0]?.source).toMatch(/^RFC 10025 §\d/)
    expect(selected.header).toBe(sent ? 'sid=1' : '')
  })
})

interface ReceivingRow {
  readonly rule: string
  readonly reason: string
  readonly stored?: true
  /** The Set-Cookie in question, last of those that the answer brings. */
  readonly text: string
  readonly jar?: Jar
  readonly answer?: RequestSituation
  readonly policy?: Partial<CookiePolicy>
}

const crowd = (count: number, attributes: string): Jar =>
  receive(
    emptyJar,
    Array.from({ length: count }, (_, index) => `c${index}=1${attributes}`),
    at(store),
    'Browser',
  ).jar

const receiving: readonly ReceivingRow[] = [
  {
    rule: 'control-character',
    reason: 'It holds a control character, so the whole header field is ignored.',
    text: 'sid=1; Path=/\r\nSet-Cookie: admin=1',
  },
  {
    rule: 'too-large',
    reason: 'Its name and value together are longer than 4096 octets.',
    text: `sid=${'é'.repeat(2047)}`,
  },
  {
    rule: 'third-party',
    reason:
      'This browser blocks third-party cookies, and store.example.com was asked from inside a page of https://idp.test.',
    text: 'sid=1; SameSite=None; Secure',
    answer: at(store, { initiator: idp, topLevel: false }),
    policy: { blockThirdParty: true },
  },
  { rule: 'empty', reason: 'It has neither a name nor a value.', text: '=; Secure' },
  {
    rule: 'domain-not-ascii',
    reason:
      'Domain=bücher.example holds characters outside ASCII; an international name must be written in its xn-- form.',
    text: 'sid=1; Domain=bücher.example',
  },
  {
    rule: 'public-suffix',
    reason:
      'Domain=com would give the cookie to every host under com, where the names belong to unrelated people (a public suffix).',
    text: 'sid=1; Domain=com',
  },
  {
    rule: 'domain',
    reason:
      'store.example.com may not set a cookie for forums.example.com: it is neither that host nor a host under it.',
    text: 'sid=1; Domain=forums.example.com',
  },
  {
    rule: 'secure',
    reason: 'The cookie is Secure, and store.example.com answered over plain http.',
    text: 'sid=1; Secure',
    answer: at('http://store.example.com/'),
  },
  {
    rule: 'leave-secure-alone',
    reason:
      'The jar holds a Secure cookie of this name for store.example.com, and plain http may not overlay it.',
    text: 'sid=2; Domain=example.com',
    jar: jarOf('sid=1; Secure'),
    answer: at('http://www.example.com/'),
  },
  {
    rule: 'same-site',
    reason:
      'store.example.com was asked from inside a page of another site, https://idp.test; there it may set SameSite=None cookies only.',
    text: 'sid=1',
    answer: at(store, { initiator: idp, topLevel: false }),
  },
  {
    rule: 'none-needs-secure',
    reason: 'SameSite=None is accepted only together with Secure.',
    text: 'sid=1; SameSite=None',
  },
  {
    rule: 'prefix-secure',
    reason:
      'A name that begins with __Secure- promises more than this cookie keeps: it is not Secure.',
    text: '__SECURE-sid=1',
  },
  {
    rule: 'prefix-host',
    reason:
      'A name that begins with __Host- promises more than this cookie keeps: it does not say Path=/, and it names a Domain.',
    text: '__Host-sid=1; Secure; Domain=store.example.com',
  },
  {
    rule: 'prefix-http',
    reason:
      'A name that begins with __Http- promises more than this cookie keeps: it is not HttpOnly.',
    text: '__Http-sid=1; Secure',
  },
  {
    rule: 'prefix-host-http',
    reason:
      'A name that begins with __Host-Http- promises more than this cookie keeps: it is not HttpOnly.',
    text: '__Host-Http-sid=1; Secure; Path=/',
  },
  {
    rule: 'prefix-without-name',
    reason: 'It has no name, and its value could be taken for a name with a protected prefix.',
    text: '=__host-sid=1',
  },
  {
    rule: 'attribute-too-long',
    stored: true,
    reason:
      "Stored for store.example.com alone. Path was left out: an attribute's value may have 1024 octets at most.",
    text: `sid=1; Path=/${'x'.repeat(1024)}`,
  },
  {
    rule: 'lifetime-capped',
    stored: true,
    reason:
      'Stored for store.example.com alone. It will live for 400 days, the longest life that a browser grants.',
    text: 'sid=1; Max-Age=2147483647',
  },
  {
    rule: 'stored',
    stored: true,
    reason: 'Stored for example.com and its subdomains.',
    text: 'sid=1; Domain=.Example.COM',
  },
  {
    rule: 'replaced',
    stored: true,
    reason: 'Stored in place of the cookie of the same name, domain and path.',
    text: 'sid=2',
    jar: jarOf('sid=1'),
  },
  {
    rule: 'made-room',
    stored: true,
    reason: 'Stored; example.com had too many cookies, so 31 of them were thrown out.',
    text: 'sid=1',
    jar: crowd(180, ''),
  },
  {
    rule: 'no-room',
    reason: 'example.com has too many cookies; the jar kept 150 of them, and not this one.',
    text: 'sid=1',
    jar: crowd(180, '; Secure'),
  },
  {
    rule: 'deleted',
    reason: 'Its time is over, so the cookie sid@store.example.com was deleted.',
    text: 'sid=; Max-Age=0',
    jar: jarOf('sid=1'),
  },
  {
    rule: 'nothing-to-delete',
    reason:
      'Its time is over, which would delete sid@.example.com/cart; but the jar holds no cookie of exactly this name, domain and path.',
    text: 'sid=; Domain=example.com; Path=/cart; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    jar: jarOf('sid=1; Path=/cart'),
  },
]

describe('A Set-Cookie is stored or refused:', () => {
  test.each(receiving.map((row) => [row.reason, row] as const))('%s', (reason, row) => {
    const { rule, text, jar = emptyJar, answer = at(store), policy, stored = false } = row
    const result = receive(jar, [text], answer, 'Browser', { ...chromiumPolicy, ...policy })
    expect(result.received).toMatchObject([{ agent: 'Browser', stored, rule }])
    expect(result.received.map((one) => sayEnglish(one.reason))).toEqual([reason])
    expect(result.received[0]?.source).toMatch(
      /^RFC 10025 §\d|^draft-ietf-httpbis-layered-cookies$/,
    )
    expect(result.changes.some(({ op }) => op === 'set')).toBe(stored)
    const changed = result.changes.length > 0
    expect(result.jar === jar || JSON.stringify(result.jar) === JSON.stringify(jar)).toBe(!changed)
  })
})

const namesIn = (rows: readonly { readonly rule: string }[]): readonly string[] =>
  [...new Set(rows.map(({ rule }) => rule))].toSorted()

test('every rule that the jar can name has a row, and every row names a rule of the jar', () => {
  expect(namesIn(sending)).toEqual(cookieRules.sending.toSorted())
  expect(namesIn(receiving)).toEqual(cookieRules.receiving.toSorted())
})
