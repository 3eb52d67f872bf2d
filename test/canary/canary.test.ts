import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStandIn } from '../../server/fusionauth/stand-in/index.ts'
import { listen, type Listening } from '../../server/node/listen.ts'
import { slugs } from '../support/play.ts'
import { createLearner } from './support/learner.ts'
import { installProduct } from './support/product.ts'
import { spellings } from './support/spellings.ts'

const apiKey = `canary/key+of="the'lab"&<more>=100%`
const typed = `typed canary & "kept" <here> 'ö'+/=%`

/** All that the product said, by where it said it. */
const heard: (readonly [where: string, text: string])[] = []
const hear = (where: string, text: string): void => {
  heard.push([where, text])
}

/** All that reached FusionAuth: there the secrets have to be, or the search would prove nothing. */
let arrived = ''

let fusionauth: Listening
const secrets = new Map([
  ['the API key', apiKey],
  ['the typed password', typed],
])

const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }

const openFusionAuth = async (): Promise<Listening> => {
  const result = await listen(0, (origin) => {
    const standIn = createStandIn({ origin, clock: { now: () => Date.now() }, random, apiKey })
    return {
      fetch: async (request, env) => {
        arrived += `${[...request.headers].join('\n')}\n${await request.clone().text()}\n`
        return standIn.app.fetch(request, env)
      },
    }
  })
  if (!result.ok) throw new Error(result.problem)
  return result.listening
}

/** The secrets that were made for the applications of every run, as they were set up at FusionAuth. */
const learnClientSecrets = (): void => {
  for (const [index, [, secret = '']] of [
    ...arrived.matchAll(/"clientSecret":"([^"]+)"/g),
  ].entries())
    secrets.set(`client secret ${index + 1}`, secret)
}

/** Everything a learner does: tours, typed passwords, malformed events, a FusionAuth that goes away. */
const learn = async (url: string): Promise<void> => {
  const learner = createLearner(url, hear)
  for (const path of ['/', '/favicon.ico', '/api/nothing', `/${encodeURIComponent(typed)}`])
    await learner.ask(path)
  const credentials = { loginId: 'ada@example.com', password: typed }
  for (const workflow of Object.values(slugs)) {
    const run = await learner.begin(workflow)
    await run.playOn()
    expect(run.messages()).toBeGreaterThan(40)
    await run.leave()
    const second = await learner.begin(workflow)
    await second.act({ type: 'learner.open', app: 'Store' })
    await second.act({ type: 'learner.login', app: 'Store' })
    await second.act({ type: 'learner.submit', app: 'Store', credentials })
    await second.malformed({ event: { type: 'learner.submit', credentials } })
    await second.malformed({
      event: { type: 'learner.submit', app: 'Store', credentials: { ...credentials, more: typed } },
    })
    await second.leave()
  }
  learnClientSecrets()
  const last = await learner.begin(slugs.code)
  await last.act({ type: 'learner.open', app: 'Store' })
  await fusionauth.close()
  await last.act({ type: 'learner.login', app: 'Store' })
  await last.leave()
  await learner.ask('/api/runs', { workflow: slugs.code })
}

beforeAll(async () => {
  fusionauth = await openFusionAuth()
  const product = installProduct({
    PORT: '0',
    FUSIONAUTH_URL: fusionauth.origin,
    FUSIONAUTH_API_KEY: apiKey,
  })
  try {
    for (const format of ['json', 'mermaid', 'plantuml']) {
      const args = [slugs.password, '--format', format, '--fusionauth', fusionauth.origin]
      const { printed, status } = await product.run('trace.ts', ...args)
      expect(status).toBe(0)
      hear(`npm run trace -- --format ${format}`, printed)
    }
    const { url, stop } = await product.serve()
    await learn(url)
    hear('npm start', (await stop()).printed)
    const late = await product.run('trace.ts', slugs.code, '--fusionauth', fusionauth.origin)
    hear('npm run trace, without FusionAuth', late.printed)
  } finally {
    product.remove()
  }
}, 180_000)

afterAll(() => fusionauth.close())

/** Where a secret was found, and how it was spelt. */
const sightings = (secret: string): readonly string[] =>
  [...spellings(secret)].flatMap(([how, spelt]) =>
    heard.filter(([, text]) => text.includes(spelt)).map(([where]) => `${where}, ${how}`),
  )

describe('What the product says', () => {
  test('is heard from every side: pages, API, live stream, command line and logs', () => {
    const places = heard.map(([where]) => where)
    for (const place of ['/: 200', '/live', '/trace: 200', 'npm start', 'trace -- --format json'])
      expect(places.some((where) => where.includes(place))).toBe(true)
    expect(heard.map(([, text]) => text).join('\n')).toContain('Login Lab is ready')
  })

  test('was said with the secrets in use: each of them reached FusionAuth', () => {
    for (const [name, secret] of secrets) {
      const seen = [...spellings(secret).values()].some((spelt) => arrived.includes(spelt))
      expect([name, seen]).toEqual([name, true])
    }
    expect(secrets.size).toBeGreaterThan(4)
  })

  test('holds none of the secrets, however they are spelt', () => {
    for (const [name, secret] of secrets) expect([name, sightings(secret)]).toEqual([name, []])
  })
})
