import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import type { Bindings } from '../transport/bridge.ts'
import { readAtMost } from './read-at-most.ts'

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

/** How long open connections may finish, in milliseconds. */
const patience = 1000

/** Largest body taken, in bytes; a larger one is answered with 413. */
const maxBody = 64 * 1024

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

/** An error that the application did not answer itself: where it came from, and nothing it carries. */
const report = (error: unknown): Response => {
  const { name, stack = '' } = error instanceof Error ? error : new Error('no Error was thrown')
  const where = stack.split('\n').filter((line) => /^\s+at /.test(line))
  process.stderr.write(`${[`Unexpected ${name}`, ...where.slice(0, 8)].join('\n')}\n`)
  return new Response('Something went wrong.', { status: 500 })
}

const refuseOrReport = (error: unknown): Response =>
  error instanceof RequestError
    ? new Response('The request is not valid HTTP.', { status: 400 })
    : report(error)

/** The request, whose body is known to be small enough; undefined when it is not. */
const bounded = async (request: Request): Promise<Request | undefined> => {
  const { headers, method, url } = request
  if (Number(headers.get('content-length') ?? 0) > maxBody) return undefined
  // Only a body that comes in chunks does not say how long it is.
  if (!headers.has('transfer-encoding') || request.body === null) return request
  const body = await readAtMost(request.body, maxBody)
  return body && new Request(url, { method, headers, body: new Uint8Array(body) })
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
  const answer = async (request: Request): Promise<Response> => {
    const asked = await bounded(request)
    if (asked === undefined) return new Response('The body is too large.', { status: 413 })
    return (
      (await application?.fetch(asked, { exchange: ++exchange })) ??
      new Response(null, { status: 503 })
    )
  }
  // The engine works with the platform's own Request and Response, as it does in a page.
  const listener = getRequestListener(answer, {
    overrideGlobalObjects: false,
    errorHandler: refuseOrReport,
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
