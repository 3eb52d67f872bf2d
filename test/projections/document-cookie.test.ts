import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scriptMayRead } from '../../scenarios/engine/cookies/sending.ts'
import { chromiumPolicy, contextOf } from '../../scenarios/engine/cookies/situation.ts'
import { documentCookie } from '../../scenarios/projections/document-cookie.ts'
import type { Cookie } from '../../scenarios/model/cookie.ts'

const now = Date.parse('2026-01-01T09:00:00Z')
const sid: Cookie = {
  name: 'sid',
  value: 'abc',
  domain: 'store.example.com',
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  createdAt: now,
  lastUsedAt: now,
  expiresAt: null,
}
const theme: Cookie = { ...sid, name: 'theme', value: 'dark', httpOnly: false }
const page = 'https://store.example.com/shopping-cart?x=1'

describe('document.cookie', () => {
  test('leaves HttpOnly cookies out, and says so', () => {
    expect(documentCookie([sid, theme], page, now)).toEqual({
      text: 'theme=dark',
      hidden: [{ cookie: sid, reason: 'http-only' }],
      elsewhere: 0,
    })
  })

  test('leaves Secure cookies out in a page in the clear, and says so', () => {
    const view = documentCookie([theme], 'http://store.example.com/', now)
    expect(view).toEqual({
      text: '',
      hidden: [{ cookie: theme, reason: 'secure' }],
      elsewhere: 0,
    })
  })

  test('longer paths come first, then older cookies', () => {
    const cart = { ...theme, name: 'cart', path: '/shopping-cart', createdAt: now + 1 }
    const old = { ...theme, name: 'old', createdAt: now - 1 }
    expect(documentCookie([theme, cart, old], page, now)?.text).toBe(
      'cart=dark; old=dark; theme=dark',
    )
  })

  test('cookies of other hosts are only counted', () => {
    const other = { ...theme, domain: 'forums.example.com' }
    expect(documentCookie([other], page, now)).toEqual({ text: '', hidden: [], elsewhere: 1 })
  })

  test('an address that is none has no script', () => {
    expect(documentCookie([theme], 'nowhere', now)).toBeNull()
  })

  test('agrees with the jar that the agents use, cookie by cookie', () => {
    const hosts = fc.constantFrom(
      'store.example.com',
      'example.com',
      'a.store.example.com',
      'localhost',
    )
    const paths = fc.constantFrom('/', '/a', '/a/', '/a/b', '/ab')
    const cookies = fc.record({
      ...Object.fromEntries(
        Object.entries(theme).map(([name, value]) => [name, fc.constant(value)]),
      ),
      domain: hosts,
      hostOnly: fc.boolean(),
      path: paths,
      secure: fc.boolean(),
      httpOnly: fc.boolean(),
      expiresAt: fc.constantFrom(null, now - 1, now, now + 1),
    }) as unknown as fc.Arbitrary<Cookie>
    fc.assert(
      fc.property(
        cookies,
        hosts,
        paths,
        fc.constantFrom('http', 'https'),
        (cookie, host, path, scheme) => {
          fc.pre(cookie.hostOnly || cookie.domain !== 'localhost')
          const url = `${scheme}://${host}${path}`
          const situation = { url, method: 'GET', initiator: null, topLevel: true, now }
          const may = scriptMayRead(cookie, contextOf(situation, chromiumPolicy))
          expect(documentCookie([cookie], url, now)?.text !== '').toBe(may)
        },
      ),
    )
  })
})
