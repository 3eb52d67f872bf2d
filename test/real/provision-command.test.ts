import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openRun } from '../../server/run.ts'
import { slugs } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'
import { command } from '../support/command.ts'

/** Programs start and whole tours run here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind()
})
afterEach(() => behind.close())

const provision = (...words: string[]) =>
  command('provision', words, { FUSIONAUTH_URL: behind.origin, FUSIONAUTH_API_KEY: behind.apiKey })

test('sets up, is safe to run twice, and takes away again', async () => {
  const first = await provision()
  expect(first).toMatchObject({ status: 0, error: '' })
  expect(first.out).toContain(`FusionAuth 1.69.0 at ${behind.origin}`)
  expect(first.out).toContain('application "Login Lab Store": created')
  expect(first.out).toContain('CORS: changed (corsConfiguration.enabled,')
  const second = await provision()
  expect(second.out).toContain('application "Login Lab Store": as it should be')
  expect(second.out).toContain('CORS: as it should be')
  expect(second.out).not.toMatch(/created|changed/)
  const gone = await provision('--remove')
  expect(gone.out).toContain('tenant "Login Lab": removed')
  expect(gone.out).toContain('tenant "Login Lab (hardened)": removed')
  expect(gone.out).toContain('CORS: removed')
  const left = [...behind.standIn.memory.applications.values()].map(({ name }) => name)
  expect(left).toEqual(['FusionAuth'])
})

test('--remove takes the tenants of runs away too, in use or not, and the key that they share', async () => {
  const { memory } = behind.standIn
  const keys = () => [...memory.keys.values()].map(({ name }) => name)
  const before = keys()
  await openRun({ workflow: slugs.code }, await behind.environment())
  await openRun({ workflow: slugs.native }, await behind.environment())
  const names = () => [...memory.tenants.values()].map(({ name }) => name)
  expect(names().filter((name) => name.startsWith('Login Lab run '))).toHaveLength(2)
  expect(keys()).toContain('Login Lab')
  const { status, out } = await provision('--remove')
  expect(status).toBe(0)
  expect(out.match(/^tenant "Login Lab run .+": removed$/gm)).toHaveLength(2)
  expect(names().filter((name) => name.includes('Login Lab'))).toEqual([])
  expect(keys()).toEqual(before)
})

test('prints no secret', async () => {
  const { out, error } = await provision()
  const secrets = [...behind.standIn.memory.applications.values()].map(
    ({ oauthConfiguration }) => oauthConfiguration.clientSecret,
  )
  expect(secrets).toHaveLength(5)
  for (const secret of [...secrets, behind.apiKey]) expect(out + error).not.toContain(secret)
})

test('a wrong API key is named, with the permission that is asked for first', async () => {
  const { status, error } = await command('provision', [], {
    FUSIONAUTH_URL: behind.origin,
    FUSIONAUTH_API_KEY: 'wrong',
  })
  expect(status).toBe(1)
  expect(error).toContain('Check FUSIONAUTH_API_KEY')
  expect(error).toContain('GET /api/system/version')
})

test('without an address it says what to set, and does nothing', async () => {
  const { status, error } = await command('provision', [])
  expect(status).toBe(2)
  expect(error).toContain('Set FUSIONAUTH_URL and FUSIONAUTH_API_KEY')
})

test('--help lists what the API key must be allowed', async () => {
  const { status, out } = await command('provision', ['--help'])
  expect(status).toBe(0)
  expect(out).toMatch(/\/api\/tenant +GET POST PATCH DELETE/)
})

test('an unknown option is refused with one line', async () => {
  const { status, error } = await command('provision', ['--delete'])
  expect(status).toBe(2)
  expect(error.trim().split('\n')).toHaveLength(1)
})

test('finishes its work when nobody reads what it prints', async () => {
  const program = fileURLToPath(new URL('../../server/node/provision.ts', import.meta.url))
  const env = {
    ...process.env,
    FUSIONAUTH_URL: behind.origin,
    FUSIONAUTH_API_KEY: behind.apiKey,
  }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const status = await new Promise((resolve) => child.on('close', resolve))
  expect(status).toBe(0)
  expect([...behind.standIn.memory.tenants.values()].map(({ name }) => name)).toContain(
    'Login Lab (hardened)',
  )
})
