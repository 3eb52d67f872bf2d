import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LabEvent } from '../../scenarios/model/event.ts'
import { memberOf } from '../../scenarios/model/json.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { ids } from '../../server/fusionauth/ids.ts'
import { removeRunTenants } from '../../server/fusionauth/run-tenants.ts'
import { openRun } from '../../server/run.ts'
import { act, slugs } from '../support/play.ts'
import { type Behind, type Bend, openBehind } from './support/behind.ts'

vi.setConfig({ testTimeout: 60_000 })

let behind: Behind

const bent = async (bend?: Bend): Promise<void> => {
  behind = await openBehind('canary-api-key-0123456789', bend)
}

beforeEach(() => bent())
afterEach(() => behind.close())

const opened = async (): Promise<Run> =>
  openRun({ workflow: slugs.code }, await behind.environment())

const login: readonly LabEvent[] = [
  { type: 'learner.open', app: 'Store' },
  { type: 'learner.login', app: 'Store' },
  { type: 'learner.submit', app: 'Store', credentials: 'right' },
]

const hour = 60 * 60 * 1000

const tenants = () => [...behind.standIn.memory.tenants.values()]
const names = (): readonly string[] => tenants().map(({ name }) => name)
const ofRuns = () => tenants().filter(({ name }) => name.startsWith('Login Lab run '))

/** Everything at the stand-in but the key that all runs share. */
const all = (): string => {
  const { memory } = behind.standIn
  const others = [...memory.keys].filter(([id]) => id !== ids.key)
  const held = [memory.tenants, memory.applications, memory.users, memory.refreshTokens.rows]
  return JSON.stringify([others, ...held.map((one) => [...one])])
}

/** A tenant as a server leaves it that was killed: so many milliseconds after a run could need it. */
const leave = async (
  tail: string,
  since: number,
  change: { readonly id?: string; readonly name?: string; readonly data?: object } = {},
): Promise<void> => {
  const until = new Date(Date.now() - since).toISOString()
  const {
    id = `6c6f6769-6e20-4c61-8301-${tail}`,
    name = `Login Lab run ${tail}`,
    data = { loginLab: { instance: 'another', began: until, until } },
  } = change
  await behind.operator().createTenant(id, { tenant: { name, data } })
}

describe('a run at a real FusionAuth', () => {
  test('has a tenant that says whose it is, from when and until when', async () => {
    const before = Date.now()
    await opened()
    const [tenant, ...more] = ofRuns()
    expect(more).toEqual([])
    const mark = tenant?.data['loginLab']
    expect(memberOf(mark, 'instance')).toMatch(/^[\da-f-]{36}$/)
    const [began, until] = [memberOf(mark, 'began'), memberOf(mark, 'until')].map(String)
    expect(Date.parse(began ?? '')).toBeGreaterThanOrEqual(before)
    expect(Date.parse(until ?? '') - Date.parse(began ?? '')).toBe(12 * hour)
  })

  test('is set up without waiting for what does not depend on another: applications and user', async () => {
    await behind.close()
    let under = 0
    let meet = (): void => undefined
    const met = new Promise<null>((resolve) => {
      meet = () => resolve(null)
    })
    behind = await openBehind('canary-api-key-0123456789', undefined, {
      // Each is answered when all three are asked for.
      instead: ({ method, url }) => {
        if (method !== 'GET' || !/\/api\/(?:application|user)\//.test(url)) return null
        under += 1
        if (under === 3) meet()
        return met
      },
    })
    await opened()
    expect(under).toBe(3)
  })

  test('leaves nothing behind but the key when it is closed', async () => {
    const before = all()
    const run = await opened()
    for (const event of login) await act(run, event)
    expect(all()).not.toBe(before)
    run.close()
    await behind.tenants.settled()
    expect(all()).toBe(before)
  })

  test('leaves the tenant of another run alone, also at its end', async () => {
    const [one, other] = [await opened(), await opened()]
    expect(ofRuns()).toHaveLength(2)
    one.close()
    await behind.tenants.settled()
    expect(ofRuns()).toHaveLength(1)
    for (const event of login) await act(other, event)
    expect(other.state.trace.messages.at(-1)?.http?.body).toContain('Your cart, Ada Winter')
  })

  test('that could not be set up to its end takes away what was made of it', async () => {
    await behind.close()
    await bent((request, response) =>
      request.method === 'POST' && request.url.includes('/api/user/')
        ? new Response(null, { status: 401 })
        : response,
    )
    const before = all()
    await expect(opened()).rejects.toThrow('allow it POST for /api/user')
    await behind.tenants.settled()
    expect(all()).toBe(before)
  })
})

describe('a permission that the API key lacks is named', () => {
  // oxfmt-ignore
  test.each([
    ['DELETE', '/api/tenant'],
    ['GET', '/api/key'],
    ['POST', '/api/key'],
    ['GET', '/api/tenant'],
    ['POST', '/api/tenant'],
    ['GET', '/api/application'],
    ['POST', '/api/application'],
    ['GET', '/api/user'],
    ['POST', '/api/user'],
    ['POST', '/api/user/registration'],
  ])('%s %s', async (method, endpoint) => {
    await behind.close()
    await bent((request, response) => {
      const { pathname } = new URL(request.url)
      const rest = pathname.slice(endpoint.length)
      const isIt = pathname.startsWith(endpoint) && !rest.startsWith('/registration')
      return request.method === method && isIt ? new Response(null, { status: 401 }) : response
    })
    await expect(opened()).rejects.toThrow(`allow it ${method} for ${endpoint} (`)
  })

  test('that to delete tenants before one is made', async () => {
    await behind.close()
    await bent((request, response) =>
      request.method === 'DELETE' ? new Response(null, { status: 401 }) : response,
    )
    await expect(opened()).rejects.toThrow('allow it DELETE for /api/tenant')
    expect(behind.asked.filter((line) => line.startsWith('POST '))).toEqual([])
  })
})

describe('what a server has left behind that was killed', () => {
  test('is taken away when the next one begins', async () => {
    await leave('00000000000a', 2 * hour)
    await behind.environment()
    await behind.tenants.settled()
    expect(ofRuns()).toEqual([])
  })

  test('is left as long as the run may live, and an hour more for clocks that differ', async () => {
    await leave('00000000000a', -hour)
    await leave('00000000000b', hour / 2)
    await behind.environment()
    await behind.tenants.settled()
    expect(ofRuns()).toHaveLength(2)
  })

  // oxfmt-ignore
  test.each([
    ['a tenant of another id', { id: '6c6f6769-6e20-4c61-8200-00000000000c' }],
    ['a tenant of another name', { name: 'Neighbours' }],
    ['a tenant that does not say until when', { data: {} }],
    ['a tenant that says no date', { data: { loginLab: { until: 'soon' } } }],
  ])('is no other than that: %s is left', async (_, change) => {
    await leave('00000000000c', 100 * hour, change)
    const before = names()
    await behind.environment()
    await behind.tenants.settled()
    expect(names()).toEqual(before)
  })

  test('is no tenant of a run that goes on, whoever begins', async () => {
    const run = await opened()
    const stranger = behind.operator()
    expect(await removeRunTenants(stranger, Date.now() + 12 * hour)).toEqual([])
    for (const event of login) await act(run, event)
    expect(run.state.trace.messages.at(-1)?.http?.body).toContain('Your cart, Ada Winter')
  })

  test('is looked for once an hour, not with each run', async () => {
    await behind.environment()
    await behind.tenants.settled()
    await leave('00000000000a', 2 * hour)
    await behind.environment()
    await behind.tenants.settled()
    expect(ofRuns()).toHaveLength(1)
  })
})
