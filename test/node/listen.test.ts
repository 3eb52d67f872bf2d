import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, type Listening } from '../../server/node/listen.ts'

let listening: Listening

beforeAll(async () => {
  const result = await listen(0, () => ({
    fetch: async (request, { exchange }) => {
      if (request.url.endsWith('/breaks')) throw new Error('a secret')
      const headers = new Headers({ 'content-type': 'text/plain' })
      for (const cookie of ['a=1; Path=/', 'b=2; Path=/']) headers.append('set-cookie', cookie)
      const said = [request.method, request.url, request.headers.get('cookie'), exchange > 0]
      return new Response([...said, (await request.text()).length].join(' '), { headers })
    },
  }))
  if (!result.ok) throw new Error(result.problem)
  ;({ listening } = result)
})

afterAll(() => listening.close())

/** What comes back for a request as it goes over the wire, to the end of the connection. */
const say = (...lines: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(listening.origin)
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n')))
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => (answer += text))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })

const head = ['POST /form HTTP/1.1', 'Host: id.example.com', 'Connection: close']
const chunk = (size: number): string => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`

test('a request is told with the address that it names, its cookies as one string', async () => {
  const answer = await say(...head, 'Cookie: a=1', 'Cookie: b=2', 'Content-Length: 3', '', 'abc')
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(answer).toMatch(/\r\n\r\nPOST http:\/\/id\.example\.com\/form a=1; b=2 true 3$/)
})

test('each Set-Cookie is a line of its own', async () => {
  const answer = await say(...head, 'Content-Length: 0', '', '')
  expect(answer.match(/^set-cookie: .*$/gim)).toEqual([
    'set-cookie: a=1; Path=/',
    'set-cookie: b=2; Path=/',
  ])
})

test('a body that comes in chunks is read', async () => {
  const body = `${chunk(20_000)}${chunk(20_000)}0\r\n\r\n`
  const answer = await say(...head, 'Transfer-Encoding: chunked', '', body)
  expect(answer).toMatch(/ 40000$/)
})

test.each([
  ['that says how long it is', ['Content-Length: 65537', '', 'x'.repeat(65_537)]],
  ['in chunks', ['Transfer-Encoding: chunked', '', `${chunk(40_000).repeat(2)}0\r\n\r\n`]],
])('a body of more than 64 KiB is refused: one %s', async (_, rest) => {
  expect(await say(...head, ...rest)).toMatch(/^HTTP\/1\.1 413 .*The body is too large\.$/s)
})

test.each(['id example.com', 'id.example.com/path', ''])(
  'a Host that names no host is refused: "%s"',
  async (host) => {
    const answer = await say('GET / HTTP/1.1', `Host: ${host}`, 'Connection: close', '', '')
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*The request is not valid HTTP\.$/s)
  },
)

test('an error of the application is answered with 500, and nothing that it says', async () => {
  const answer = await say('GET /breaks HTTP/1.1', ...head.slice(1), '', '')
  expect(answer).toMatch(/^HTTP\/1\.1 500 .*Something went wrong\.$/s)
  expect(answer).not.toContain('a secret')
})
