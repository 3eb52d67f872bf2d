import { describe, expect, test } from 'vitest'
import { kinds } from '../../../server/fusionauth/stand-in/kept/kinds.ts'
import { searches } from '../../../server/fusionauth/stand-in/kept/searches.ts'
import { notCopiedHere } from '../../../server/fusionauth/stand-in/not-copied.ts'
import { routes } from '../../../server/fusionauth/stand-in/routes.ts'
import { describedPaths, isThere, place, readDescription } from './description.ts'
import { walk } from './walk.ts'

const header = (headers: readonly (readonly [string, string])[], name: string) =>
  headers.find(([one]) => one === name)?.[1] ?? ''

/** Addresses that the description does not hold. */
const undescribed = new Set([
  'GET /api/application/search',
  'GET /api/integration',
  'GET /api/key/search',
  'GET /api/reactor',
  'GET /api/system-configuration',
  'GET /api/tenant',
  'GET /api/tenant-manager',
  'GET /api/tenant/search',
  'POST /api/tenant-manager',
  'GET /oauth2/authorize',
  'GET /oauth2/consent',
  'POST /oauth2/authorize',
])

if (!isThere) {
  process.stderr.write(
    `FusionAuth's OpenAPI description is not at ${place}, so answers are not compared with it. Set FUSIONAUTH_OPENAPI to its place.\n`,
  )
}

describe.skipIf(!isThere)('FusionAuth’s OpenAPI description', () => {
  test('Every JSON answer of the stand-in is as the description says', async () => {
    const { checkFor } = readDescription()
    const wrong: string[] = []
    for (const { method, path, response } of await walk()) {
      const json = header(response.headers, 'content-type').startsWith('application/json')
      const check = checkFor(method, path)
      if (!json || undescribed.has(`${method} ${path}`)) continue
      const problems =
        check === undefined
          ? ['is not described']
          : check(response.status, JSON.parse(response.body))
      for (const problem of problems) wrong.push(`${method} ${path} ${response.status}: ${problem}`)
    }
    expect([...new Set(wrong)]).toEqual([])
  })

  test('Every API of FusionAuth is copied, kept, or said not to be copied', () => {
    const here = new Set([
      ...routes.map(([, path]) => path.replaceAll(/:\w+/g, ':')),
      ...kinds.flatMap(({ path }) => [path, `${path}/:`]),
      ...searches.map(({ path }) => path),
      // A member leaves a family here; nothing else is at this address.
      '/api/user/family/:/:',
    ])
    const unsaid = describedPaths()
      .map((path) => path.replaceAll(/\{\w+\}/g, ':'))
      .filter((path) => !here.has(path) && notCopiedHere(path) === undefined)
    expect(unsaid).toEqual([])
  })

  test('The check notices a wrong type, an unknown member and a missing one', () => {
    const check = readDescription().checkFor('GET', '/api/system/version')
    expect(check?.(200, { version: '1.69.0' })).toEqual([])
    expect(check?.(200, { version: 1 })).toHaveLength(1)
    expect(check?.(200, { version: '1.69.0', other: 1 })).toHaveLength(1)
    expect(check?.(200, {})).toHaveLength(1)
    expect(check?.(400, { fieldErrors: [], generalErrors: [] })).toHaveLength(1)
  })
})

/** A path of the route, as a pattern. */
const matches = (route: string, path: string): boolean =>
  new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path)

test('The walk asks at every address of the API, and gets an answer that is no refusal', async () => {
  const answers = await walk()
  const missed = routes
    .filter(([, route]) => route.startsWith('/api/'))
    .filter(
      ([method, route]) =>
        !answers.some(
          (one) => one.method === method && matches(route, one.path) && one.response.status < 300,
        ),
    )
  expect(missed.map(([method, route]) => `${method} ${route}`)).toEqual([])
})

test('Nothing in the walk is answered with 500 or more', async () => {
  const bad = (await walk()).filter(({ response }) => response.status >= 500)
  expect(bad).toEqual([])
})
