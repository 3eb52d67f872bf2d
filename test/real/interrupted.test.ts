import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Behind, openBehind } from './support/behind.ts'

/** Programs start here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

const jwts = 'webapp/oauth-authorization-code-grant-jwts-refresh-tokens-cookies'

let behind: Behind
/** Milliseconds that FusionAuth takes to delete something. */
let delay = 0

beforeEach(async () => {
  delay = 0
  behind = await openBehind('canary-api-key-0123456789', undefined, {
    instead: async ({ method }) => {
      if (method === 'DELETE' && delay > 0) await setTimeout(delay)
      return null
    },
  })
})
afterEach(() => behind.close())

const ofRuns = (): readonly string[] =>
  [...behind.standIn.memory.tenants.values()]
    .map(({ name }) => name)
    .filter((name) => name.startsWith('Login Lab run '))

/** Starts a command, and waits until its run is under way. */
const under = async (name: string) => {
  const program = fileURLToPath(new URL(`../../server/node/${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, [program, jwts, '--fusionauth', behind.origin], {
    env: { ...process.env, FUSIONAUTH_API_KEY: behind.apiKey },
  })
  const said = { out: '', error: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.error += chunk.toString()))
  const closed = once(child, 'close')
  await expect.poll(() => behind.asked, { timeout: 30_000 }).toContain('POST /oauth2/authorize')
  return { child, said, closed }
}

test.each([
  ['trace', 'SIGINT', 130],
  ['trace', 'SIGTERM', 143],
  ['compare', 'SIGINT', 130],
] as const)(
  '%s that is told by %s to stop takes its tenant away, says so in one line, and prints nothing more',
  async (name, signal, status) => {
    const { child, said, closed } = await under(name)
    expect(ofRuns()).toHaveLength(1)
    child.kill(signal)
    expect((await closed)[0]).toBe(status)
    expect(ofRuns()).toEqual([])
    expect(said.out).toBe('')
    expect(said.error).toMatch(/^Takes its tenant at FusionAuth away, then ends\. .*\n$/)
  },
)

test('a command that is told twice to stop ends at once', async () => {
  const { child, closed } = await under('trace')
  delay = 9_000
  child.kill('SIGINT')
  await setTimeout(700)
  child.kill('SIGINT')
  expect((await closed)[0]).toBe(130)
  expect(ofRuns()).toHaveLength(1)
})
