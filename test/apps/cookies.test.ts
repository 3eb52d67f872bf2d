import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyJar, receive } from '../../scenarios/engine/cookie-jar.ts'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { WireResponse } from '../../scenarios/model/wire.ts'
import { played, slugs } from '../support/play.ts'
import {
  cart,
  cookiesSet,
  location,
  logIn,
  openBrowser,
  openStore,
  origin,
  submitPassword,
} from './support/lab.ts'
import { empty } from './support/server.ts'
import { cases } from '../support/cases.ts'

/** Every answer that sets or takes a cookie: logins, refresh, failures, logouts. */
const everyAnswer = async (): Promise<readonly WireResponse[]> => {
  const answers: WireResponse[] = []
  for (const login of ['authorization-code', 'password-grant', 'native'] as const) {
    const lab = openStore({ login })
    const browser = openBrowser(lab)
    answers.push(await browser.get('/login'))
    answers.push(await browser.get('/oauth-callback?code=x&state=wrong'))
    answers.push(
      login === 'authorization-code' ? await logIn(lab, browser) : await submitPassword(browser),
    )
    lab.advance(31 * 60)
    answers.push(await browser.get(cart), await browser.post('/logout', {}))
    answers.push(await browser.get('/logged-out?state=wrong'))
  }
  return answers
}

interface Line {
  readonly name: string
  readonly attributes: readonly string[]
}

const linesOf = (answer: WireResponse): readonly Line[] =>
  cookiesSet(answer).map((line) => {
    const [pair = '', ...attributes] = line.split('; ')
    return { name: pair.split('=', 1)[0] ?? '', attributes }
  })

const allLines = async (): Promise<readonly Line[]> => (await everyAnswer()).flatMap(linesOf)

describe('how the applications set cookies', () => {
  test('a refresh token outlives the browser, a session does not', async () => {
    const given = (await allLines()).filter(({ attributes }) => !attributes.includes('Max-Age=0'))
    const ages = (name: string) =>
      new Set(
        given
          .filter((line) => line.name === name)
          .map(({ attributes }) => attributes.find((one) => one.startsWith('Max-Age='))),
      )
    expect(ages('rt')).toEqual(new Set(['Max-Age=5184000']))
    expect(ages('sid')).toEqual(new Set([undefined]))
  })

  test('CK-01: no answer sets one name twice, none is nameless, none has an attribute twice', async () => {
    const answers = await everyAnswer()
    expect(answers.flatMap(linesOf).length).toBeGreaterThan(15)
    for (const answer of answers) {
      const names = linesOf(answer).map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      for (const { name, attributes } of linesOf(answer)) {
        expect(name).not.toBe('')
        const keys = attributes.map((attribute) => attribute.split('=', 1)[0])
        expect(new Set(keys).size).toBe(keys.length)
      }
    }
  })

  test('CK-01: each cookie has a header line of its own, none is folded with a comma', async () => {
    for (const answer of await everyAnswer())
      for (const line of cookiesSet(answer)) expect(line).not.toMatch(/,(?! \d\d )/)
  })

  test('CK-02: every cookie is Secure and HttpOnly', async () => {
    for (const { attributes } of await allLines())
      expect(attributes).toEqual(expect.arrayContaining(['Secure', 'HttpOnly']))
  })

  test('CK-03: every cookie is for the whole host and for no other, and Lax', async () => {
    for (const { attributes } of await allLines()) {
      expect(attributes).toContain('Path=/')
      expect(attributes.some((attribute) => /^domain/i.test(attribute))).toBe(false)
      if (!attributes.includes('Max-Age=0')) expect(attributes).toContain('SameSite=Lax')
    }
  })

  test('CK-03: the cookies of a login or a logout under way carry the __Host- prefix', async () => {
    const names = new Set((await allLines()).map(({ name }) => name))
    expect([...names].toSorted()).toEqual(['__Host-login', '__Host-logout', 'rt', 'sid'])
  })

  test('CK-05: the refresh token lies in its cookie as FusionAuth gave it: that is the published workflow', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    expect(browser.jar.get('rt')).toBe('refresh-1')
    expect(browser.jar.get('sid')).toMatch(/^[\w-]{27}$/)
  })

  test('CK-07: a session id has 160 random bits and says nothing', async () => {
    const seen = new Set<string>()
    const lab = openStore({ login: 'native' })
    for (let round = 0; round < 200; round++) {
      const browser = openBrowser(lab)
      await submitPassword(browser)
      seen.add(browser.jar.get('sid') ?? '')
    }
    expect(seen.size).toBe(200)
    for (const id of seen) expect(Buffer.from(id, 'base64url')).toHaveLength(20)
    const starts = new Set([...seen].map((id) => id.slice(0, 3)))
    expect(starts.size).toBeGreaterThan(190)
  })

  test('CK-18: after a logout the jar of a browser is really empty', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    const situation = { method: 'GET', initiator: null, topLevel: true, now: 1 }
    let jar = emptyJar
    const take = (answer: WireResponse): void => {
      const at = { ...situation, url: `${origin}/logout` }
      jar = receive(jar, cookiesSet(answer), at, 'Browser').jar
    }
    take(await logIn(lab, browser))
    expect(jar.map(({ name }) => name)).toEqual(['sid', 'rt'])
    const out = await browser.post('/logout', {})
    take(out)
    take(await browser.get(`/logged-out?state=${location(out).searchParams.get('state')}`))
    expect(jar).toEqual([])
  })
})

describe('how long a session lives', () => {
  const inside = async () => {
    const lab = openStore({ login: 'native' })
    const browser = openBrowser(lab)
    await submitPassword(browser)
    browser.jar.delete('rt')
    return { lab, browser }
  }

  test.each([
    [-1, 200],
    [0, 302],
    [1, 302],
  ])('CK-07: %d seconds from half an hour of idleness the answer is %d', async (offset, status) => {
    const { lab, browser } = await inside()
    lab.advance(30 * 60 + offset)
    expect((await browser.get(cart)).status).toBe(status)
  })

  test.each([
    [-1, 200],
    [0, 302],
  ])('CK-07: %d seconds from twelve busy hours the answer is %d', async (offset, status) => {
    const { lab, browser } = await inside()
    for (let quarter = 1; quarter < 48; quarter++) {
      lab.advance(15 * 60)
      expect((await browser.get(cart)).status).toBe(200)
    }
    lab.advance(15 * 60 + offset)
    expect((await browser.get(cart)).status).toBe(status)
  })

  test('CK-06: a session id that is shown by hand after its end is refused', async () => {
    const { lab, browser } = await inside()
    const sid = browser.jar.get('sid') ?? ''
    lab.advance(31 * 60)
    const replay = openBrowser(lab)
    replay.jar.set('sid', sid)
    expect(location(await replay.get(cart)).pathname).toBe('/login')
    expect(lab.changed.some(({ op, key }) => op === 'delete' && key === sid)).toBe(true)
  })
})

describe('what the applications make of cookies they get', () => {
  test.each([
    ['sid', 'sid=SID; sid=other'],
    ['sid, the right one last', 'sid=other; sid=SID'],
    ['rt', 'sid=SID; rt=a; rt=b'],
    ['sid, both the same', 'sid=SID;sid=SID'],
    ['that mark a login', 'sid=SID; __Host-login=a; __Host-login=b'],
  ])('CK-10: with two cookies %s the application refuses rather than picks', async (_, text) => {
    const lab = openStore()
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    const cookie = text.replaceAll('SID', browser.jar.get('sid') ?? '')
    const answer = await browser.get(cart, { cookie })
    expect(answer.status).toBe(400)
    expect(cookiesSet(answer)).toEqual([])
  })

  test('CK-10: cookies of others may come twice, and in any order', async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    const sid = browser.jar.get('sid') ?? ''
    const cookie = `x=1; rt=refresh-1; xsid=2; x=3; sid=${sid}; sidx=4`
    expect((await browser.get(cart, { cookie })).status).toBe(200)
  })

  test.each([
    ['no cookie', ''],
    ['only a session id that nobody gave out', 'sid=made-up'],
    ['an empty session id', 'sid='],
    ['names of JavaScript', 'sid=__proto__; __proto__=x'],
    ['a broken escape', 'sid=%zz'],
    ['no name', '=x; ;;; ='],
  ])('CK-19: %s leads to the login, not to an error', async (_, cookie) => {
    const answer = await openBrowser(openStore()).get(cart, { cookie })
    expect(answer.status).toBe(302)
    expect(location(answer).pathname).toBe('/login')
  })

  test('CK-19: whatever stands in the Cookie header, no answer is a server error', async () => {
    const lab = openStore()
    const text = fc.stringMatching(/^[\x21-\x7e ]{0,60}$/)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(cart, '/login', '/oauth-callback', '/logged-out', '/'),
        fc.oneof(
          text,
          text.map((value) => `sid=${value}`),
        ),
        async (path, cookie) => {
          expect((await openBrowser(lab).get(path, { cookie })).status).toBeLessThan(500)
        },
      ),
      cases(400),
    )
  })

  test('CK-09: no cookie leans on its path: all are for the whole host', async () => {
    const paths = (await allLines()).map(({ attributes }) =>
      attributes.find((attribute) => attribute.startsWith('Path=')),
    )
    expect(new Set(paths)).toEqual(new Set(['Path=/']))
  })

  test('CK-08: Store, Forums and FusionAuth each have a host of their own', async () => {
    const { messages } = await played({ workflow: slugs.code })
    const hosts = new Map<string, Set<string>>()
    for (const { kind, to, http } of messages)
      if (kind === 'request' && http !== null)
        hosts.set(to, (hosts.get(to) ?? new Set()).add(new URL(http.url).hostname))
    expect([...hosts.keys()].toSorted()).toEqual(['Forums', 'FusionAuth', 'Store'])
    expect(new Set([...hosts.values()].map((own) => [...own].join())).size).toBe(3)
    for (const own of hosts.values()) expect(own.size).toBe(1)
  })
})

describe('requests that another site makes', () => {
  const foreign = (mode: string, dest: string, site = 'cross-site') => ({
    'sec-fetch-site': site,
    'sec-fetch-mode': mode,
    'sec-fetch-dest': dest,
  })

  const idle = async () => {
    const lab = openStore()
    const browser = openBrowser(lab)
    await logIn(lab, browser)
    lab.advance(31 * 60)
    return { lab, browser, before: lab.server.calls.length }
  }

  test.each([
    ['a picture', foreign('no-cors', 'image')],
    ['a fetch', foreign('cors', 'empty')],
    ['a script', foreign('no-cors', 'script')],
    ['a frame', foreign('navigate', 'iframe')],
    ['a fetch of the sister application', foreign('cors', 'empty', 'same-site')],
  ])('CK-04: %s does not get as far as the refresh token', async (_, headers) => {
    const { lab, browser, before } = await idle()
    const answer = await browser.get(cart, headers)
    expect(answer.status).toBe(403)
    expect(cookiesSet(answer)).toEqual([])
    expect(lab.server.calls).toHaveLength(before)
  })

  test('CK-04: the refresh token is never sent in clear, as its cookie is Secure', async () => {
    const lines = await allLines()
    const tokens = lines.filter(({ name }) => name === 'rt')
    expect(tokens.length).toBeGreaterThan(3)
    expect(tokens.every(({ attributes }) => attributes.includes('Secure'))).toBe(true)
  })

  test.each([
    ['a link from elsewhere', foreign('navigate', 'document')],
    ['an address typed in', foreign('navigate', 'document', 'none')],
    ['a page of our own', foreign('navigate', 'document', 'same-origin')],
    ['a browser that says nothing', {}],
  ])('CK-04: %s is served', async (_, headers) => {
    const { browser } = await idle()
    expect((await browser.get(cart, headers)).status).toBe(200)
  })

  test('CK-20: where SameSite does nothing, a form of another site still does nothing', async () => {
    for (const login of ['authorization-code', 'native'] as const) {
      const lab = openStore({ login })
      const browser = openBrowser(lab)
      await (login === 'native' ? submitPassword(browser) : logIn(lab, browser))
      const from = { origin: 'https://evil.example', ...foreign('navigate', 'document') }
      const fields = { loginId: 'mallory@example.com', password: 'x' }
      const kept = new Map(browser.jar)
      const answers = [
        await browser.post('/login', fields, from),
        await browser.post('/logout', {}, from),
      ]
      expect(answers.map(({ status }) => status)).toEqual([login === 'native' ? 403 : 404, 403])
      expect(browser.jar).toEqual(kept)
      expect((await browser.get(cart)).body).toContain('Ada Winter')
    }
  })

  test('CK-20: where SameSite does nothing, a frame of another site can log out, and no more', async () => {
    const { lab, browser } = await idle()
    const answer = await browser.get('/logout/front-channel', foreign('navigate', 'iframe'))
    expect(answer.status).toBe(200)
    expect([...browser.jar]).toEqual([])
    expect(headerOf(answer.headers, 'content-security-policy')).not.toContain('evil')
    expect(answer.body).not.toContain('Ada')
    expect(lab.server.to('DELETE /api/jwt/refresh')).toHaveLength(1)
  })
})

describe('headers that guard each answer', () => {
  test('every answer says that it must not be kept nor guessed at', async () => {
    const lab = openStore()
    lab.server.answer('POST /oauth2/token', () => empty(500))
    const browser = openBrowser(lab)
    const paths = ['/', '/login', cart, '/nowhere', '/oauth-callback', '/logged-out']
    for (const path of paths) {
      const { headers } = await browser.get(path)
      expect(headerOf(headers, 'cache-control')).toBe('no-store')
      expect(headerOf(headers, 'x-content-type-options')).toBe('nosniff')
    }
  })

  test('every page forbids scripts, frames around it and anything from elsewhere', async () => {
    const browser = openBrowser(openStore())
    for (const path of ['/', '/nowhere', '/oauth-callback', '/logged-out']) {
      const policy = headerOf((await browser.get(path)).headers, 'content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('script-src')
    }
  })
})
