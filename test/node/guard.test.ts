import { describe, expect, it } from 'vitest'
import type { Site } from '../../server/node/guard.ts'
import { createLab } from './client.ts'

const ask = async (
  headers: Record<string, string>,
  site: Partial<Site> = {},
  url = 'http://127.0.0.1:4173/api/runs/x',
) => {
  const { api } = createLab(
    {},
    { site: { names: [], anyAddress: false, publicOrigin: null, ...site } },
  )
  return api.request(url, { headers })
}

/** 404 means that the guard let the request through: there is no run x. */
const [through, refused] = [404, 403]

describe('the host of a request', () => {
  it.each(['127.0.0.1:4173', 'localhost:4173', 'LOCALHOST', '[::1]:4173', 'localhost:8080'])(
    '%s is ours',
    async (host) => expect((await ask({ host })).status).toBe(through),
  )

  it.each([
    'evil.example',
    'evil.example:4173',
    'localhost.evil.example',
    'localhost:4173.evil.example',
    'localhost@evil.example',
    '127.0.0.1.evil.example',
    'evil.example/localhost',
    '192.168.0.5:4173',
    'localhost, evil.example',
  ])('%s is not: its name may have been pointed at this machine', async (host) => {
    const response = await ask({ host })
    expect(response.status).toBe(refused)
    expect(await response.json()).toHaveProperty('problem')
  })

  it('is refused in the target of a request too', async () => {
    const response = await ask({ host: 'localhost' }, {}, 'http://evil.example/api/runs/x')
    expect(response.status).toBe(refused)
  })

  it('may be any address, but no unknown name, when the server listens on all of them', async () => {
    const site = { anyAddress: true }
    expect((await ask({ host: '192.168.0.5:4173' }, site)).status).toBe(through)
    expect((await ask({ host: '[fd00::5]:4173' }, site)).status).toBe(through)
    expect((await ask({ host: 'evil.example' }, site)).status).toBe(refused)
  })

  it('may be the public one, or the name that the server was told to listen on', async () => {
    const site = { publicOrigin: 'https://lab.example.com', names: ['lab.internal'] }
    expect((await ask({ host: 'lab.example.com' }, site)).status).toBe(through)
    expect((await ask({ host: 'lab.internal:4173' }, site)).status).toBe(through)
    expect((await ask({ host: 'lab.example' }, site)).status).toBe(refused)
  })
})

describe('the origin of a request', () => {
  it('is our own page, or absent', async () => {
    const host = 'localhost:4173'
    expect((await ask({ host, origin: 'http://localhost:4173' })).status).toBe(through)
    expect((await ask({ host })).status).toBe(through)
  })

  it.each([
    'http://evil.example',
    'http://localhost:9999',
    'https://localhost:4173',
    'http://127.0.0.1:4173',
    'null',
    '',
  ])('"%s" is a foreign page', async (origin) => {
    expect((await ask({ host: 'localhost:4173', origin })).status).toBe(refused)
  })

  it('is the public one behind a proxy', async () => {
    const site = { publicOrigin: 'https://lab.example.com' }
    const origin = 'https://lab.example.com'
    expect((await ask({ host: 'localhost:4173', origin }, site)).status).toBe(through)
    expect((await ask({ host: 'lab.example.com', origin }, site)).status).toBe(through)
  })

  it('is looked at before anything is done', async () => {
    const { api, runs } = createLab()
    const response = await api.request('/api/runs', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ workflow: 'webapp/oauth-code' }),
    })
    expect(response.status).toBe(refused)
    expect(runs).toHaveLength(0)
  })
})

describe('every answer', () => {
  it.each([
    ['GET', '/api/runs/x', {}],
    ['GET', '/api/nothing', {}],
    ['PUT', '/api/runs', {}],
    ['POST', '/api/runs', {}],
    ['GET', '/api/runs/x', { host: 'evil.example' }],
  ])('%s %s %j carries the security headers and no permission for other origins', async (...of) => {
    const [method, path, headers] = of
    const { headers: given } = await createLab().api.request(path, { method, headers })
    expect(given.get('content-security-policy')).toContain("default-src 'none'")
    expect(given.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(given.get('x-content-type-options')).toBe('nosniff')
    expect(given.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(given.get('cache-control')).toBe('no-store')
    expect(given.get('access-control-allow-origin')).toBeNull()
    expect(given.get('set-cookie')).toBeNull()
  })
})
