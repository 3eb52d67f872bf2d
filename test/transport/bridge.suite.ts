import { Hono } from 'hono'
import { getCookie, setCookie, deleteCookie } from 'hono/cookie'
import { expect, test } from 'vitest'
import type { HeaderList, WireRequest } from '../../scenarios/model/wire.ts'
import { type Bindings, bridged, serve } from '../../server/transport/bridge.ts'

const application = () => {
  const app = new Hono<{ Bindings: Bindings }>()
  app.use(bridged())
  app.get('/headers', (c) => c.json(Object.entries(c.req.header())))
  app.get('/cookies', (c) => c.json(getCookie(c)))
  app.get('/exchange', (c) => c.json(c.env.exchange))
  app.get('/two', (c) => {
    c.header('x-second', '2')
    setCookie(c, 'b', '2', { httpOnly: true, path: '/' })
    setCookie(c, 'a', '1; x', { path: '/' })
    return c.text('two')
  })
  app.get('/away', (c) => {
    setCookie(c, 'sid', '1')
    return c.redirect('https://store.example/next?a=b', 303)
  })
  app.get('/replaced', (c) => {
    c.header('set-cookie', 'first=1')
    c.header('Set-Cookie', 'second=2')
    return c.text('')
  })
  app.get('/deleted', (c) => {
    deleteCookie(c, 'sid')
    return c.text('')
  })
  app.get('/failing', (c) => {
    setCookie(c, 'sid', '1')
    throw new Error('broken')
  })
  app.all('/echo', async (c) =>
    c.json([c.req.method, c.req.header('content-type') ?? null, await c.req.text()]),
  )
  app.post('/form', async (c) => c.json(await c.req.parseBody()))
  app.onError((_, c) => c.text('caught', 500))
  return app
}

const get = (path: string, headers: HeaderList = []): WireRequest => ({
  method: 'GET',
  url: `https://store.example:8443${path}`,
  headers,
  body: '',
})

const post = (path: string, body: string, type: string): WireRequest => ({
  method: 'POST',
  url: `https://store.example${path}`,
  headers: [['content-type', type]],
  body,
})

const setCookies = (headers: HeaderList) =>
  headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)

/** The same claims in Node and in a page. */
export const bridgeSuite = (): void => {
  const ask = serve(application())

  test.each([
    ['cookie', 'sid=1; theme=dark'],
    ['origin', 'https://forums.example'],
    ['referer', 'https://forums.example/thread'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-mode', 'navigate'],
    ['authorization', 'Basic eDp5'],
    ['x-anything', 'goes'],
  ])('A handler reads the %s header that was sent', async (name, value) => {
    const { body } = await ask(get('/headers', [[name, value]]), 1)
    expect(JSON.parse(body)).toContainEqual([name, value])
  })

  test('The Host header is that of the URL, whatever the caller claims', async () => {
    const { body } = await ask(get('/headers', [['host', 'evil.example']]), 1)
    expect(JSON.parse(body)).toContainEqual(['host', 'store.example:8443'])
  })

  test('A cookie header is parsed by the application', async () => {
    const { body } = await ask(get('/cookies', [['cookie', 'a=1; b=2']]), 1)
    expect(JSON.parse(body)).toEqual({ a: '1', b: '2' })
  })

  test('Two Cookie lines become one cookie string', async () => {
    const lines: HeaderList = [
      ['cookie', 'a=1'],
      ['cookie', 'b=2'],
    ]
    const { body } = await ask(get('/cookies', lines), 1)
    expect(JSON.parse(body)).toEqual({ a: '1', b: '2' })
  })

  test('A handler knows the number of the exchange it answers', async () => {
    expect((await ask(get('/exchange'), 42)).body).toBe('42')
  })

  test('Every Set-Cookie comes back on its own line, in the order set', async () => {
    const { headers } = await ask(get('/two'), 1)
    expect(setCookies(headers)).toEqual(['b=2; Path=/; HttpOnly', 'a=1%3B%20x; Path=/'])
  })

  test('An answer is the same list of headers everywhere', async () => {
    expect(await ask(get('/two'), 1)).toEqual({
      status: 200,
      headers: [
        ['content-type', 'text/plain; charset=UTF-8'],
        ['set-cookie', 'b=2; Path=/; HttpOnly'],
        ['set-cookie', 'a=1%3B%20x; Path=/'],
        ['x-second', '2'],
      ],
      body: 'two',
    })
  })

  test('A redirect keeps its status, its Location and its cookie, and is not followed', async () => {
    const answer = await ask(get('/away'), 1)
    expect(answer.status).toBe(303)
    expect(answer.headers).toEqual([
      ['location', 'https://store.example/next?a=b'],
      ['set-cookie', 'sid=1; Path=/'],
    ])
  })

  test('A cookie set again without append replaces the first, as in Hono', async () => {
    expect(setCookies((await ask(get('/replaced'), 1)).headers)).toEqual(['second=2'])
  })

  test('A deleted cookie is sent as one that has run out', async () => {
    expect(setCookies((await ask(get('/deleted'), 1)).headers)).toEqual(['sid=; Max-Age=0; Path=/'])
  })

  test('A cookie set before a failure is still in the error answer', async () => {
    const answer = await ask(get('/failing'), 1)
    expect([answer.status, answer.body]).toEqual([500, 'caught'])
    expect(setCookies(answer.headers)).toEqual(['sid=1; Path=/'])
  })

  test('An unknown path is answered with 404', async () => {
    expect((await ask(get('/nowhere'), 1)).status).toBe(404)
  })

  test('A JSON body arrives as text, letters of every language included', async () => {
    const { body } = await ask(post('/echo', '{"word":"Füße 漢字"}', 'application/json'), 1)
    expect(JSON.parse(body)).toEqual(['POST', 'application/json', '{"word":"Füße 漢字"}'])
  })

  test('A form body is parsed by the application', async () => {
    const type = 'application/x-www-form-urlencoded'
    const { body } = await ask(post('/form', 'a=1+2&b=%C3%A9', type), 1)
    expect(JSON.parse(body)).toEqual({ a: '1 2', b: 'é' })
  })

  test('A GET has no body, even when one is given', async () => {
    const { body } = await ask({ ...get('/echo'), body: 'ignored' }, 1)
    expect(JSON.parse(body)).toEqual(['GET', null, ''])
  })

  test('A HEAD is answered with the headers alone', async () => {
    const answer = await ask({ ...get('/two'), method: 'HEAD' }, 1)
    expect([answer.status, answer.body]).toEqual([200, ''])
    expect(setCookies(answer.headers)).toHaveLength(2)
  })

  test.each([
    ['an address that is none', { ...get(''), url: 'not an address' }],
    ['a method that is none', { ...get('/two'), method: 'G ET' }],
    ['a header name that is none', get('/two', [['a b', 'c']])],
    ['a line break in a header', get('/two', [['x-a', 'b\r\nset-cookie: c=d']])],
  ])('A request with %s is answered with 400', async (_, request) => {
    expect((await ask(request, 1)).status).toBe(400)
  })

  test('An application that does not begin with the bridge is refused', () => {
    const app = new Hono<{ Bindings: Bindings }>()
    app.get('/', (c) => c.text('x'))
    app.use(bridged())
    expect(() => serve(app)).toThrow('app.use(bridged())')
  })
}
