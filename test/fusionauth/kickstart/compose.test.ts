import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = resolve(fileURLToPath(import.meta.url), '../../../..')
const text = readFileSync(join(root, 'compose.yaml'), 'utf8')

interface Service {
  readonly image?: string
  readonly build?: string
  readonly environment: Readonly<Record<string, string | number>>
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly healthcheck: { readonly test: readonly string[] }
  readonly networks: readonly string[]
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
}

interface Compose {
  readonly services: Readonly<Record<'database' | 'fusionauth' | 'login-lab', Service>>
  readonly networks: Readonly<Record<string, unknown>>
  readonly volumes: Readonly<Record<string, unknown>>
}

const compose = parse(text) as Compose
const { services } = compose

/** The part of the Compose Specification that the file uses; anything else is a misspelling. */
const duration = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' }
const texts = { type: 'array', items: { type: 'string' }, minItems: 1 }
const service = {
  type: 'object',
  additionalProperties: false,
  required: ['environment', 'healthcheck', 'networks', 'restart'],
  oneOf: [{ required: ['image'] }, { required: ['build'] }],
  properties: {
    build: { type: 'string' },
    depends_on: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['condition'],
        properties: { condition: { const: 'service_healthy' } },
      },
    },
    environment: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    healthcheck: {
      type: 'object',
      additionalProperties: false,
      required: ['test', 'interval', 'timeout', 'retries'],
      properties: {
        interval: duration,
        retries: { type: 'integer', minimum: 1 },
        start_period: duration,
        test: { ...texts, items: { type: 'string' } },
        timeout: duration,
      },
    },
    image: { type: 'string', pattern: '^[a-z0-9/-]+:[a-z0-9.-]+$' },
    networks: texts,
    ports: texts,
    restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
    volumes: texts,
  },
}
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'services'],
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    networks: { type: 'object', additionalProperties: { type: 'object', maxProperties: 0 } },
    services: { type: 'object', additionalProperties: service },
    volumes: { type: 'object', additionalProperties: { type: 'object', maxProperties: 0 } },
  },
}

/** `${NAME:-value}`: the variables that a person may set, with their default values. */
const settings = new Map(
  [...text.matchAll(/\$\{([A-Z_]+):-([^}]*)\}/g)].map(([, name = '', value = '']) => [name, value]),
)

describe('compose.yaml', () => {
  test('It follows the schema', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema)
    validate(compose)
    expect(validate.errors).toBeNull()
  })

  test('FusionAuth is 1.69.3 or later, without the account takeover of earlier versions', () => {
    const [, ...version] = /^fusionauth\/fusionauth-app:(\d+)\.(\d+)\.(\d+)$/.exec(
      services.fusionauth.image ?? '',
    ) ?? ['']
    const [major = 0, minor = 0, patch = 0] = version.map(Number)
    expect((major * 1000 + minor) * 1000 + patch).toBeGreaterThanOrEqual(1_069_003)
  })

  test('No image floats', () => {
    expect(services.fusionauth.image).toMatch(/:\d+\.\d+\.\d+$/)
    expect(services.database.image).toMatch(/^postgres:\d+\.\d+-/)
    expect(text).not.toContain(':latest')
  })

  test('Each service waits until the one that it needs is healthy', () => {
    expect(services.fusionauth.depends_on).toEqual({ database: { condition: 'service_healthy' } })
    expect(services['login-lab'].depends_on).toEqual({
      fusionauth: { condition: 'service_healthy' },
    })
    for (const { healthcheck } of Object.values(services)) {
      expect(healthcheck.test[0]).toMatch(/^CMD(-SHELL)?$/)
    }
  })

  test('Every network and volume that a service names is there', () => {
    for (const { networks, volumes = [] } of Object.values(services)) {
      for (const network of networks) expect(compose.networks).toHaveProperty(network)
      for (const volume of volumes) {
        const [source = ''] = volume.split(':')
        if (source.startsWith('.')) expect(existsSync(join(root, source)), source).toBe(true)
        else expect(compose.volumes).toHaveProperty(source)
      }
    }
  })

  test('Nothing is published beyond this machine, and the database not at all', () => {
    expect(services.database.ports).toBeUndefined()
    for (const { ports = [] } of Object.values(services)) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/)
    }
  })

  test('FusionAuth searches in its database and runs the Kickstart file that is mounted', () => {
    const { environment, volumes = [] } = services.fusionauth
    expect(environment['SEARCH_TYPE']).toBe('database')
    const [source = '', target = '', mode] =
      volumes.find((one) => one.startsWith('.'))?.split(':') ?? []
    const file = String(environment['FUSIONAUTH_APP_KICKSTART_FILE'])
    expect([file.startsWith(`${target}/`), mode]).toEqual([true, 'ro'])
    expect(existsSync(join(root, source, file.slice(target.length)))).toBe(true)
  })

  test('Everything that the Kickstart file takes from the environment is given to FusionAuth', () => {
    const kickstart = readFileSync(join(root, 'server/fusionauth/kickstart/kickstart.json'), 'utf8')
    const wanted = [...kickstart.matchAll(/#\{ENV\.([A-Z_]+)\}/g)].map(([, name = '']) => name)
    expect(wanted.length).toBeGreaterThan(0)
    for (const name of wanted) expect(services.fusionauth.environment).toHaveProperty(name)
  })

  test('Login Lab and FusionAuth share the API key, and Login Lab finds FusionAuth', () => {
    const { environment } = services['login-lab']
    const { environment: other } = services.fusionauth
    expect(environment['FUSIONAUTH_API_KEY']).toBe(other['FUSIONAUTH_API_KEY'])
    expect(environment['FUSIONAUTH_URL']).toBe(other['FUSIONAUTH_APP_URL'])
    expect(environment['FUSIONAUTH_URL']).toBe('http://fusionauth:9011')
  })

  test('Every secret can be set in .env, and .env.example shows its development value', () => {
    const example = new Map(
      readFileSync(join(root, '.env.example'), 'utf8')
        .split('\n')
        .filter((line) => /^[A-Z]/.test(line))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
    expect(Object.fromEntries(example)).toEqual(Object.fromEntries(settings))
    for (const { environment } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|KEY/.test(name)) expect(value, name).toMatch(/^\$\{[A-Z_]+:-.+\}$/)
      }
    }
    for (const value of settings.values()) expect(value).toMatch(/^development-only-/)
  })

  test('A file with secrets of one’s own is never committed nor put into the image', () => {
    for (const file of ['.gitignore', '.dockerignore']) {
      expect(readFileSync(join(root, file), 'utf8').split('\n')).toContain('.env')
    }
  })
})
