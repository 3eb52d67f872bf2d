import { describe, expect, it } from 'vitest'
import { defaultBounds } from '../../server/node/bounds.ts'
import { readConfig, type Config } from '../../server/node/config.ts'

const config = (env: Record<string, string>): Config => {
  const result = readConfig(env)
  if (!result.ok) throw new Error(result.problems.join(' '))
  return result.config
}

const problems = (env: Record<string, string>): string => {
  const result = readConfig(env)
  return result.ok ? '' : result.problems.join(' ')
}

describe('without any setting', () => {
  it('the server is for this machine only, with the stand-in, at a port that may move', () => {
    expect(config({})).toEqual({
      host: '127.0.0.1',
      port: 4173,
      exactPort: false,
      publicOrigin: null,
      embedders: [],
      lessonOrigins: [],
      fusionauth: null,
      bounds: defaultBounds,
      operations: { proxies: [], metrics: null, log: { level: null, clients: false }, drain: 0 },
      store: { kind: 'file', file: null },
      warnings: [],
    })
  })

  it('an empty variable counts as absent', () => {
    const empty = { PORT: '', HOST: '', FUSIONAUTH_URL: '', LOGIN_LAB_RUNS: '', PUBLIC_URL: '' }
    expect(config(empty)).toEqual(config({}))
  })
})

describe('where it listens', () => {
  it('a port that was asked for is the only one', () => {
    expect(config({ PORT: '8080' })).toMatchObject({ port: 8080, exactPort: true })
    expect(config({ PORT: '0' }).port).toBe(0)
  })

  it.each(['-1', '65536', '80.5', 'http', '1e3', ' 80'])('PORT=%s is refused', (PORT) => {
    expect(problems({ PORT })).toContain('PORT must be')
  })

  it.each(['127.0.0.1', 'localhost', '::1', '[::1]', '127.0.0.2'])(
    'HOST=%s warns of nothing',
    (HOST) => expect(config({ HOST }).warnings).toEqual([]),
  )

  it.each(['0.0.0.0', '::', '192.168.1.5', 'lab.internal', '127.0.0.1.example'])(
    'HOST=%s is warned about: others can reach it',
    (HOST) => expect(config({ HOST }).warnings.join()).toContain(`HOST=${HOST}`),
  )

  it.each(['http://localhost', 'a b', 'x/y'])('HOST=%s is refused', (HOST) => {
    expect(problems({ HOST })).toContain('HOST must be')
  })

  it('a proxy in front has an address of its own', () => {
    const { publicOrigin } = config({ PUBLIC_URL: 'https://lab.example.com/' })
    expect(publicOrigin).toBe('https://lab.example.com')
    expect(problems({ PUBLIC_URL: 'lab.example.com' })).toContain('PUBLIC_URL must be')
    expect(problems({ PUBLIC_URL: 'https://example.com/lab' })).toContain('without a path')
  })
})

describe('who may show the player in a frame', () => {
  it('are named by their origins', () => {
    const EMBED_ORIGINS =
      'https://docs.example.com, https://*.school.example:8443 http://localhost:3000'
    expect(config({ EMBED_ORIGINS }).embedders).toEqual([
      'https://docs.example.com',
      'https://*.school.example:8443',
      'http://localhost:3000',
    ])
    expect(config({ EMBED_ORIGINS: '*' }).embedders).toEqual(['*'])
  })

  it.each([
    'docs.example.com',
    'https://docs.example.com/page',
    'https://a.example; script-src *',
    "'unsafe-inline'",
    'https://*',
    'data:',
  ])('%s is no origin', (EMBED_ORIGINS) => {
    expect(problems({ EMBED_ORIGINS })).toContain('EMBED_ORIGINS must be')
  })
})

describe('from where pages may fetch own lessons', () => {
  it('is named by origins', () => {
    expect(config({}).lessonOrigins).toEqual([])
    const LESSON_ORIGINS = 'https://docs.example.com https://*.school.example'
    expect(config({ LESSON_ORIGINS }).lessonOrigins).toEqual([
      'https://docs.example.com',
      'https://*.school.example',
    ])
  })

  it.each(['*', 'docs.example.com', "https://a.example; script-src 'unsafe-inline'"])(
    '%s is no origin',
    (LESSON_ORIGINS) => {
      expect(problems({ LESSON_ORIGINS })).toContain('LESSON_ORIGINS must be')
    },
  )
})

describe('a real FusionAuth', () => {
  const FUSIONAUTH_API_KEY = 'a-secret-key'

  it('needs an address and a key', () => {
    expect(config({ FUSIONAUTH_URL: 'http://localhost:9011/', FUSIONAUTH_API_KEY })).toMatchObject({
      fusionauth: { url: 'http://localhost:9011', apiKey: 'a-secret-key' },
      warnings: [],
    })
    expect(problems({ FUSIONAUTH_URL: 'http://localhost:9011' })).toMatch(
      /FUSIONAUTH_API_KEY is not/,
    )
    expect(problems({ FUSIONAUTH_API_KEY })).toMatch(/FUSIONAUTH_URL is not/)
  })

  it.each([
    'localhost:9011',
    'ftp://localhost',
    'http://user:word@localhost',
    'http://localhost/oauth2',
    'http://localhost?tenant=1',
    'nonsense',
  ])('is not at %s', (FUSIONAUTH_URL) => {
    expect(problems({ FUSIONAUTH_URL, FUSIONAUTH_API_KEY })).toContain('FUSIONAUTH_URL must be')
  })

  it('never has its key repeated', () => {
    const key = 'a secret\nkey'
    const said = problems({ FUSIONAUTH_URL: 'nonsense', FUSIONAUTH_API_KEY: key })
    expect(said).toContain('FUSIONAUTH_API_KEY holds a character')
    expect(said).not.toContain('secret')
  })

  it('elsewhere should not be spoken to in clear', () => {
    const env = { FUSIONAUTH_URL: 'http://id.example.com', FUSIONAUTH_API_KEY }
    expect(config(env).warnings.join()).toContain('API key travels')
    expect(config({ ...env, FUSIONAUTH_URL: 'https://id.example.com' }).warnings).toEqual([])
    expect(config({ ...env, FUSIONAUTH_URL: 'http://[::1]:9011' }).warnings).toEqual([])
  })
})

describe('bounds', () => {
  it('are set in the units that a person thinks in', () => {
    const { bounds } = config({
      LOGIN_LAB_RUNS: '5',
      LOGIN_LAB_MESSAGES: '300',
      LOGIN_LAB_BRANCHES: '7',
      LOGIN_LAB_MINUTES: '2',
      LOGIN_LAB_BODY_BYTES: '1000',
      LOGIN_LAB_FOLLOWERS: '3',
    })
    expect(bounds).toEqual({
      ...defaultBounds,
      runs: 5,
      messages: 300,
      branches: 7,
      lifetime: 120_000,
      body: 1000,
      followers: 3,
    })
  })

  it.each(['0', '-5', 'many', '1.5', '99999999999'])('LOGIN_LAB_RUNS=%s is refused', (runs) => {
    expect(problems({ LOGIN_LAB_RUNS: runs })).toContain('LOGIN_LAB_RUNS must be a whole number')
  })

  it('a misspelt setting is told', () => {
    expect(config({ LOGIN_LAB_RUN: '5' }).warnings.join()).toContain(
      'The nearest is LOGIN_LAB_RUNS',
    )
  })

  it('everything that is wrong is told at once', () => {
    const said = problems({ PORT: 'x', HOST: 'a b', LOGIN_LAB_RUNS: 'x', FUSIONAUTH_URL: 'x' })
    for (const name of ['PORT', 'HOST', 'LOGIN_LAB_RUNS', 'FUSIONAUTH_API_KEY'])
      expect(said).toContain(name)
  })
})
