import { describe, expect, test } from 'vitest'
import { chromiumPolicy } from '../../scenarios/engine/cookie-jar.ts'
import type { FetchRequest, ScriptPage } from '../../scenarios/engine/script/page-script.ts'
import { headerOf } from '../../scenarios/engine/wire.ts'
import type { HeaderList } from '../../scenarios/model/wire.ts'
import {
  type Answering,
  fetched,
  fusionAuth,
  openBrowser,
  pageWith,
  scripted,
  sibling,
  store,
} from './support/browser.ts'
import { inEnglish, made } from '../support/texts.ts'

const allowed: HeaderList = [
  ['access-control-allow-origin', store],
  ['access-control-allow-credentials', 'true'],
]

/** Sets a cookie with the first answer, and asks again. */
const twice = async (
  url: string,
  cookie: string,
  request: FetchRequest,
  blockThirdParty = false,
) => {
  const browser = await scripted(
    async (page) => {
      await page.fetch(url, request)
      await page.fetch(url, request)
    },
    () => ({ headers: [...allowed, ['set-cookie', cookie]] }),
    { policy: { ...chromiumPolicy, blockThirdParty } },
  )
  const requests = browser.requests.filter((one) => one.url === new URL(url, store).href)
  return { browser, sent: headerOf(requests.at(-1)?.headers ?? [], 'cookie') }
}

describe('cookies of a script’s request', () => {
  const there = `${fusionAuth}/api`
  const none = 'rt=1; Secure; SameSite=None'
  test.each<[string, string, string, FetchRequest, boolean, string | null]>([
    ['to its own origin go by themselves', '/api', 'sid=1', {}, false, 'sid=1'],
    [
      'to its own origin stay when it says omit',
      '/api',
      'sid=1',
      { credentials: 'omit' },
      false,
      null,
    ],
    ['to another origin stay unless it asks', there, none, {}, false, null],
    [
      'to another site go when it asks and they are SameSite=None',
      there,
      none,
      { credentials: 'include' },
      false,
      'rt=1',
    ],
    [
      'to another site are not even stored when they are Lax',
      there,
      'rt=1; Secure; SameSite=Lax',
      { credentials: 'include' },
      false,
      null,
    ],
    [
      'to another site stay in a browser that blocks third parties',
      there,
      none,
      { credentials: 'include' },
      true,
      null,
    ],
    [
      'to a neighbour of the same site go when it asks',
      `${sibling}/api`,
      'rt=1; SameSite=Strict',
      { credentials: 'include' },
      true,
      'rt=1',
    ],
  ])('%s', async (_, url, cookie, request, blocks, expected) => {
    expect((await twice(url, cookie, request, blocks)).sent).toBe(expected)
  })

  test('a browser that blocks third parties says so, and names the rule', async () => {
    const { browser } = await twice(there, none, { credentials: 'include' }, true)
    const received = browser.recorder.messages.flatMap((message) => message.received)
    expect(received[0]).toMatchObject({ name: 'rt', stored: false, rule: 'third-party' })
  })

  test('are read by scripts unless they are HttpOnly', async () => {
    const seen: string[] = []
    await scripted(
      async (page) => {
        await page.fetch('/api')
        seen.push(page.cookie())
      },
      () => ({
        headers: [
          ['set-cookie', 'sid=1; HttpOnly'],
          ['set-cookie', 'theme=dark'],
        ],
      }),
    )
    expect(seen).toEqual(['theme=dark'])
  })
})

describe('what a request of a script says of itself', () => {
  const fields = async (url: string, request: FetchRequest = {}) => {
    const { sent, browser } = await fetched(url, request, () => ({ headers: allowed }))
    const message = browser.recorder.messages.filter(({ kind }) => kind === 'request').at(-1)
    return { headers: sent[0]?.headers ?? [], by: message?.by }
  }
  test.each([
    ['/api', {}, 'same-origin', null, `${store}/`],
    ['/api', { method: 'POST' }, 'same-origin', store, `${store}/`],
    [`${sibling}/api`, {}, 'same-site', store, `${store}/`],
    [`${fusionAuth}/api`, {}, 'cross-site', store, `${store}/`],
  ])('%s %o', async (url, request, site, origin, referer) => {
    const { headers, by } = await fields(url, request)
    expect(by).toBe('script')
    expect(headerOf(headers, 'sec-fetch-site')).toBe(site)
    expect(headerOf(headers, 'sec-fetch-mode')).toBe('cors')
    expect(headerOf(headers, 'sec-fetch-dest')).toBe('empty')
    expect(headerOf(headers, 'origin')).toBe(origin)
    expect(headerOf(headers, 'referer')).toBe(referer)
  })
})

describe('what a script does is seen in the trace', () => {
  const act = async (
    script: (page: ScriptPage) => Promise<void>,
    answering: Answering = () => ({}),
  ) => {
    const browser = await scripted(script, answering)
    return { browser, messages: browser.recorder.messages.slice(2) }
  }

  test('a value put into local storage is an arrow with the change', async () => {
    const { messages } = await act(async (page) =>
      page.localStorage.setItem('jwt', 'a', {
        name: 'local-storage-drop',
        label: made('Keeps it'),
      }),
    )
    expect(messages).toMatchObject([
      {
        id: 'initialize.local-storage-drop',
        kind: 'self',
        from: 'Browser',
        changes: [
          {
            where: 'Browser.localStorage',
            op: 'set',
            key: `${store} jwt`,
            before: null,
            after: 'a',
          },
        ],
      },
    ])
  })

  test('without an arrow of its own it stands on the next one', async () => {
    const { messages } = await act(async (page) => {
      page.localStorage.setItem('jwt', 'a')
      page.localStorage.removeItem('jwt')
      page.note({ name: 'done', label: made('Done') })
    })
    expect(messages.map(({ changes }) => changes.map(({ op }) => op))).toEqual([['set', 'delete']])
  })

  test('a page shown with an answer stands on the answer’s arrow', async () => {
    const { browser, messages } = await act(
      async (page) => {
        await page.fetch('/api', { shows: ({ body }) => ({ path: '/inside', html: body }) })
      },
      () => ({ body: '<title>Inside</title>' }),
    )
    expect(messages.at(-1)?.changes).toEqual([
      {
        where: 'Browser.pages',
        op: 'set',
        key: 'Store',
        before: null,
        after: { url: `${store}/inside`, html: '<title>Inside</title>' },
      },
    ])
    expect(browser.agent.page('Store')).toMatchObject({
      url: `${store}/inside`,
      title: 'Inside',
    })
  })

  test('what is kept while an answer is read stands on the answer’s arrow too', async () => {
    const { messages } = await act(
      async (page) => {
        await page.fetch('/api', {
          shows: ({ body }) => {
            page.localStorage.setItem('jwt', body)
            return null
          },
        })
      },
      () => ({ body: 'a' }),
    )
    expect(messages.at(-1)).toMatchObject({
      kind: 'response',
      changes: [{ where: 'Browser.localStorage', key: `${store} jwt`, after: 'a' }],
    })
  })

  test('a page shown without an answer is an arrow to itself', async () => {
    const { browser, messages } = await act(async (page) =>
      page.show(
        { path: '/login', html: '<form></form>' },
        { name: 'form', label: made('Renders') },
      ),
    )
    expect(messages).toMatchObject([{ kind: 'self', label: made('Renders') }])
    expect(browser.agent.page('Store')?.forms).toHaveLength(1)
  })

  test('leaving a page ends its script', async () => {
    const answers: unknown[] = []
    const { browser } = await act(async (page) => {
      await page.assign('/elsewhere')
      answers.push(await page.fetch('/late'))
      page.note({ name: 'late', label: made('Late') })
    })
    expect(browser.requests.map(({ url }) => url)).toEqual([`${store}/`, `${store}/elsewhere`])
    expect(answers).toEqual([{ ok: false, why: 'unreachable' }])
    expect(browser.recorder.messages.at(-1)?.kind).toBe('response')
  })

  test('a page that sends itself on in a circle is stopped', async () => {
    const { browser } = await act(
      (page) => page.assign('/again'),
      () => pageWith(),
    )
    expect(browser.requests.length).toBeLessThan(20)
    expect(browser.recorder.messages.at(-1)?.id).toContain('gives-up')
  })

  test('nobody there: the script hears of it, and so does the trace', async () => {
    const { answer, browser } = await fetched('/api', {}, () => null)
    expect(answer).toEqual({ ok: false, why: 'unreachable' })
    expect(inEnglish(browser.recorder.messages.at(-1)?.label ?? '')).toBe(
      'No answer: nobody is there',
    )
  })
})

describe('storage', () => {
  const reading = async (tab: string, path: string, storage: 'localStorage' | 'sessionStorage') => {
    const seen: (string | null)[] = []
    const browser = openBrowser(() => pageWith(), {
      test: async (page) => {
        seen.push(page[storage].getItem('k'))
        page[storage].setItem('k', page.location.origin)
      },
    })
    await browser.agent.visit('one', `${store}/`)
    await browser.agent.visit(tab, path)
    return seen
  }
  test('local storage is the origin’s, in every tab', async () => {
    expect(await reading('two', `${store}/x`, 'localStorage')).toEqual([null, store])
  })
  test('another origin of the same site has its own', async () => {
    expect(await reading('one', `${sibling}/`, 'localStorage')).toEqual([null, null])
  })
  test('session storage is the tab’s', async () => {
    expect(await reading('two', `${store}/`, 'sessionStorage')).toEqual([null, null])
    expect(await reading('one', `${store}/x`, 'sessionStorage')).toEqual([null, store])
  })
  test('an app keeps its values on the device', async () => {
    const browser = openBrowser(
      () => ({}),
      {
        app: async (page) => {
          page.localStorage.setItem('jwt', 'a', { name: 'keep', label: made('Keeps it') })
          await page.fetch(`${fusionAuth}/api`, { method: 'PUT', headers: [['x-a', '1']] })
        },
      },
      { kind: 'phone' },
    )
    await browser.agent.launch('Store', `${store}/`, { program: 'app', settings: null })
    expect(browser.agent.storage.read('jwt')).toBe('a')
    expect(browser.recorder.messages[0]?.changes[0]?.where).toBe('Mobile.device')
    expect(browser.requests.map(({ method }) => method)).toEqual(['PUT'])
    const names = browser.requests[0]?.headers.map(([name]) => name)
    expect(names).toEqual(['host', 'user-agent', 'accept', 'x-a'])
  })
})

describe('a page’s policy', () => {
  const csp = (value: string): HeaderList => [['content-security-policy', value]]
  const withNonce = '<script data-program="test" nonce="abc"></script>'
  const runs = async (policy: string | null, html: string) => {
    let ran = 0
    const browser = openBrowser(() => pageWith(policy === null ? [] : csp(policy), html), {
      test: async (_, { type }) => {
        if (type === 'load') ran += 1
      },
    })
    await browser.agent.visit('Store', `${store}/`)
    const told = browser.recorder.messages.filter(({ id }) => id.includes('blocked-by-csp'))
    return { ran, told: told.map(({ label }) => inEnglish(label)) }
  }
  test.each<[string, string | null, string, number]>([
    ['no policy', null, '<script data-program="test"></script>', 1],
    ['the right nonce', "script-src 'nonce-abc'", withNonce, 1],
    ['the wrong nonce', "script-src 'nonce-xyz'", withNonce, 0],
    ['nothing allowed', "default-src 'none'", withNonce, 0],
    ['own scripts only', "script-src 'self'", '<script data-program="test"></script>', 0],
    ['inline allowed', "script-src 'unsafe-inline'", '<script data-program="test"></script>', 1],
    [
      'inline allowed, but for a nonce',
      "script-src 'unsafe-inline' 'nonce-abc'",
      '<script data-program="test"></script>',
      0,
    ],
    [
      'a handler needs unsafe-inline',
      "script-src 'nonce-abc'",
      '<img src="x" onerror="steal()" data-program="test">',
      0,
    ],
    ['a handler, unprotected', null, '<img src="x" onerror="steal()" data-program="test">', 1],
    [
      'data is no script',
      "default-src 'none'",
      '<script type="application/json" data-program="test"></script>',
      0,
    ],
  ])('scripts: %s', async (_, policy, html, expected) => {
    expect((await runs(policy, html)).ran).toBe(expected)
  })

  test('a script that must not run is an arrow that names the directive', async () => {
    expect((await runs("default-src 'none'; script-src 'self'", withNonce)).told).toEqual([
      'Blocked by the page’s policy: script-src',
    ])
  })

  test.each([
    ["connect-src 'self'", false],
    [`connect-src 'self' ${fusionAuth}`, true],
    ['connect-src https://*.fusionauth.io', true],
    ['connect-src https:', true],
    ["default-src 'self'; script-src 'unsafe-inline'", false],
    ["script-src 'unsafe-inline'", true],
    ["connect-src https:, connect-src 'self'", false],
  ])('asking elsewhere under %s: %s', async (policy, expected) => {
    const { sent, answer } = await fetched(`${fusionAuth}/api`, {}, () => ({ headers: allowed }), {
      headers: csp(
        policy.includes('script-src') ? policy : `${policy}; script-src 'unsafe-inline'`,
      ),
    })
    expect(sent).toHaveLength(expected ? 1 : 0)
    expect(answer.ok).toBe(expected)
  })

  test('scripts put in as text do not run, handlers in it do, if the policy lets them', async () => {
    const rendered = async (headers: HeaderList) => {
      const ran: string[] = []
      const html =
        '<script data-program="other"></script><img src="x" onerror="steal()" data-program="payload">'
      const note = (name: string) => async () => void ran.push(name)
      const browser = openBrowser(() => pageWith(headers), {
        test: async (page, { type }) => {
          if (type === 'load') page.show({ path: '/x', html })
        },
        other: note('other'),
        payload: note('payload'),
      })
      await browser.agent.visit('Store', `${store}/`)
      return ran
    }
    expect(await rendered([])).toEqual(['payload'])
    expect(await rendered(csp("script-src 'nonce-abc'"))).toEqual([])
  })
})

describe('the fragment of an address', () => {
  test('stays in the browser: the script sees it, the server does not', async () => {
    const seen: string[] = []
    const browser = openBrowser(
      ({ url }) =>
        url === `${fusionAuth}/go`
          ? { status: 302, headers: [['location', `${store}/callback#access_token=x`]] }
          : pageWith(),
      { test: async (page) => void seen.push(page.location.hash) },
    )
    await browser.agent.visit('Store', `${fusionAuth}/go`)
    expect(browser.requests.at(-1)?.url).toBe(`${store}/callback`)
    expect(seen).toEqual(['#access_token=x'])
  })

  test('is no part of a Referer', async () => {
    const browser = await scripted(
      async (page) => {
        page.show({ path: '/x#token', html: '' })
        await page.fetch('/api')
      },
      () => ({}),
    )
    expect(headerOf(browser.requests.at(-1)?.headers ?? [], 'referer')).toBe(`${store}/x`)
  })
})

describe('links and forms of a page with a script', () => {
  const html =
    '<script data-program="test"></script><a href="/there">There</a><form action="/go" method="post"></form>'
  const press = async (prevents: boolean) => {
    const events: string[] = []
    const browser = openBrowser(({ method }) => (method === 'GET' ? pageWith([], html) : {}), {
      test: async (_, event) => {
        events.push(event.type)
        if (event.type !== 'load' && prevents) event.preventDefault()
      },
    })
    await browser.agent.visit('Store', `${store}/`)
    const form = browser.agent.page('Store')?.forms[0]
    if (form === undefined) throw new Error('the page has no form')
    await browser.agent.press('Store', `${store}/there`)
    await browser.agent.enter('Store', form, new URLSearchParams())
    return {
      events,
      sent: browser.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`),
    }
  }
  test('are the script’s when it prevents what would happen', async () => {
    expect(await press(true)).toEqual({ events: ['load', 'press', 'submit'], sent: ['GET /'] })
  })
  test('do what they always do otherwise', async () => {
    expect((await press(false)).sent).toEqual(['GET /', 'GET /there', 'POST /go'])
  })
})
