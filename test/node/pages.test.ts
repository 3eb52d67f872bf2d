import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadAssets } from '../../server/node/assets.ts'
import { pagePolicy } from '../../server/policy.ts'
import { createPages } from '../../server/node/pages.ts'
import { createLab } from './client.ts'

const script = `console.log("${'login lab '.repeat(500)}")`
const folder = mkdtempSync(join(tmpdir(), 'login-lab-'))
let pages: Hono

beforeAll(() => {
  mkdirSync(join(folder, 'dist/assets'), { recursive: true })
  mkdirSync(join(folder, 'dist/embed'))
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(folder, 'dist/.sources'), 'stamp')
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>Login Lab</title>')
  writeFileSync(join(folder, 'dist/embed/index.html'), '<!doctype html><title>Embed</title>')
  writeFileSync(join(folder, 'dist/embed.html'), '<!doctype html><title>Player</title>')
  writeFileSync(join(folder, 'dist/embed.js'), script)
  writeFileSync(join(folder, 'dist/favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'dist/player.js'), script)
  writeFileSync(join(folder, 'dist/assets/index-Bx0d9_aZ.js'), script)
  mkdirSync(join(folder, 'dist/recordings'))
  writeFileSync(join(folder, 'dist/recordings/tour.bin'), script)
  const site = {
    names: [],
    anyAddress: false,
    publicOrigin: null,
    embedders: ['https://docs.example.com'],
  }
  pages = createPages(loadAssets(join(folder, 'dist')), createLab().api, site)
})

afterAll(() => rmSync(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  pages.request(path, { headers, method })

describe('what pages of others load', () => {
  const served = (isReal: boolean) =>
    createPages(loadAssets(join(folder, 'dist')), createLab().api, {
      names: [],
      anyAddress: false,
      publicOrigin: null,
      isReal,
    }).request('/recordings/none.bin')

  it('says whether runs of this server are at a real FusionAuth, to pages too', async () => {
    const { headers } = await served(true)
    expect(headers.get('login-lab-runs')).toBe('fusionauth')
    expect(headers.get('access-control-expose-headers')).toBe('login-lab-runs')
    expect((await served(false)).headers.get('login-lab-runs')).toBe(null)
  })
})

describe('a page', () => {
  it('may fetch own lessons from origins that are named, by both of its policies', async () => {
    const meta = pagePolicy().replaceAll("'", '&#39;')
    const page = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${meta}">`
    const other = mkdtempSync(join(tmpdir(), 'login-lab-'))
    writeFileSync(join(other, 'index.html'), page)
    const lessonOrigins = ['https://docs.example.com', 'https://*.school.example']
    const site = { names: [], anyAddress: false, publicOrigin: null, lessonOrigins }
    const served = createPages(loadAssets(other, lessonOrigins), createLab().api, site)
    const response = await served.request('/')
    const expected = pagePolicy(lessonOrigins)
    const policy = /content="([^"]*)"/.exec(await response.text())?.[1]?.replaceAll('&#39;', "'")
    expect(expected).toContain(
      "connect-src 'self' https://docs.example.com https://*.school.example;",
    )
    expect(policy).toBe(expected)
    expect(response.headers.get('content-security-policy')).toContain(expected)
    rmSync(other, { recursive: true })
  })

  it('is served with a policy that lets it load nothing but itself', async () => {
    const response = await get('/')
    expect(await response.text()).toContain('<title>Login Lab</title>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const policy = response.headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    )
    expect(policy?.find((directive) => directive.startsWith('script-src'))).toBe(
      "script-src 'self'",
    )
    expect(response.headers.get('x-frame-options')).toBe('DENY')
  })

  it('may be shown in a frame only if it is made for it, and only by whom the operator names', async () => {
    const { headers } = await get('/embed.html')
    expect(headers.get('content-security-policy')).toMatch(
      /; frame-ancestors 'self' https:\/\/docs\.example\.com$/,
    )
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    for (const path of ['/', '/embed/', '/embed.html/', '/api/runs'])
      expect((await get(path)).headers.get('content-security-policy')).toContain(
        "frame-ancestors 'none'",
      )
  })

  it('of a folder is its index', async () => {
    expect(await (await get('/embed/')).text()).toContain('Embed')
  })

  it('is not sent again when the browser has it', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''
    const again = await get('/', { 'if-none-match': `"other", W/${etag}` })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('is described without being sent', async () => {
    const response = await get('/', {}, 'HEAD')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  it('cannot be written to', async () => {
    const response = await get('/', {}, 'POST')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })

  it('is not shown to a request that names another host', async () => {
    expect((await get('/', { host: 'evil.example' })).status).toBe(403)
  })
})

describe('a file with a hash in its name', () => {
  const path = '/assets/index-Bx0d9_aZ.js'

  it('is kept by the browser for ever', async () => {
    const { headers } = await get(path)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
    ['', null],
    ['nonsense;;q=', null],
  ])('is packed as "%s" allows', async (accepted, packing) => {
    const response = await get(path, { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(packing)
    expect(response.headers.get('vary')).toBe('accept-encoding')
    const bytes = Buffer.from(await response.arrayBuffer())
    const unpack =
      packing === 'br' ? brotliDecompressSync : packing === 'gzip' ? gunzipSync : String
    expect(String(unpack(bytes))).toBe(script)
    if (packing !== null) expect(bytes.length).toBeLessThan(script.length / 4)
  })

  it('has another validator in another packing', async () => {
    const plain = (await get(path)).headers.get('etag')
    expect((await get(path, { 'accept-encoding': 'br' })).headers.get('etag')).not.toBe(plain)
  })
})

describe('what embeds the player', () => {
  const foreign = { origin: 'https://docs.example.com' }

  it.each([
    ['GET', '/embed.js'],
    ['HEAD', '/embed.js'],
    ['GET', '/player.js'],
    ['GET', '/assets/index-Bx0d9_aZ.js'],
    ['GET', '/recordings/tour.bin'],
  ])('is for pages of every origin, under CORS too: %s %s', async (method, path) => {
    for (const origin of ['https://docs.example.com', 'http://localhost:9999', 'null']) {
      const response = await get(path, { origin }, method)
      expect(response.status, origin).toBe(200)
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
      expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    }
  })

  it('says so to everybody, so that a cache holds one answer for all', async () => {
    const first = await get('/embed.js')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    const known = { 'if-none-match': first.headers.get('etag') ?? '' }
    const again = await get('/embed.js', { ...foreign, ...known })
    expect(again.status).toBe(304)
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  })

  it.each([
    ['POST', '/embed.js'],
    ['POST', '/recordings/tour.bin'],
    ['GET', '/recordings'],
    ['GET', '/player.js/assets/'],
    ['OPTIONS', '/embed.js'],
    ['GET', '/embed.js/'],
    ['GET', '//embed.js'],
    ['GET', '/embed.html'],
    ['GET', '/'],
    ['GET', '/api/runs'],
    ['GET', '/api/embed.js'],
  ])('is all that they get: %s %s is refused', async (method, path) => {
    const response = await get(path, foreign, method)
    expect(response.status).toBe(403)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('is not for a name that is not ours', async () => {
    expect((await get('/embed.js', { host: 'evil.example' })).status).toBe(403)
  })
})

describe('what is not there', () => {
  it.each([
    '/nothing',
    '/assets/',
    '/index.html/',
    '/.sources',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/__proto__',
    '/%',
    '/%00',
  ])('%s: a page says so in plain words', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const text = await response.text()
    expect(text).toContain('There is nothing at this address')
    expect(text).not.toContain('outside')
  })

  it('below /api is answered by the API', async () => {
    for (const path of ['/api/', '/api/nothing'])
      expect(await (await get(path)).json()).toEqual({ problem: 'The API has no such address.' })
  })
})
