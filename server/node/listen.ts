import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bindings } from '../transport/bridge.ts'
import { readRequest, writeResponse } from './exchange.ts'

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
  const ask = async (request: Request): Promise<Response> => {
    try {
      return (
        (await application?.fetch(request, { exchange: ++exchange })) ??
        new Response(null, { status: 503 })
      )
    } catch (error) {
      return report(error)
    }
  }
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const read = await readRequest(incoming)
    await writeResponse(read.ok ? await ask(read.request) : read.refusal, outgoing)
  }
  const server = createServer({ requestTimeout: 30_000 }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy())
  })
  const code = await begin(server, port)
  if (code !== '') {
    const why = refusals.get(code) ?? `cannot be listened to (${code})`
    return { ok: false, problem: `Port ${port} ${why}.` }
  }
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`
  application = create(origin)
  return { ok: true, listening: { origin, close: () => close(server) } }
}
