import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCompose, root, type Service } from '../../support/compose.ts'

const { text, compose } = readCompose('compose.yaml')
const services = compose.services as Readonly<
  Record<'database' | 'fusionauth' | 'login-lab', Service>
>

/** `${NAME:-value}`: the variables that a person may set, with their default values. */
const settings = new Map(
  [...text.matchAll(/\$\{([A-Z_]+):-([^}]*)\}/g)].map(([, name = '', value = '']) => [name, value]),
)

describe('compose.yaml', () => {
  test('FusionAuth is 1.69.3 or later, without the account takeover of earlier versions', () => {
    const [, ...version] = /^fusionauth\/fusionauth-app:(\d+)\.(\d+)\.(\d+)(?:@|$)/.exec(
      services.fusionauth.image ?? '',
    ) ?? ['']
    const [major = 0, minor = 0, patch = 0] = version.map(Number)
    expect((major * 1000 + minor) * 1000 + patch).toBeGreaterThanOrEqual(1_069_003)
  })

  test('FusionAuth publishes port 9011 and no other', () => {
    // It listens at 9012 as well (measured by others of 1.69.0).
    expect(services.fusionauth.ports).toEqual(['127.0.0.1:9011:9011'])
  })

  test('Each service waits until the one that it needs is healthy', () => {
    expect(services.fusionauth.depends_on).toEqual({ database: { condition: 'service_healthy' } })
    expect(services['login-lab'].depends_on).toEqual({
      fusionauth: { condition: 'service_healthy' },
    })
  })

  test('The database is published nowhere', () => {
    expect(services.database.ports).toBeUndefined()
  })

  test('FusionAuth searches in its database and runs the Kickstart file that is mounted', () => {
    const { environment = {}, volumes = [] } = services.fusionauth
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
    const { environment = {} } = services['login-lab']
    const { environment: other = {} } = services.fusionauth
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
    for (const { environment = {} } of Object.values(services)) {
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
