import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { allowScripts, forbidScripts } from '../../server/fusionauth/cross-origin.ts'
import { openRun } from '../../server/run.ts'
import { lessonSystem } from '../../server/world.ts'
import { act } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'

vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

beforeEach(async () => {
  behind = await openBehind()
})
afterEach(() => behind.close())

const ownSite = 'spa/native-login-form-to-fusionauth-jwts-refresh-tokens-cookies'
const parentDomain = 'spa/native-login-form-to-fusionauth-same-domain-jwts-refresh-tokens-cookies'

const system = lessonSystem()
const ours = ['https://store.example.com', 'https://forums.example.com']

const cors = () => behind.standIn.memory.systemConfiguration.get('system')?.corsConfiguration
const opened = async (workflow: string) => openRun({ workflow }, await behind.environment())

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

/** What an operator of the FusionAuth let before. */
const letOthers = async (allowedOrigins: string[]): Promise<void> => {
  const corsConfiguration = { enabled: true, allowedOrigins }
  await behind.operator().patchSystemConfiguration({ systemConfiguration: { corsConfiguration } })
}

describe('whether scripts of the lessons’ pages may call FusionAuth is a setting of all of it', () => {
  test('a run that needs it says so and what to do, and changes nothing', async () => {
    await expect(opened(ownSite)).rejects.toThrow(
      /store\.example\.com.*corsConfiguration\.enabled.*`npm run provision`.*Settings, System, CORS/,
    )
    expect(behind.asked.filter((line) => !line.startsWith('GET '))).toEqual([])
  })

  test('a run that does not need it does not ask', async () => {
    await opened('mobile/native-login-form-to-fusionauth-jwts-refresh-tokens')
    expect(behind.asked).not.toContain('GET /api/system-configuration')
  })

  test('they are let, beside those that are let already, and once only', async () => {
    await letOthers(['https://neighbour.example'])
    expect(await allowScripts(behind.operator(), system)).toMatchObject({ did: 'changed' })
    expect(cors()?.allowedOrigins).toEqual(['https://neighbour.example', ...ours])
    expect(await allowScripts(behind.operator(), system)).toMatchObject({ did: 'kept' })
    expect(await opened(ownSite)).toBeDefined()
  })

  test('their leave is taken away, and that of others stays', async () => {
    await letOthers(['https://neighbour.example'])
    const before = cors()
    await allowScripts(behind.operator(), system)
    await forbidScripts(behind.operator(), system)
    expect(cors()?.allowedOrigins).toEqual(before?.allowedOrigins)
    expect(cors()?.enabled).toBe(true)
    expect(await forbidScripts(behind.operator(), system)).toMatchObject({ did: 'absent' })
  })

  test('where nobody else was let, the filter is off again', async () => {
    await allowScripts(behind.operator(), system)
    await forbidScripts(behind.operator(), system)
    expect(cors()).toMatchObject({ enabled: false, allowedOrigins: [] })
  })
})

describe('the proxy before FusionAuth', () => {
  test.each([
    [ownSite, 'https://example.fusionauth.io', /; SameSite=None.*; Secure/],
    [parentDomain, 'https://login.example.com', /; SameSite=Lax.*; Secure; Domain=example\.com/],
  ])('says of the cookies with tokens what is needed: %s', async (workflow, origin, attributes) => {
    await behind.allowScripts()
    const run = await opened(workflow)
    for (const event of login) await act(run, event)
    const { differences = [], trace } = run.state
    run.close()
    const answer = trace.messages.find(({ id }) => id === 'login.login-api-response')
    expect(answer?.http?.url).toBe(`${origin}/api/login`)
    const lines = answer?.http?.headers.filter(([name]) => name === 'set-cookie') ?? []
    expect(lines.length).toBeGreaterThan(0)
    for (const [, line] of lines) expect(line).toMatch(attributes)
    const told = differences.filter(({ n, kind }) => n === answer?.n && kind === 'header')
    expect(told).toMatchObject([{ what: 'via', reason: { code: 'explained.proxy' } }])
  })

  test('is not there where no cookie of FusionAuth’s is needed across addresses', async () => {
    const run = await opened('mobile/native-login-form-to-fusionauth-jwts-refresh-tokens')
    for (const event of login.filter(({ type }) => type !== 'learner.login')) await act(run, event)
    const { messages } = run.state.trace
    run.close()
    const urls = messages.flatMap(({ to, http }) => (to === 'FusionAuth' && http ? [http.url] : []))
    expect(urls.length).toBeGreaterThan(0)
    for (const url of urls) expect(new URL(url).origin).toBe(behind.origin)
  })
})
