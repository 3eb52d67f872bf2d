import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy before a server that counts the bytes of its answers' bodies, as they travel. */
export interface CountingProxy {
  readonly url: string
  readonly bytes: () => number
  readonly requests: () => number
  stop(): void
}

/** Workers and frames tell a page's tools little of what they load; here all of it passes. */
export const openCountingProxy = async (target: string): Promise<CountingProxy> => {
  const { hostname, port } = new URL(target)
  let bytes = 0
  let requests = 0
  const server = createServer((incoming, outgoing) => {
    requests += 1
    const { method, headers, url } = incoming
    const asked = request({ hostname, port, method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.pipe(outgoing)
    })
    asked.on('error', () => outgoing.destroy())
    incoming.pipe(asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    bytes: () => bytes,
    requests: () => requests,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
