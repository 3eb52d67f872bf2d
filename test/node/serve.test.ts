import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { RunState } from '../../scenarios/model/run.ts'
import { readConfig } from '../../server/node/config.ts'
import { serveLab, type Lab } from '../../server/node/serve.ts'
import { createFakeRun, type FakeRun } from './fake-run.ts'

const labs: Lab[] = []
const servers: Server[] = []
const runs: FakeRun[] = []

const start = async (env: Record<string, string> = { PORT: '0' }) => {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.problems.join())
  const result = await serveLab(read.config, {
    openRun: async (options) => {
      const run = createFakeRun(options)
      runs.push(run)
      return run
    },
    workflows: ['webapp/one'],
    assets: new Map(),
    log: (line) => {
      throw new Error(line)
    },
  })
  if (result.ok) labs.push(result.lab)
  return result
}

const startLab = async (env?: Record<string, string>): Promise<Lab> => {
  const result = await start(env)
  if (!result.ok) throw new Error(result.problem)
  return result.lab
}

/** A program that has a port already. */
const occupy = async (): Promise<number> => {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  return (server.address() as AddressInfo).port
}

afterEach(async () => {
  await Promise.all(labs.splice(0).map((lab) => lab.stop()))
  for (const server of servers.splice(0)) server.close()
  runs.splice(0)
})

/** Says something to the server byte by byte, and hears all of its answer. */
const say = (lab: Lab, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(lab.url).port), '127.0.0.1', () => socket.end(text))
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      heard += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })

const post = (lab: Lab, path: string, body: unknown): Promise<Response> =>
  fetch(new URL(path, lab.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const begin = async (lab: Lab): Promise<string> => {
  const response = await post(lab, '/api/runs', { workflow: 'webapp/one' })
  const { id } = (await response.json()) as { id: string }
  return `/api/runs/${id}`
}

describe('the server', () => {
  it('listens on this machine only, unless told otherwise', async () => {
    const { url } = await startLab()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const everywhere = await startLab({ PORT: '0', HOST: '::' })
    expect((await fetch(everywhere.url)).status).toBe(404)
  })

  it('takes the next free port when nobody asked for a certain one', async () => {
    const port = await occupy()
    const read = readConfig({})
    if (!read.ok) throw new Error()
    const content = {
      openRun: () => Promise.reject(new Error()),
      workflows: [],
      log: () => undefined,
    }
    const config = { ...read.config, port }
    const result = await serveLab(config, { ...content, assets: new Map() })
    if (!result.ok) throw new Error(result.problem)
    labs.push(result.lab)
    expect(Number(new URL(result.lab.url).port)).toBeGreaterThan(port)
  })

  it('says so when the port that was asked for is taken', async () => {
    const port = await occupy()
    const result = await start({ PORT: String(port) })
    expect(result).toEqual({
      ok: false,
      problem: `Port ${port} is taken by another program. Set PORT to a free one, or leave it out and one is found.`,
    })
  })

  it('says so when the address is not one of this machine', async () => {
    const result = await start({ PORT: '0', HOST: '192.0.2.1' })
    expect(result.ok ? '' : result.problem).toContain('not an address of this machine')
  })

  it('plays a run over a real connection, and shows it live', async () => {
    const lab = await startLab()
    const run = await begin(lab)
    const live = await fetch(new URL(`${run}/live`, lab.url))
    const reader = live.body?.getReader()
    const first = new TextDecoder().decode((await reader?.read())?.value)
    expect(first).toMatch(/^event: state\nid: main\.0\.0\n/)
    const response = await post(lab, `${run}/events`, { event: { type: 'fusionauth.stop' } })
    const { state } = (await response.json()) as { state: RunState }
    expect(state.trace.messages).toHaveLength(2)
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: increment')
    await reader?.cancel()
  })

  it('gives the place of a follower who is gone to the next one', async () => {
    const lab = await startLab({ PORT: '0', LOGIN_LAB_FOLLOWERS: '1' })
    const live = new URL(`${await begin(lab)}/live`, lab.url)
    const page = new AbortController()
    const first = await fetch(live, { signal: page.signal })
    expect(first.status).toBe(200)
    expect((await fetch(live)).status).toBe(429)
    page.abort()
    await expect.poll(async () => (await fetch(live, { method: 'GET' })).status).toBe(200)
  })

  it('reads no more of a body than its bound, and answers', async () => {
    const lab = await startLab()
    const long = 'x'.repeat(1_000_000)
    expect((await post(lab, '/api/runs', { workflow: long })).status).toBe(413)
    const chunked = [
      'POST /api/runs HTTP/1.1',
      'Host: localhost',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      'Connection: close',
      '',
      (200_000).toString(16),
      'x'.repeat(200_000),
      '0',
      '',
      '',
    ].join('\r\n')
    expect(await say(lab, chunked)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it.each([
    ['no request at all', 'Hello\r\n\r\n', 400],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a Host that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n', 400],
    ['a foreign Host', 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 403],
    [
      'a foreign target',
      'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      403,
    ],
    [
      'a wild target',
      'GET /%zz/../..%2f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      404,
    ],
    [
      'half a body',
      'POST /api/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
      400,
    ],
    ['a wild method', 'BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 400],
  ])('answers %s with a refusal, and goes on', async (_title, text, status) => {
    const lab = await startLab()
    expect(await say(lab, text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect((await fetch(lab.url)).status).toBe(404)
  })

  it('stops cleanly: runs are closed, followers hear why, connections end', async () => {
    const lab = await startLab()
    const run = await begin(lab)
    const live = await fetch(new URL(`${run}/live`, lab.url))
    const stopping = lab.stop()
    const text = await live.text()
    await stopping
    expect(text).toContain('event: end\ndata: {"problem":"Login Lab was stopped.')
    expect(runs[0]?.closed()).toBe(true)
    await expect(fetch(lab.url)).rejects.toThrow()
  })
})
