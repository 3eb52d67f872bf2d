import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { openRun } from '../../server/run.ts'
import { slugs } from '../support/play.ts'
import { type Behind, type BehindOptions, openBehind } from './support/behind.ts'

vi.setConfig({ testTimeout: 60_000 })

const quick = { retries: [20, 20, 20, 20], atEnd: [20, 20] }
const never = { retries: [], atEnd: [20, 20] }

let behind: Behind
afterEach(() => behind.close())

const failing = async (
  instead: BehindOptions['instead'],
  pace: BehindOptions['pace'] = quick,
): Promise<void> => {
  behind = await openBehind('canary-api-key-0123456789', undefined, {
    pace,
    ...(instead === undefined ? {} : { instead }),
  })
}

const opened = async () => openRun({ workflow: slugs.code }, await behind.environment())

const ofRuns = (): readonly string[] =>
  [...behind.standIn.memory.tenants.values()]
    .filter(({ name }) => name.startsWith('Login Lab run '))
    .map(({ id }) => id)

const isDeleting = ({ method, url }: Request): boolean =>
  method === 'DELETE' && url.includes('/api/tenant/')
const isMaking = ({ method, url }: Request): boolean =>
  method === 'POST' && url.includes('/api/tenant/')

/** A switch for a fault. */
const fault = () => {
  const state = { isOn: false, left: Infinity }
  const strikes = (): boolean => {
    if (!state.isOn || state.left <= 0) return false
    state.left -= 1
    return true
  }
  return { state, strikes }
}

test('a tenant that could not be taken away is taken away by a later try', async () => {
  const { state, strikes } = fault()
  await failing((request) =>
    isDeleting(request) && strikes() ? new Response(null, { status: 503 }) : null,
  )
  const run = await opened()
  Object.assign(state, { isOn: true, left: 2 })
  run.close()
  await behind.tenants.settled()
  expect(ofRuns()).toEqual([])
})

test('what could not be taken away is told once, in a sentence of its own', async () => {
  const { state, strikes } = fault()
  await failing((request) =>
    isDeleting(request) && strikes() ? new Response(null, { status: 503 }) : null,
  )
  const run = await opened()
  const [id = ''] = ofRuns()
  Object.assign(state, { isOn: true, left: 3 })
  run.close()
  await behind.tenants.settled()
  expect(behind.told).toEqual([
    `The tenant ${id} of a run could not be taken away: it answered with status 503. It will be taken away by further tries, within minutes or once an hour.`,
  ])
})

test('a tenant that was given up is tried again with the hourly look', async () => {
  const { state, strikes } = fault()
  await failing(
    (request) => (isDeleting(request) && strikes() ? new Response(null, { status: 503 }) : null),
    never,
  )
  vi.useFakeTimers({ toFake: ['Date'] })
  const run = await opened()
  state.isOn = true
  run.close()
  await behind.tenants.settled()
  expect(ofRuns()).toHaveLength(1)
  state.isOn = false
  vi.setSystemTime(Date.now() + 61 * 60 * 1000)
  await behind.environment()
  await behind.tenants.settled()
  vi.useRealTimers()
  expect(ofRuns()).toEqual([])
})

test('a tenant whose making was not answered is taken away when it appears late', async () => {
  const { state, strikes } = fault()
  await failing((request) => {
    if (!isMaking(request) || !strikes()) return null
    const id = request.url.split('/').at(-1) ?? ''
    void request.json().then(async (body) => {
      await setTimeout(50)
      await behind.operator().createTenant(id, body as never)
    })
    return new Response(null, { status: 504 })
  })
  Object.assign(state, { isOn: true, left: 1 })
  await expect(opened()).rejects.toThrow('could not be set up')
  await behind.tenants.settled()
  expect(behind.asked.filter((line) => line.startsWith('POST /api/tenant/'))).toHaveLength(2)
  expect(ofRuns()).toEqual([])
})

test('a tenant whose making was done and not answered is taken away', async () => {
  behind = await openBehind('canary-api-key-0123456789', (request, response) =>
    isMaking(request) ? new Response(null, { status: 502 }) : response,
  )
  await expect(opened()).rejects.toThrow('could not be set up')
  await behind.tenants.settled()
  expect(behind.asked.some((line) => line.startsWith('POST /api/tenant/'))).toBe(true)
  expect(ofRuns()).toEqual([])
})

test('a server that stops in the middle of setting up makes nothing more, and leaves no tenant', async () => {
  await failing(async (request) => {
    if (request.method === 'POST') await setTimeout(200)
    return null
  })
  const opening = expect(opened()).rejects.toThrow('the connection was cut')
  while (!behind.asked.some((line) => line.startsWith('POST /api/tenant/'))) await setTimeout(5)
  await behind.tenants.close()
  await opening
  expect(ofRuns()).toEqual([])
  expect(behind.asked.some((line) => line.startsWith('POST /api/application/'))).toBe(false)
})

test('a server that stops and cannot take a tenant away says who will', async () => {
  const { state, strikes } = fault()
  await failing((request) =>
    isDeleting(request) && strikes() ? new Response(null, { status: 503 }) : null,
  )
  await opened()
  const [id = ''] = ofRuns()
  Object.assign(state, { isOn: true, left: 3 })
  await behind.tenants.close()
  expect(behind.told).toHaveLength(1)
  expect(behind.told[0]).toContain(`The tenant ${id} of a run could not be taken away: it answered`)
  expect(behind.told[0]).toMatch(
    /It will be taken away by a Login Lab that runs at this FusionAuth after 2\S+Z, or by `npm run provision -- --remove`\.$/,
  )
})
