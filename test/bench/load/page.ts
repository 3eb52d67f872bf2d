import { Agent, request, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'

/** Bytes of some connections, both ways, headers included. */
export interface Wire {
  watch(socket: Socket): void
  bytes(): number
}

export const createWire = (): Wire => {
  const open = new Set<Socket>()
  let ofClosed = 0
  const bytesOf = (socket: Socket): number => socket.bytesRead + socket.bytesWritten
  return {
    watch: (socket) => {
      if (open.has(socket)) return
      open.add(socket)
      socket.once('close', () => {
        open.delete(socket)
        ofClosed += bytesOf(socket)
      })
    },
    bytes: () => [...open].reduce((sum, socket) => sum + bytesOf(socket), ofClosed),
  }
}

export interface Answer {
  readonly status: number
  readonly etag: string | null
  /** From the first byte asked to the last one answered, milliseconds. */
  readonly milliseconds: number
  /** What the body says; only worked out when asked for. */
  readonly json: () => unknown
}

interface RequestOptions {
  /** JSON. */
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** The connections of one browser to the server, used again as long as the server keeps them. */
export interface Page {
  /** @throws Error when the connection breaks, or the page has been closed */
  ask(method: string, path: string, options?: RequestOptions): Promise<Answer>
  /** Reads a stream that does not end; gives the way to leave. */
  follow(path: string): () => void
  close(): void
}

/** What Chromium sends with a request of a page's script. */
const chromium = {
  'sec-ch-ua-platform': '"Linux"',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Chromium";v="156", "Not_A Brand";v="99"',
  'sec-ch-ua-mobile': '?0',
  accept: '*/*',
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'en-US,en;q=0.9',
}

/** Connections of one browser to one host. */
const mostSockets = 6

const decoders: Readonly<Record<string, (packed: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
}

const readJson = ({ headers }: IncomingMessage, body: Buffer): unknown => {
  const decode = decoders[headers['content-encoding'] ?? '']
  return JSON.parse((decode === undefined ? body : decode(body)).toString())
}

/**
 * A browser, as seen from the server.
 *
 * @param number of the browser: on Linux each has an address of its own, so that a bound for each
 * client sees as many clients as there are
 */
export const openPage = (url: string, wire: Wire, number: number): Page => {
  const { origin } = new URL(url)
  const localAddress = `127.1.${number >> 8}.${number & 255}`
  const agent = new Agent({
    keepAlive: true,
    maxSockets: mostSockets,
    ...(process.platform === 'linux' && { localAddress }),
  })
  let isClosed = false
  const ask = (
    method: string,
    path: string,
    { body, headers = {}, signal }: RequestOptions = {},
    isAgain = false,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new Error('The page has been closed.'))
      const begun = performance.now()
      const asked = request(new URL(path, origin), {
        agent,
        method,
        headers: {
          ...chromium,
          ...(method !== 'GET' && { origin }),
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          }),
          ...headers,
        },
        ...(signal !== undefined && { signal }),
      })
      asked.on('socket', wire.watch)
      asked.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const milliseconds = performance.now() - begun
          const { statusCode = 0, headers: told } = response
          const etag = told.etag ?? null
          const json = () => readJson(response, Buffer.concat(chunks))
          resolve({ status: statusCode, etag, milliseconds, json })
        })
      })
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // As a browser does when the server closed a connection just as it was used again.
        if (asked.reusedSocket && error.code === 'ECONNRESET' && !isAgain)
          resolve(ask(method, path, { body, headers, signal } as RequestOptions, true))
        else reject(error)
      })
      asked.end(body)
    })
  return {
    ask,
    follow: (path) => {
      const asked = request(new URL(path, origin), {
        agent,
        headers: { ...chromium, accept: 'text/event-stream', 'cache-control': 'no-cache' },
      })
      asked.on('socket', wire.watch)
      asked.on('response', (response) => {
        response.on('error', () => undefined)
        response.resume()
      })
      asked.on('error', () => undefined)
      asked.end()
      return () => asked.destroy()
    },
    close: () => {
      isClosed = true
      agent.destroy()
    },
  }
}
