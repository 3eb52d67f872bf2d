import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installProduct } from '../canary/support/product.ts'
import { slugs } from '../support/play.ts'
import { type Behind, openBehind } from './support/behind.ts'

/** Programs start here, on a machine that may be busy. */
vi.setConfig({ testTimeout: 120_000 })

let behind: Behind
let product: ReturnType<typeof installProduct>

const ofRuns = (): readonly string[] =>
  [...behind.standIn.memory.tenants.values()]
    .filter(({ name }) => name.startsWith('Login Lab run '))
    .map(({ id }) => id)

/** Whether FusionAuth takes its time for each answer, once a run has a tenant there. */
let isSlow = false

beforeEach(async () => {
  isSlow = false
  const instead = async () => {
    if (isSlow && ofRuns().length > 0) await setTimeout(1_500)
    return null
  }
  behind = await openBehind('canary-api-key-0123456789', undefined, { instead })
  product = installProduct({
    PORT: '0',
    LOGIN_LAB_STORE: 'memory',
    FUSIONAUTH_URL: behind.origin,
    FUSIONAUTH_API_KEY: behind.apiKey,
  })
})

afterEach(async () => {
  await behind.close()
  product.remove()
})

const begin = async (url: string): Promise<void> => {
  const response = await fetch(new URL('/api/runs', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ workflow: slugs.code }),
  })
  expect(response.status).toBe(201)
}

/** As if so many hours had gone by since. */
const age = async (tenantId: string, hours: number): Promise<void> => {
  const until = new Date(Date.now() + (12 - hours) * 60 * 60 * 1000).toISOString()
  const data = { loginLab: { until } }
  await behind.operator().patchTenant(tenantId, { tenant: { data } })
}

test('a server that is killed in the middle of a run leaves its tenant, and the next one takes it away, but none that lives', async () => {
  const killed = await product.serve()
  await begin(killed.url)
  const [left = ''] = ofRuns()
  await killed.kill()
  expect(ofRuns()).toEqual([left])

  const living = await product.serve()
  await begin(living.url)
  const alive = ofRuns().filter((id) => id !== left)
  expect(alive).toHaveLength(1)
  await age(left, 14)

  const next = await product.serve()
  await expect.poll(ofRuns).toEqual(alive)
  const { printed } = await next.stop()
  expect(printed).toContain('Took away what earlier runs had left at FusionAuth: 1 tenant.')
  await living.stop()
})

test('a server that is told to stop takes the tenants of its runs away before it ends', async () => {
  const server = await product.serve()
  await begin(server.url)
  await begin(server.url)
  expect(ofRuns()).toHaveLength(2)
  const { status } = await server.stop()
  expect(status).toBe(0)
  expect(ofRuns()).toEqual([])
})

test('a server that is told to stop while a run is being set up, slowly, leaves no tenant', async () => {
  const server = await product.serve()
  isSlow = true
  const refused = begin(server.url).catch(() => undefined)
  await expect.poll(ofRuns, { timeout: 20_000 }).toHaveLength(1)
  const { status } = await server.stop()
  await refused
  expect(status).toBe(0)
  expect(ofRuns()).toEqual([])
})
