import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { Unreachable } from '../../scenarios/engine/ports.ts'
import type { HeaderList, WireRequest, WireResponse } from '../../scenarios/model/wire.ts'
import { reasonOf } from './reasons.ts'
import { textOf } from '../../scenarios/model/text.ts'

/** How far the sockets transport goes. */
export interface SocketOptions {
  /** The only origin it talks to; never taken from a request. */
  readonly allowOrigin: string
  /** Milliseconds for a whole exchange, from the first packet to the last. */
  readonly timeoutMs: number
  /** Bytes of a response body, unpacked. */
  readonly maxBytes: number
}

/** Carries a request over the network. Rejects with `Unreachable`, whatever goes wrong. */
export type Transport = (request: WireRequest) => Promise<WireResponse>

const unpackers = new Map([
  ['gzip', promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)],
  ['x-gzip', promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)],
  ['deflate', promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)],
  ['br', promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress)],
])

const methodsWithBody = new Set(['POST', 'PUT', 'PATCH'])

/**
 * The header fields as they go out: those of the request, in their order, and what HTTP/1.1 needs
 * besides (RFC 9112 §3.2, §6). How the body is framed and whether the connection stays open is
 * the transport's own affair: fields that say otherwise are not passed on.
 */
const outgoing = ({ method, headers, body }: WireRequest, host: string): [string, string][] => {
  const framing = new Set(['transfer-encoding', 'content-length', 'connection', 'keep-alive'])
  const kept = headers.filter(([name]) => !framing.has(name.toLowerCase()))
  const named = kept.some(([name]) => name.toLowerCase() === 'host')
  const length = Buffer.byteLength(body)
  const sized = length > 0 || methodsWithBody.has(method)
  return [
    ...(named ? [] : [['host', host] satisfies [string, string]]),
    ...kept.map(([name, value]): [string, string] => [name, value]),
    ...(sized ? [['content-length', String(length)] satisfies [string, string]] : []),
    ['connection', 'close'],
  ]
}

/** Pairs from Node's flat list; names in lower case, as the trace has them. */
const pairs = (raw: readonly string[]): HeaderList =>
  raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ''] as const] : [],
  )

const collect = async (response: IncomingMessage, most: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw Object.assign(new Error(), { code: 'TOO_LARGE' })
    chunks.push(chunk)
  }
  const packed = Buffer.concat(chunks)
  const unpack = unpackers.get(response.headers['content-encoding']?.trim().toLowerCase() ?? '')
  return unpack === undefined || packed.length === 0
    ? packed
    : unpack(packed, { maxOutputLength: most })
}

/**
 * A transport over TCP or TLS to one origin. Every header goes out and comes in as it is, in order,
 * Cookie, Host and each Set-Cookie included; redirects are answers like any other; each exchange
 * has a connection of its own. A packed body is handed over unpacked, its headers as they came.
 */
export const createSocketTransport = (options: SocketOptions): Transport => {
  const allowed = new URL(options.allowOrigin).origin

  const exchange = (wire: WireRequest, url: URL, signal: AbortSignal): Promise<WireResponse> =>
    new Promise((resolve, reject) => {
      const open = url.protocol === 'https:' ? httpsRequest : httpRequest
      const request = open({
        host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port,
        path: `${url.pathname}${url.search}`,
        method: wire.method,
        headers: outgoing(wire, url.host).flat(),
        agent: false,
        signal,
      })
      request.on('error', reject)
      request.on('upgrade', (_response, socket) => {
        socket.destroy()
        reject(Object.assign(new Error(), { code: 'UPGRADED' }))
      })
      request.on('response', (response) => {
        collect(response, options.maxBytes)
          .then((body) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: pairs(response.rawHeaders),
              body: body.toString('utf8'),
            }),
          )
          .catch((error: unknown) => {
            reject(error)
          })
          .finally(() => request.destroy())
      })
      request.end(wire.body)
    })

  return async (wire) => {
    const url = URL.parse(wire.url)
    if (url?.origin !== allowed)
      throw new Unreachable(wire.url, textOf('network.other-origin', { origin: allowed }))
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), options.timeoutMs)
    try {
      return await exchange(wire, url, controller.signal)
    } catch (error) {
      throw new Unreachable(wire.url, reasonOf(error, allowed, options))
    } finally {
      clearTimeout(timer)
    }
  }
}
