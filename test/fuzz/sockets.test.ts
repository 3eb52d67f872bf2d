import { once } from 'node:events'
import { connect } from 'node:net'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openProvider, type Provider } from '../outside/support/provider.ts'
import { cases, patience } from '../support/cases.ts'
import { hostileText } from './support/hostile.ts'

let provider: Provider

beforeAll(async () => {
  provider = await openProvider()
})

afterAll(() => provider.close())

/** Sends bytes, ends, and gives what came back until the other side closed. */
const exchange = async (sent: string): Promise<string> => {
  const socket = connect(Number(new URL(provider.origin).port), '127.0.0.1')
  let received = ''
  socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')))
  socket.on('error', () => socket.destroy())
  socket.write(Buffer.from(sent))
  socket.end()
  await once(socket, 'close')
  return received
}

const word = hostileText.map((text) => text.slice(0, 200))

/** Something that resembles HTTP, with a place or two where it does not. */
const almostHttp = fc
  .record({
    method: fc.oneof(fc.constantFrom('GET', 'POST', 'DELETE', 'PATCH', 'CONNECT'), word),
    path: fc.oneof(
      fc.constantFrom('/oauth2/token', '/oauth2/authorize', '/api/login', '/api/user', '*', '//'),
      word,
    ),
    version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9'),
    host: fc.oneof(fc.constant('localhost'), word),
    headers: fc.array(fc.tuple(word, word), { maxLength: 3 }),
    length: fc.option(fc.oneof(fc.nat(40), fc.constantFrom(-1, 1e12))),
    body: word,
  })
  .map(({ method, path, version, host, headers, length, body }) =>
    [
      `${method} ${path} ${version}`,
      `Host: ${host}`,
      'Connection: close',
      ...headers.map((header) => header.join(': ')),
      ...(length === null ? [] : [`Content-Length: ${length}`]),
      '',
      body,
    ].join('\r\n'),
  )

describe('The stand-in at a socket', patience, () => {
  test('answers whatever bytes come with less than 500, and lives on', async () => {
    await fc.assert(
      fc.asyncProperty(almostHttp, async (sent) => {
        const status = /^HTTP\/1\.1 (\d{3}) /.exec(await exchange(sent))?.[1]
        // A request that never ended is given up without an answer.
        if (status !== undefined) expect(Number(status)).toBeLessThan(500)
      }),
      cases(400),
    )
    expect((await fetch(`${provider.origin}/api/health`)).status).toBe(200)
  })
})
