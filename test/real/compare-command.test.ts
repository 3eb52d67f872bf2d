import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { workflows } from '../../scenarios/catalogue/index.ts'
import { slugs } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'
import { command } from '../support/command.ts'

/** Programs start and whole tours run here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind('canary-api-key-0123456789', (request, response) => {
    if (!request.url.includes('/oauth2/consent')) return response
    return new Response(response.body, { status: 303, headers: response.headers })
  })
})
afterEach(() => behind.close())

const compare = (...words: string[]) =>
  command('compare', words, { FUSIONAUTH_API_KEY: behind.apiKey })

test('lists what differs, message by message, and ends well', async () => {
  const { status, out, error } = await compare('--fusionauth', behind.origin, slugs.code)
  expect(error).toBe('')
  expect(status).toBe(0)
  expect(out).toContain(`FusionAuth 1.69.0 at ${behind.origin}, profile fidelity`)
  expect(out).toMatch(
    /\d+ login\.consent-response · status\n +FusionAuth was expected to answer 302/,
  )
  expect(out).toContain('No surprise: FusionAuth is reached by plain http')
  expect(out).not.toContain(behind.apiKey)
})

test('compares all workflows when none is named, those too that another one stands in the way of', async () => {
  const { status, out, error } = await compare(
    '--fusionauth',
    behind.origin,
    '--format',
    'json',
    '--lesson',
    'wrong-password',
  )
  const all = JSON.parse(out) as { workflow: string; problem: string | null }[]
  expect(all.map(({ workflow }) => workflow)).toEqual(workflows.map(({ slug }) => slug))
  // Nobody has let the pages of these call FusionAuth.
  const stopped = all.filter(({ problem }) => problem !== null)
  expect(stopped).toHaveLength(3)
  for (const { workflow, problem } of stopped) {
    expect(problem).toContain('`npm run provision`')
    expect(error).toContain(`${workflow} stopped early`)
  }
  expect(status).toBe(1)
})

test('compares each workflow that is named, and gives them as data too', async () => {
  const named = Object.values(slugs)
  const { status, out } = await compare('--fusionauth', behind.origin, '--format', 'json', ...named)
  expect(status).toBe(0)
  const all = JSON.parse(out) as { workflow: string; problem: unknown }[]
  expect(all.map(({ workflow }) => workflow)).toEqual(named)
  expect(all.filter(({ problem }) => problem !== null)).toEqual([])
})

test('a FusionAuth that does not answer could not be compared: status 1', async () => {
  const { origin } = behind
  await behind.close()
  const { status, error } = await compare('--fusionauth', origin)
  expect(status).toBe(1)
  expect(error).toContain(`FusionAuth at ${origin} cannot be used`)
})

test.each([
  [['--fusionauth', 'http://127.0.0.1:1', '--format', 'xml'], 'no format "xml"'],
  [[], 'Say which FusionAuth'],
])('%j is a wrong command line: status 2', async (words, problem) => {
  const { status, error } = await compare(...words)
  expect(status).toBe(2)
  expect(error).toContain(problem)
})

test('an unknown workflow is refused with the nearest known one', async () => {
  const { status, error } = await compare(
    '--fusionauth',
    behind.origin,
    slugs.code.replace('authorization', 'authorisation'),
  )
  expect(status).toBe(2)
  expect(error).toContain(slugs.code)
})
