import { describe, expect, it } from 'vitest'
import { createHealth, type HealthOptions } from '../../../server/node/operations/health.ts'
import { createPages } from '../../../server/node/pages.ts'
import { createLab } from '../client.ts'

const site = { names: [], anyAddress: false, publicOrigin: null }

/** The whole site of a server with some health. */
const siteOf = (options: Partial<HealthOptions> = {}) => {
  const health = createHealth({
    site,
    isReady: async () => true,
    isStopping: () => false,
    ...options,
  })
  return createPages(new Map(), createLab().api, site, health)
}

const ask = async (path: string, options: Partial<HealthOptions> = {}, init: RequestInit = {}) =>
  siteOf(options).request(`http://127.0.0.1${path}`, init)

describe('/healthz', () => {
  it('says that the process serves', async () => {
    const response = await ask('/healthz')
    expect([response.status, await response.text()]).toEqual([200, 'ok\n'])
  })

  it('goes on saying so while the server stops, and while the store is silent', async () => {
    expect((await ask('/healthz', { isStopping: () => true })).status).toBe(200)
    expect((await ask('/healthz', { isReady: async () => false })).status).toBe(200)
  })
})

describe('/readyz', { timeout: 10_000 }, () => {
  it('says that runs can be opened', async () => {
    expect((await ask('/readyz')).status).toBe(200)
  })

  it.each<[string, Partial<HealthOptions>]>([
    ['the server stops', { isStopping: () => true }],
    ['the store does not answer', { isReady: async () => false }],
    ['the store fails', { isReady: () => Promise.reject(new Error('redis://:secret@store')) }],
    ['the store hangs', { isReady: () => new Promise(() => undefined), patience: 10 }],
  ])('is 503, and says nothing of the inside, when %s', async (_what, options) => {
    const response = await ask('/readyz', options)
    expect([response.status, await response.text()]).toEqual([503, 'unavailable\n'])
  })
})

describe.each(['/healthz', '/readyz'])('%s', (path) => {
  it('answers to whatever name it is asked by', async () => {
    const response = await siteOf().request(`http://node-2.internal:4173${path}`)
    expect(response.status).toBe(200)
  })

  it('is plain text with the headers of every other answer, and is kept nowhere', async () => {
    const { headers } = await ask(path)
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('answers HEAD, and can only be read', async () => {
    expect((await ask(path, {}, { method: 'HEAD' })).status).toBe(200)
    expect((await ask(path, {}, { method: 'POST' })).status).toBe(405)
  })
})

it('pages and the API go on answering to our own names only', async () => {
  for (const path of ['/', '/api', '/healthz/x'])
    expect((await siteOf().request(`http://node-2.internal${path}`)).status).toBe(403)
})
