import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Served } from './lab.ts'

/** What holds on to a server of this process, as Node tells it (node:diagnostics_channel). */
export interface Connections {
  /** Paths of all requests so far, in order. */
  readonly requests: readonly string[]
  /** What requests for such a path said that they have already (`Last-Event-ID`), in order; null for nothing. */
  readonly lastEventIds: (path: RegExp) => readonly (string | null)[]
  /** Paths of requests whose answer has not ended. */
  readonly pending: () => readonly string[]
  /**
   * How many TCP connections are left when those are closed on which nothing is under way. One that a
   * browser opened beforehand and has asked nothing on yet is the browser's, and not counted.
   */
  readonly held: () => number
  /** Resets every connection that asks for such a path, now and from now on; gives the way to stop. */
  readonly cut: (path: RegExp) => () => void
  /** How many requests were reset. */
  readonly resets: () => number
  /** Looks no longer. */
  readonly stop: () => void
}

const channel = 'http.server.request.start'

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly server: Server
}

/** Watches the connections of a server from now on. */
export const observeConnections = ({ url }: Served): Connections => {
  const port = Number(new URL(url).port)
  const requests: string[] = []
  const heads: { readonly path: string; readonly lastEventId: string | null }[] = []
  const pending = new Map<ServerResponse, { readonly path: string; readonly socket: Socket }>()
  const sockets = new Set<Socket>()
  const servers = new Set<Server>()
  let isCut: RegExp | null = null
  let resets = 0

  const reset = (socket: Socket): void => {
    resets += 1
    socket.resetAndDestroy()
  }
  const onRequest = (message: unknown): void => {
    const { request, response, server } = message as Exchange
    const { socket, url: path = '' } = request
    if (socket.localPort !== port) return
    servers.add(server)
    requests.push(path)
    const lastEventId = request.headers['last-event-id']
    heads.push({ path, lastEventId: typeof lastEventId === 'string' ? lastEventId : null })
    if (!sockets.has(socket)) socket.once('close', () => sockets.delete(socket))
    sockets.add(socket)
    pending.set(response, { path, socket })
    response.once('close', () => pending.delete(response))
    // The answer has no socket yet.
    if (isCut?.test(path) === true) reset(socket)
  }
  subscribe(channel, onRequest)

  return {
    requests,
    lastEventIds: (path) =>
      heads.filter((head) => path.test(head.path)).map(({ lastEventId }) => lastEventId),
    pending: () => [...pending.values()].map(({ path }) => path),
    held: () => {
      for (const server of servers) server.closeIdleConnections()
      return sockets.size
    },
    cut: (path) => {
      isCut = path
      for (const asked of pending.values()) if (path.test(asked.path)) reset(asked.socket)
      return () => {
        isCut = null
      }
    },
    resets: () => resets,
    stop: () => void unsubscribe(channel, onRequest),
  }
}
