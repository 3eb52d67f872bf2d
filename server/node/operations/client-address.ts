import { isIP } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import proxyAddr from 'proxy-addr'

/** The ranges that have a name, as in Express: `loopback`, `linklocal`, `uniquelocal`. */
const ranges = new Set(['loopback', 'linklocal', 'uniquelocal'])

const isProxy = (item: string): boolean => {
  if (ranges.has(item)) return true
  // proxy-addr takes `1` for the address 0.0.0.1; who writes it means a number of proxies.
  if (isIP(item.split('/', 1)[0] ?? '') === 0) return false
  try {
    proxyAddr.compile(item)
    return true
  } catch {
    return false
  }
}

/**
 * Reads a list of proxies: addresses, ranges such as `10.0.0.0/8`, and `loopback`, `linklocal` or
 * `uniquelocal`, with commas or spaces between.
 *
 * @returns undefined when an item is none of these
 */
export const readProxies = (text: string): readonly string[] | undefined => {
  const items = text.split(/[\s,]+/).filter((item) => item !== '')
  return items.every(isProxy) ? items : undefined
}

/** The address that a request came from; '' when that is not known. */
export type ClientOf = (c: Context) => string

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * Tells clients apart by their address: that of the connection, or, when a proxy that is trusted
 * sends the request, the last address in X-Forwarded-For that is not a trusted proxy itself.
 * Anybody can send that header, so from anybody else it says nothing.
 *
 * @param proxies what `readProxies` gave
 */
export const createClientOf = (
  proxies: readonly string[],
): ((c: Pick<Context, 'env'>) => string) => {
  const trusts = proxyAddr.compile([...proxies])
  return (c) => {
    // Without a socket, as in tests, there are no bindings.
    const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
    const peer = incoming?.socket.remoteAddress
    if (incoming === undefined || peer === undefined) return ''
    const address = proxyAddr(incoming, trusts)
    return plain(isIP(address) === 0 ? peer : address)
  }
}

/** The eight groups of an IPv6 address, of which `::` leaves some out. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const left = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...left, ...after]
}

/**
 * What counts as one client: an IPv4 address, or the /64 network of an IPv6 address, since one
 * subscriber has all the addresses of such a network.
 */
export const networkOf = (address: string): string => {
  const [bare = ''] = address.split('%', 1)
  return isIP(bare) === 6 ? `${groupsOf(bare).slice(0, 4).join(':')}::/64` : address
}
