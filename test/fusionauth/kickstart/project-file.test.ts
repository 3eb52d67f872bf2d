import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as client from 'openid-client'
import { expect, test } from 'vitest'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import { blueprint } from '../../../server/fusionauth/blueprint.ts'
import { demoUser, ids, idsOf } from '../../../server/fusionauth/ids.ts'
import { fusionAuthClient } from '../../../server/fusionauth/port.ts'
import { requireScripts } from '../../../server/fusionauth/cross-origin.ts'
import { provision } from '../../../server/fusionauth/provision.ts'
import { createStandIn } from '../../../server/fusionauth/stand-in/index.ts'
import { listen } from '../../../server/node/listen.ts'
import { lessonSystem } from '../../../server/world.ts'
import { countingRandom, testClock } from '../support/lab.ts'
import { call, openFresh, origin, run } from './support.ts'

const path = resolve(
  fileURLToPath(import.meta.url),
  '../../../../server/fusionauth/kickstart/kickstart.json',
)
const text = readFileSync(path, 'utf8')

const environment = {
  FUSIONAUTH_API_KEY: 'the-key',
  FUSIONAUTH_APP_URL: origin,
  FUSIONAUTH_ADMIN_PASSWORD: 'a password of the admin',
  LOGIN_LAB_STORE_SECRET: 'secret of the store',
  LOGIN_LAB_FORUMS_SECRET: 'secret of the forums',
}

const kickstarted = async () => {
  const standIn = openFresh()
  expect(await run(standIn, text, { env: environment })).toMatchObject({
    ok: true,
    apiKey: 'the-key',
  })
  return standIn
}

/** The file at a socket of any port, told that FusionAuth is where clients find it. */
const kickstartedAtSocket = async (address?: string) => {
  const random = countingRandom()
  let started: Promise<unknown> = Promise.resolve()
  const result = await listen(0, (at) => {
    const standIn = createStandIn({ origin: at, clock: testClock(), random, apiKey: 'first-key' })
    started = run(standIn, text, { env: { ...environment, FUSIONAUTH_APP_URL: address ?? at } })
    return standIn.app
  })
  if (!result.ok) throw new Error(result.problem)
  expect(await started).toMatchObject({ ok: true })
  return result
}

test('The stand-in accepts every request of the project’s Kickstart file', async () => {
  const { requests } = JSON.parse(text) as { requests: unknown[] }
  const result = await run(openFresh(), text, { env: environment })
  expect(result).toEqual({
    ok: true,
    apiKey: 'the-key',
    requests: requests.length,
    notes: [],
  })
})

test('After it the scripts of the lessons’ pages may call FusionAuth', async () => {
  const standIn = await kickstarted()
  const access = { baseUrl: origin, apiKey: environment.FUSIONAUTH_API_KEY, tenantId: ids.tenant }
  const api = fusionAuthClient(access, (request) => standIn.handle(request, 0), null)
  await expect(requireScripts(api, lessonSystem())).resolves.toBeUndefined()
})

test('Every variable of the file is used, and every one that is used is there', () => {
  const { variables } = JSON.parse(text) as { variables: Record<string, string> }
  const used = [...text.matchAll(/#\{([^}]+)\}/g)].map(([, name = '']) => name)
  for (const name of Object.keys(variables)) expect(used).toContain(name)
  const builtIn = ['FUSIONAUTH_APPLICATION_ID', 'FUSIONAUTH_TENANT_ID']
  for (const name of used) {
    const known = name.startsWith('ENV.') || builtIn.includes(name) || name in variables
    expect(known, name).toBe(true)
  }
})

test('No secret stands in the file: they come from the environment', () => {
  const { variables } = JSON.parse(text) as { variables: Record<string, string> }
  for (const [name, value] of Object.entries(variables)) {
    if (/key|secret|password/i.test(name)) expect(value).toMatch(/^#\{ENV\.[A-Z_]+\}$/)
  }
})

/** Times and ids that each set-up makes anew are not compared. */
const madeAnew = new Set(['insertInstant', 'lastUpdateInstant', 'passwordLastUpdateInstant'])

const comparable = (value: Json, inList = false): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => comparable(item, true))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !madeAnew.has(name) && !(inList && name === 'id'))
      .map(([name, member]) => [name, comparable(member)]),
  )
}

const look = async (standIn: ReturnType<typeof openFresh>, key: string, profile: Profile) => {
  const own = idsOf(profile)
  const paths = [
    `/api/tenant/${own.tenant}`,
    `/api/application/${own.Store}`,
    `/api/application/${own.Forums}`,
    `/api/user/${own.user}`,
  ]
  const answers = await Promise.all(paths.map((one) => call(standIn, key, one)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  return answers.map(({ body }) => comparable(JSON.parse(body) as Json))
}

test.each(['fidelity', 'hardened'] as const)(
  'Kickstart and the blueprint set up the very same for the profile %s',
  async (profile) => {
    const byKickstart = await look(await kickstarted(), 'the-key', profile)
    const standIn = openFresh()
    const access = { baseUrl: origin, apiKey: 'first-key', tenantId: '' }
    const api = fusionAuthClient(access, (request) => standIn.handle(request, 0), null)
    const plan = blueprint({
      origins: { Store: 'https://store.example.com', Forums: 'https://forums.example.com' },
      secrets: {
        Store: environment.LOGIN_LAB_STORE_SECRET,
        Forums: environment.LOGIN_LAB_FORUMS_SECRET,
      },
      issuer: `${origin}/${idsOf(profile).tenant}`,
      login: 'any',
      profile,
    })
    await provision(api, plan)
    expect(byKickstart).toEqual(await look(standIn, 'first-key', profile))
  },
)

const storeAt = (server: string, tenant: string, secret: string) =>
  client.discovery(new URL(`${server}${tenant}`), ids.Store, secret, undefined, {
    execute: [client.allowInsecureRequests],
  })

test.each([
  ['the default tenant', ''],
  ['the tenant of the lessons', `/${ids.tenant}`],
  ['the tenant of the hardened lessons', `/${idsOf('hardened').tenant}`],
])(
  'Our own Kickstart gives %s an issuer that strict OpenID discovery accepts, whatever the port',
  async (_, tenant) => {
    const { listening } = await kickstartedAtSocket()
    const secret = environment.LOGIN_LAB_STORE_SECRET
    const config = await storeAt(listening.origin, tenant, secret)
    await listening.close()
    expect(config.serverMetadata().issuer).toBe(`${listening.origin}${tenant}`)
  },
)

test('Discovery is refused where the file was given another address than clients use', async () => {
  const { listening } = await kickstartedAtSocket('http://fusionauth:9011')
  const found = storeAt(listening.origin, `/${ids.tenant}`, environment.LOGIN_LAB_STORE_SECRET)
  await expect(found).rejects.toThrow(/issuer/)
  await listening.close()
})

test('The user of the lessons can log in after Kickstart', async () => {
  const standIn = await kickstarted()
  const body = JSON.stringify({
    loginId: demoUser.loginId,
    password: demoUser.password,
    applicationId: ids.Store,
  })
  const headers = [
    ['authorization', 'the-key'],
    ['content-type', 'application/json'],
  ] as const
  const login = { method: 'POST', url: `${origin}/api/login`, headers, body }
  expect((await standIn.handle(login, 0)).status).toBe(200)
})
