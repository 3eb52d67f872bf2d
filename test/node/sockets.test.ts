import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { Unreachable } from '../../scenarios/engine/ports.ts'
import type { HeaderList, WireRequest } from '../../scenarios/model/wire.ts'
import { reasonOf } from '../../server/node/reasons.ts'
import { createSocketTransport, type SocketOptions } from '../../server/node/sockets.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'

const open: { readonly server: Server; readonly sockets: Set<Socket> }[] = []

const listen = async (server: Server): Promise<string> => {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  open.push({ server, sockets })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  }
})

const serveHttp = (listener: RequestListener): Promise<string> => listen(createHttpServer(listener))

/** A server that says one thing, byte by byte as given, to whoever connects, and hangs up or not. */
const serveRaw = (answer: string, hangUp: 'end' | 'reset' | 'never' = 'end'): Promise<string> =>
  listen(
    createServer((socket) => {
      socket.once('data', () => {
        if (answer !== '') socket.write(answer)
        if (hangUp === 'end') socket.end()
        if (hangUp === 'reset') setTimeout(() => socket.resetAndDestroy(), 20)
      })
    }),
  )

const send = (
  origin: string,
  request: Partial<WireRequest> = {},
  options: Partial<SocketOptions> = {},
) =>
  createSocketTransport({ allowOrigin: origin, timeoutMs: 5000, maxBytes: 100_000, ...options })({
    method: 'GET',
    url: `${origin}/`,
    headers: [],
    body: '',
    ...request,
  })

const failure = async (sending: Promise<unknown>): Promise<Unreachable> => {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Unreachable)
  return error as Unreachable
}

/** Everything that arrives, as it arrives, up to the end of the body. */
const record = async (request: Partial<WireRequest>) => {
  const heard: Buffer[] = []
  const origin = await listen(
    createServer((socket) => {
      socket.on('data', (chunk) => {
        heard.push(chunk)
        if (
          Buffer.concat(heard)
            .toString()
            .endsWith(request.body ?? '')
        )
          socket.end('HTTP/1.1 204 No Content\r\n\r\n')
      })
    }),
  )
  await send(origin, { ...request, url: `${origin}${request.url ?? '/'}` })
  const [head = '', body = ''] = Buffer.concat(heard).toString().split('\r\n\r\n')
  const [line, ...fields] = head.split('\r\n')
  return { line, fields, body, host: new URL(origin).host }
}

describe('a request over sockets', () => {
  it('goes out with every header as it is, in order, those included that a page may not set', async () => {
    const headers: HeaderList = [
      ['host', 'example.fusionauth.io'],
      ['cookie', 'a=1; b=2'],
      ['X-Twice', 'one'],
      ['origin', 'https://store.example.com'],
      ['X-Twice', 'two'],
      ['authorization', 'Basic abc'],
    ]
    const { line, fields } = await record({ url: '/oauth2/authorize?x=%20y&z', headers })
    expect(line).toBe('GET /oauth2/authorize?x=%20y&z HTTP/1.1')
    expect(fields).toEqual([...headers.map((pair) => pair.join(': ')), 'connection: close'])
  })

  it('names the host and the length of its body when nobody else did', async () => {
    const body = 'grant_type=password&password=pässword'
    const { fields, body: heard, host } = await record({ method: 'POST', body })
    expect(fields).toEqual([`host: ${host}`, 'content-length: 38', 'connection: close'])
    expect(heard).toBe(body)
  })

  it('cannot smuggle a second request through a false length', async () => {
    const headers: HeaderList = [
      ['Content-Length', '4'],
      ['Transfer-Encoding', 'chunked'],
    ]
    const { fields } = await record({ method: 'POST', headers, body: 'longer than four' })
    expect(fields.slice(1)).toEqual(['content-length: 16', 'connection: close'])
  })
})

describe('a response over sockets', () => {
  it('comes back with every header in order, each Set-Cookie on its own', async () => {
    const origin = await serveRaw(
      'HTTP/1.1 302 Found\r\nSet-Cookie: a=1; Path=/\r\nLocation: /next\r\nSet-Cookie: b=2, c=3\r\nContent-Length: 2\r\n\r\nok',
    )
    expect(await send(origin)).toEqual({
      status: 302,
      headers: [
        ['set-cookie', 'a=1; Path=/'],
        ['location', '/next'],
        ['set-cookie', 'b=2, c=3'],
        ['content-length', '2'],
      ],
      body: 'ok',
    })
  })

  it('that redirects is not followed', async () => {
    let asked = 0
    const origin = await serveHttp((_request, response) => {
      asked += 1
      response.writeHead(302, { location: '/again' }).end()
    })
    expect((await send(origin)).status).toBe(302)
    expect(asked).toBe(1)
  })

  it.each([
    ['with a chunked body', 'Transfer-Encoding: chunked\r\n\r\n2\r\nHe\r\n3\r\nllo\r\n0\r\n\r\n'],
    ['whose body ends with the connection', 'Connection: close\r\n\r\nHello'],
    ['after an interim one', 'Content-Length: 5\r\n\r\nHello'],
  ])('%s arrives whole', async (title, rest) => {
    const interim = title.includes('interim') ? 'HTTP/1.1 103 Early Hints\r\n\r\n' : ''
    const origin = await serveRaw(`${interim}HTTP/1.1 200 OK\r\n${rest}`)
    expect(await send(origin)).toMatchObject({ status: 200, body: 'Hello' })
  })

  it('that is packed arrives unpacked, its headers as they were', async () => {
    const origin = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('Hello'))
    })
    const { headers, body } = await send(origin)
    expect(body).toBe('Hello')
    expect(headers).toContainEqual(['content-encoding', 'gzip'])
  })

  it('to HEAD has no body, whatever its headers say', async () => {
    const origin = await serveRaw('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n')
    expect(await send(origin, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })

  it('is text in UTF-8, however the packets fall', async () => {
    const origin = await serveHttp((_request, response) => {
      const bytes = Buffer.from('für alle €')
      response.write(bytes.subarray(0, 2))
      setImmediate(() => response.end(bytes.subarray(2)))
    })
    expect((await send(origin)).body).toBe('für alle €')
  })
})

describe('what cannot be reached is said in words', () => {
  it('nobody listens', async () => {
    const origin = await serveRaw('')
    for (const { server } of open.splice(0)) server.close()
    const { message, url } = await failure(send(origin))
    expect(message).toContain('Is FusionAuth running there?')
    expect(url).toBe(`${origin}/`)
  })

  it('the host has no address', async () => {
    const { message } = await failure(send('http://no-such-host.invalid'))
    expect(message).toContain('no-such-host.invalid')
  })

  it('no answer comes in time', async () => {
    const origin = await serveRaw('', 'never')
    const { message } = await failure(send(origin, {}, { timeoutMs: 50 }))
    expect(message).toContain('within 0.05 seconds')
  })

  it('an answer begins in time and never ends', async () => {
    const origin = await serveHttp((_request, response) => {
      const drip = setInterval(() => response.write('.'), 5)
      response.on('close', () => clearInterval(drip))
    })
    const { message } = await failure(send(origin, {}, { timeoutMs: 1000 }))
    expect(message).toContain('did not answer in full')
  })

  it.each([
    ['hangs up at once', '', 'end'],
    ['resets the connection', '', 'reset'],
    ['hangs up within the headers', 'HTTP/1.1 200 OK\r\nContent-Ty', 'end'],
    ['hangs up within the body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', 'end'],
    ['resets within the body', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', 'reset'],
    [
      'hangs up within a chunk',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf',
      'end',
    ],
  ] as const)('the peer %s', async (_title, answer, hangUp) => {
    const { message } = await failure(send(await serveRaw(answer, hangUp)))
    expect(message).toContain('broke off in the middle')
  })

  it.each([
    ['SSH-2.0-OpenSSH_9.2\r\n'],
    ['HTTP/1.1 twohundred OK\r\n\r\n'],
    ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nHello'],
    ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['\0\0\0\0'],
  ])('the peer does not speak HTTP: %j', async (answer) => {
    const { message } = await failure(send(await serveRaw(answer)))
    expect(message).toContain('is not HTTP')
  })

  it('the peer switches to another protocol', async () => {
    const origin = await serveRaw(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
      'never',
    )
    const { message } = await failure(send(origin, {}, { timeoutMs: 1000 }))
    expect(message).toMatch(/other than HTTP|not HTTP/)
  })

  it('the peer speaks no TLS', async () => {
    const origin = (await serveRaw('HTTP/1.1 400 Bad Request\r\n\r\n')).replace('http:', 'https:')
    const { message } = await failure(send(origin))
    expect(message).toContain('does not speak TLS')
  })

  it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'the certificate is not to be trusted: %s',
    (code) => {
      const error = Object.assign(new Error('secret detail'), { code })
      const said = reasonOf(error, 'https://id.example.com', { timeoutMs: 1, maxBytes: 1 })
      expect(sayEnglish(said)).toBe(
        `The certificate of https://id.example.com could not be trusted (${code}).`,
      )
    },
  )

  it('the answer is larger than the bound', async () => {
    const origin = await serveHttp((_request, response) => response.end('x'.repeat(2000)))
    const { message } = await failure(send(origin, {}, { maxBytes: 1000 }))
    expect(message).toContain('larger than 1000 bytes')
    expect((await send(origin, {}, { maxBytes: 2000 })).body).toHaveLength(2000)
  })

  it('the answer is small, but unpacks to more than the bound', async () => {
    const origin = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000)))
    })
    expect((await failure(send(origin))).message).toContain('larger than 100000 bytes')
  })

  it('the packing of the answer is damaged', async () => {
    const origin = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip')
    })
    expect((await failure(send(origin))).message).toContain('packing is damaged')
  })

  it('a header holds a line break: nothing is sent, and nothing of it is repeated', async () => {
    let connected = 0
    const server = createServer(() => {
      connected += 1
    })
    const headers: HeaderList = [['x-secret', 'abc\r\nx-injected: 1']]
    const { message } = await failure(send(await listen(server), { headers }))
    expect(message).toContain('no HTTP header may hold')
    expect(message).not.toContain('abc')
    expect(connected).toBe(0)
  })

  it('one failure leaves the transport usable', async () => {
    let broken = true
    const origin = await serveHttp((_request, response) => {
      if (broken) response.destroy()
      else response.end('Hello')
      broken = false
    })
    const transport = createSocketTransport({
      allowOrigin: origin,
      timeoutMs: 5000,
      maxBytes: 1000,
    })
    const request = { method: 'GET', url: `${origin}/`, headers: [], body: '' }
    await failure(transport(request))
    expect((await transport(request)).body).toBe('Hello')
  })
})

describe('only one origin is ever talked to', () => {
  it.each([
    (port: string) => `http://localhost:${port}/`,
    (port: string) => `http://127.0.0.1:${port}@evil.example/`,
    (port: string) => `http://127.0.0.1.evil.example:${port}/`,
    (port: string) => `https://127.0.0.1:${port}/`,
    () => 'http://127.0.0.1/',
    () => 'http://169.254.169.254/latest/meta-data/',
    () => 'file:///etc/passwd',
    () => '//evil.example/',
    () => '/relative',
    () => '',
  ])('%s', async (urlFor) => {
    let connected = 0
    const origin = await listen(
      createServer((socket) => {
        connected += 1
        socket.destroy()
      }),
    )
    const url = urlFor(new URL(origin).port)
    const { message } = await failure(send(origin, { url }))
    expect(message).toContain(`talks to ${origin} only`)
    expect(connected).toBe(0)
  })

  it('its own, in whatever way the address is written', async () => {
    const origin = await serveHttp((_request, response) => response.end('Hello'))
    const { port } = new URL(origin)
    expect((await send(origin, { url: `http://127.0.1:${port}/a/../b` })).body).toBe('Hello')
  })
})
