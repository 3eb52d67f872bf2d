import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createClientOf,
  networkOf,
  readProxies,
} from '../../../server/node/operations/client-address.ts'
import { readConfig } from '../../../server/node/config.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** Who a server takes for the client of a request with these headers, sent from this machine. */
const clientSeen = async (proxies: string, headers: Record<string, string>): Promise<string> => {
  const clientOf = createClientOf(readProxies(proxies) ?? [])
  const app = new Hono()
  app.get('/', (c) => c.text(clientOf(c)))
  const listener = getRequestListener((request, env) => app.fetch(request, env))
  const server = createServer(listener as unknown as RequestListener)
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}/`, { headers })).text()
}

/** Who is taken for the client when a connection comes from any address. */
const clientFrom = async (remoteAddress: string, forwarded: string, proxies: string) => {
  const clientOf = createClientOf(readProxies(proxies) ?? [])
  const app = new Hono()
  app.get('/', (c) => c.text(clientOf(c)))
  const incoming = {
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage
  return (await app.request('/', {}, { incoming })).text()
}

describe('the client of a request', () => {
  it('is whoever has the connection, whatever X-Forwarded-For says', async () => {
    expect(await clientSeen('', { 'x-forwarded-for': '203.0.113.9' })).toBe('127.0.0.1')
    expect(await clientSeen('10.0.0.0/8', { 'x-forwarded-for': '203.0.113.9' })).toBe('127.0.0.1')
  })

  it('is named by X-Forwarded-For when a trusted proxy sends the request', async () => {
    expect(await clientSeen('loopback', { 'x-forwarded-for': '203.0.113.9' })).toBe('203.0.113.9')
  })

  it('is the last address that no trusted proxy has: what stands before it anybody can write', async () => {
    const header = '198.51.100.1, 203.0.113.9, 10.0.0.5'
    expect(await clientFrom('10.0.0.7', header, '10.0.0.0/8')).toBe('203.0.113.9')
  })

  it('is the connection when a trusted proxy names what is no address', async () => {
    expect(await clientFrom('10.0.0.7', 'unknown', '10.0.0.7')).toBe('10.0.0.7')
  })

  it('has one address, written as IPv4 or inside IPv6', async () => {
    expect(await clientFrom('::ffff:203.0.113.9', '', '')).toBe('203.0.113.9')
  })

  it('is nobody in particular where there is no connection', async () => {
    const clientOf = createClientOf([])
    const app = new Hono()
    app.get('/', (c) => c.json(clientOf(c)))
    expect(await (await app.request('/')).json()).toBe('')
  })
})

describe('TRUST_PROXY', () => {
  it.each([
    ['', []],
    ['10.0.0.7', ['10.0.0.7']],
    ['loopback, 10.0.0.0/8 fd00::/8', ['loopback', '10.0.0.0/8', 'fd00::/8']],
    ['10.0.0.0/255.0.0.0', ['10.0.0.0/255.0.0.0']],
  ])('%j names proxies', (text, proxies) => {
    expect(readProxies(text)).toEqual(proxies)
  })

  it.each(['1', 'true', 'proxy.example', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.0/', 'loopback/8'])(
    '%s is refused, and the problem says what to write',
    (TRUST_PROXY) => {
      const read = readConfig({ TRUST_PROXY })
      expect(read.ok ? [] : read.problems).toEqual([
        expect.stringContaining('TRUST_PROXY must be the addresses or ranges of your proxies'),
      ])
    },
  )
})

describe('what counts as one client', () => {
  it('is an address of IPv4', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
    expect(networkOf('')).toBe('')
  })

  it.each(['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:DB8:1:2:0:0:0:9%eth0'])(
    'is the /64 network of %s',
    (address) => expect(networkOf(address)).toBe('2001:db8:1:2::/64'),
  )

  it('tells networks of IPv6 apart', () => {
    expect(networkOf('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })
})
