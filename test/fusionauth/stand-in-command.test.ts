import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const start = (words: readonly string[], environment: Record<string, string> = {}) => {
  const child = spawn(process.execPath, ['server/node/stand-in.ts', ...words], {
    env: { ...process.env, FUSIONAUTH_API_KEY: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  return { child, said }
}

const ended = async (words: readonly string[]) => {
  const { child, said } = start(words)
  const [status] = (await once(child, 'close')) as [number]
  return { status, ...said }
}

const ready = async (words: readonly string[], environment?: Record<string, string>) => {
  const { child, said } = start(words, environment)
  while (!said.out.includes('API key')) await once(child.stdout, 'data')
  const [, url = '', key = ''] = /(http:\S+)\nAPI key: (\S+)\n/.exec(said.out) ?? []
  return { child, url, key, out: said.out, said }
}

test('The command prints an address and a key that work', async () => {
  const { url, key } = await ready(['--port', '0'])
  const response = await fetch(`${url}/api/system/version`, { headers: { authorization: key } })
  expect(await response.json()).toEqual({ version: '1.69.0' })
})

test('--help says the port, the key, the exit status, and that it starts empty', async () => {
  const { status, out } = await ended(['--help'])
  expect([status, out]).toEqual([0, expect.stringContaining('9011')])
  for (const said of ['FUSIONAUTH_API_KEY', 'Exit status', 'starts empty', 'Kickstart'])
    expect(out).toContain(said)
})

test('The environment may set the key', async () => {
  expect((await ready(['--port', '0'], { FUSIONAUTH_API_KEY: 'mine' })).key).toBe('mine')
})

test('The command listens on the loopback address', async () => {
  expect((await ready(['--port', '0'])).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('The command stops cleanly on SIGTERM', async () => {
  const { child } = await ready(['--port', '0'])
  child.kill('SIGTERM')
  expect(await once(child, 'close')).toEqual([0, null])
})

test('An API that is asked for and not there is told on standard error, once and without its secrets', async () => {
  const { url, said } = await ready(['--port', '0'])
  const ask = (path: string, method = 'POST') =>
    fetch(url + path, { method, ...(method === 'POST' ? { body: 'hunter2' } : {}) })
  await ask('/api/two-factor/login?code=hunter2')
  await ask('/api/two-factor/login?code=hunter3')
  await ask('/email/verify/k3bDp2WmUjqVQ2h', 'GET')
  await ask('/oauth2/revoke?token=hunter2')
  await ask('/favicon.ico', 'GET')
  await ask(`/api/user/${crypto.randomUUID()}`, 'GET')
  await ask('/api/nothing/1234', 'GET')
  await expect.poll(() => said.err).toContain('nothing')
  expect(said.err.split('\n')).toEqual([
    'POST /api/two-factor/login is asked for. FusionAuth has /api/two-factor, and this stand-in does not copy it.',
    'GET /email/verify/… is asked for. FusionAuth has /email/verify, and this stand-in does not copy it.',
    'POST /oauth2/revoke is asked for. There is nothing at this address.',
    'GET /api/nothing/… is asked for. There is nothing at this address.',
    '',
  ])
})

test('A body of more than 64 KiB is answered with 413', async () => {
  const { url } = await ready(['--port', '0'])
  const response = await fetch(`${url}/api/login`, { method: 'POST', body: 'x'.repeat(65_537) })
  expect(response.status).toBe(413)
})

const kickstart = 'server/fusionauth/kickstart/kickstart.json'

test('With a Kickstart file the command prints its key, and what it sets up is there', async () => {
  const { url, key } = await ready(['--port', '0', '--kickstart', kickstart], {
    FUSIONAUTH_API_KEY: 'key-of-the-file',
    FUSIONAUTH_APP_URL: 'http://localhost:9011',
    FUSIONAUTH_ADMIN_PASSWORD: 'a password of the admin',
    LOGIN_LAB_STORE_SECRET: 'store',
    LOGIN_LAB_FORUMS_SECRET: 'forums',
  })
  const path = '/api/application/6c6f6769-6e20-4c61-8200-00000000000a'
  const response = await fetch(url + path, { headers: { authorization: key } })
  expect(await response.json()).toMatchObject({ application: { name: 'Login Lab Store' } })
})

test('A Kickstart that asks for FUSIONAUTH_APP_URL gets the address that is listened at', async () => {
  const { url } = await ready(['--port', '0', '--kickstart', kickstart], {
    FUSIONAUTH_API_KEY: 'key-of-the-file',
    FUSIONAUTH_ADMIN_PASSWORD: 'a password of the admin',
    LOGIN_LAB_STORE_SECRET: 'store',
    LOGIN_LAB_FORUMS_SECRET: 'forums',
  })
  const response = await fetch(`${url}/.well-known/openid-configuration`)
  expect(await response.json()).toMatchObject({ issuer: url })
})

test('What a Kickstart sets up without effect is told when the command is ready, a line each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kickstart-'))
  const file = join(folder, 'kickstart.json')
  const webhook = { url: 'https://example.com/hook' }
  const applicationConfiguration = { '3c219e58-ed0e-4b18-ad48-f4f92793ae32': { enabled: true } }
  const identityProvider = { type: 'Google', enabled: true, applicationConfiguration }
  const requests = [
    { method: 'POST', url: 'api/webhook', body: { webhook } },
    { method: 'POST', url: 'api/identity-provider', body: { identityProvider } },
  ]
  writeFileSync(file, JSON.stringify({ apiKeys: [{ key: 'key-of-the-file' }], requests }))
  const { url, key, out } = await ready(['--port', '0', '--kickstart', file])
  rmSync(folder, { recursive: true })
  expect(out).toBe(
    [
      `The FusionAuth stand-in listens at ${url}`,
      `API key: ${key}`,
      'Kept without effect: 1 identity provider, 1 webhook.',
      'These matter to a login at FusionAuth, and do nothing here: 1 identity provider on the login page.',
      '',
    ].join('\n'),
  )
})

test('A Kickstart that fails ends the command with status 1 and one line that says where', async () => {
  const { status, out, err } = await ended(['--port', '0', '--kickstart', kickstart])
  expect([status, out]).toEqual([1, ''])
  expect(err).toMatch(/^The variable \w+ uses #\{ENV\.\w+\}, which has no value\. .*\n$/)
})

test('A port that is taken ends the command with status 1 and one line', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { status, out, err } = await ended(['--port', String(port)])
  server.close()
  expect([status, out, err]).toEqual([
    1,
    '',
    `Port ${port} is taken by another program. Choose a free one, or 0 for any.\n`,
  ])
})

test.each([
  [['--kickstart', 'x.json']],
  [['--port', 'many']],
  [['--port', '65536']],
  [['--wrong']],
  [['word']],
])('The words %j end the command with status 2 and one line', async (words) => {
  const { status, out, err } = await ended(words)
  expect([status, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1])
})
