import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startStandIn } from '../../server/node/package/stand-in.ts'
import type { StandIn, StartOptions } from '../../server/package/types.ts'
import { baker, bakery, form } from './bakery.ts'

/** `login-lab/stand-in` at a socket. */

const open: StandIn[] = []
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'login-lab-stand-in-'))
})

afterEach(async () => {
  for (const standIn of open.splice(0)) await standIn.stop()
  rmSync(folder, { recursive: true })
  vi.unstubAllEnvs()
})

const start = async (options: StartOptions = {}): Promise<StandIn> => {
  const standIn = await startStandIn(options)
  open.push(standIn)
  return standIn
}

const versionAt = async ({ url, apiKey }: Pick<StandIn, 'url' | 'apiKey'>): Promise<unknown> => {
  const headers = { authorization: apiKey }
  return (await fetch(`${url}/api/system/version`, { headers })).json()
}

const issuerAt = async ({ url }: StandIn): Promise<unknown> => {
  const answer = await fetch(`${url}/.well-known/openid-configuration`)
  return ((await answer.json()) as { readonly issuer: string }).issuer
}

test('It answers at a free port of loopback, with a key that works', async () => {
  const standIn = await start()
  expect(standIn.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await versionAt(standIn)).toEqual({ version: '1.69.0' })
})

test('Several answer at once, each with its own key', async () => {
  const [one, other] = await Promise.all([start(), start()])
  expect(await versionAt(one)).toEqual({ version: '1.69.0' })
  expect(
    (await fetch(`${one.url}/api/user`, { headers: { authorization: other.apiKey } })).status,
  ).toBe(401)
})

test('Its port is free again when it has stopped, though a client keeps its connection', async () => {
  const standIn = await start()
  const { port } = new URL(standIn.url)
  const agent = new Agent({ keepAlive: true })
  const [answer] = (await once(get(standIn.url, { agent }), 'response')) as [IncomingMessage]
  await once(answer.resume(), 'end')
  await standIn.stop()
  expect((await start({ port: Number(port) })).url).toBe(standIn.url)
  agent.destroy()
})

test('A port that is taken is told, with what to do', async () => {
  const { port } = new URL((await start()).url)
  await expect(start({ port: Number(port) })).rejects.toMatchObject({
    code: 'port',
    message: `Port ${port} is taken by another program. Choose a free one, or 0 for any.`,
  })
})

test('The end of a block stops it', async () => {
  let url: string
  {
    await using standIn = await startStandIn()
    url = standIn.url
  }
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})

test.each([
  ['a path', (path: string) => path],
  ['an address', (path: string) => pathToFileURL(path)],
])('A Kickstart is read from %s, with the files beside it', async (_, named) => {
  const [tenant, application, registration] = bakery.requests
  writeFileSync(join(folder, 'user.json'), JSON.stringify(registration?.body))
  const file = join(folder, 'kickstart.json')
  const requests = [tenant, application, { ...registration, body: '&{user.json}' }]
  writeFileSync(file, JSON.stringify({ apiKeys: [{ key: 'of the file' }], requests }))
  const standIn = await start({ kickstart: named(file) })
  expect(standIn.apiKey).toBe('of the file')
  expect((await standIn.logIn(form, baker)).searchParams.has('code')).toBe(true)
})

test('A Kickstart file that is not there is told by its name', async () => {
  const kickstart = join(folder, 'nothing.json')
  await expect(start({ kickstart })).rejects.toMatchObject({
    code: 'file',
    message: expect.stringContaining(`"${kickstart}" cannot be read`),
  })
})

test('A Kickstart that is refused leaves nothing listening', async () => {
  const { port } = new URL((await start()).url)
  await open.pop()?.stop()
  const kickstart = { requests: [{ method: 'POST', url: '/api/nothing' }] } as const
  await expect(start({ port: Number(port), kickstart })).rejects.toMatchObject({
    code: 'kickstart',
  })
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed')
})

test('A Kickstart is told the address that is listened at, whatever the environment says', async () => {
  vi.stubEnv('FUSIONAUTH_APP_URL', 'http://elsewhere.example.com')
  const standIn = await start({ kickstart: bakery })
  expect(await issuerAt(standIn)).toBe(standIn.url)
})

test('The options go before the environment of the process', async () => {
  vi.stubEnv('NAME', 'of the process')
  const url = '/api/tenant/#{FUSIONAUTH_TENANT_ID}'
  const body = { tenant: { issuer: '#{ENV.NAME}' } }
  const kickstart = { requests: [{ method: 'PATCH', url, body }] } as const
  expect(await issuerAt(await start({ kickstart }))).toBe('of the process')
  expect(await issuerAt(await start({ kickstart, env: { NAME: 'mine' } }))).toBe('mine')
})

test.each([-1, 1.5, 65_536])('%d is no port', async (port) => {
  await expect(start({ port })).rejects.toMatchObject({ code: 'option' })
})
