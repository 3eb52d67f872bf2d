import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Bindings } from '../transport/bridge.ts'
import { readAtMost } from './body.ts'

/** The part of an application that a listener needs. */
export interface Listenable {
  fetch(request: Request, env: Bindings): Response | Promise<Response>
}

/** An application that listens. */
export interface Listening {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  readonly origin: string
  /** Takes no new connection, and resolves when the open ones are closed. */
  close(): Promise<void>
}

export type ListenResult =
  | { readonly ok: true; readonly listening: Listening }
  | { readonly ok: false; readonly problem: string }

const host = '127.0.0.1'

/** Largest body taken, in bytes; a larger one is answered with 413. */
const maxBody = 64 * 1024

/** How long open connections may finish, in milliseconds. */
const patience = 1000

const begin = (server: Server, port: number): Promise<string> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen(port, host, () => resolve(''))
  })

const refusals = new Map([
  ['EADDRINUSE', 'is taken by another program. Choose a free one, or 0 for any'],
  ['EACCES', 'needs more rights than this program has. Choose one from 1024 on'],
])

const close = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(timer)
}

/**
 * Serves an application on the loopback address. Port 0 takes any free one; the application is made
 * when the origin is known.
 */
export const listen = async (
  port: number,
  create: (origin: string) => Listenable,
): Promise<ListenResult> => {
  let application: Listenable | undefined
  let exchange = 0
  const front = new Hono()
  front.all('*', async (c) => {
    const { method, url, headers, body: stream } = c.req.raw
    let body: Uint8Array | null | undefined
    try {
      body = stream === null ? null : await readAtMost(stream, maxBody)
    } catch {
      return c.text('The body did not arrive whole.', 400)
    }
    if (body === undefined) return c.text('The body is too large.', 413)
    // Not the adapter's request but the platform's own, which others can be made from.
    const request = new Request(url, { method, headers, body: body as Uint8Array<ArrayBuffer> })
    return application?.fetch(request, { exchange: ++exchange }) ?? c.body(null, 503)
  })
  const listener = getRequestListener((request) => front.fetch(request), {
    overrideGlobalObjects: false,
    errorHandler: () => new Response('The request is not valid HTTP.', { status: 400 }),
  })
  const server = createServer({ requestTimeout: 30_000 }, listener as unknown as RequestListener)
  const code = await begin(server, port)
  if (code !== '') {
    const why = refusals.get(code) ?? `cannot be listened to (${code})`
    return { ok: false, problem: `Port ${port} ${why}.` }
  }
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`
  application = create(origin)
  return { ok: true, listening: { origin, close: () => close(server) } }
}
