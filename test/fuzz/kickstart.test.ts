import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStandIn } from '../../server/fusionauth/stand-in/index.ts'
import { countingRandom, testClock } from '../fusionauth/support/lab.ts'
import { cases, patience } from '../support/cases.ts'
import { hostileText, jsonText } from './support/hostile.ts'

const secret = 'fuzz-kickstart-secret-0f1e2d'
const apiKey = 'fuzz-key-of-the-instance'

const tricks = `
  #{name} #{ENV.NAME} #{ENV.MISSING} #{UUID()} #{FUSIONAUTH_TENANT_ID} #{missing} #{ #{name}
  #{#{name}} @{file.txt} &{file.json} &{loop.json} @{../secret} @{/etc/passwd} &{} @{ } \\\\#{name}
  /api/tenant /api/application /api/user/registration POST PATCH DELETE
`
  .trim()
  .split(/\s+/)

const words = `
  name tenant application user registration url method body tenantId contentType key permissions
  endpoints keyManager defaultTenantId oauthConfiguration
`
  .trim()
  .split(/\s+/)

const part = jsonText(words, tricks)

const wellMade = fc
  .record({ variables: part, requests: fc.array(part, { maxLength: 3 }), key: hostileText })
  .map(
    ({ variables, requests, key }) =>
      `{"variables":${variables},"apiKeys":[{"key":${JSON.stringify(key)}}],"requests":[${requests.join(',')}]}`,
  )

const document = fc.oneof(
  { arbitrary: wellMade, weight: 6 },
  {
    arbitrary: jsonText(['variables', 'apiKeys', 'requests', 'settings', 'key'], tricks),
    weight: 3,
  },
  { arbitrary: hostileText, weight: 1 },
)

const files = new Map([
  ['file.txt', '#{name}'],
  ['file.json', '{"tenant":{"name":"#{name}"}}'],
  ['loop.json', '["&{loop.json}"]'],
])

describe('Kickstart', patience, () => {
  test('takes any file, and answers with a result or one clear problem', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const options = { origin: 'https://example.fusionauth.io', apiKey }
        const standIn = createStandIn({ ...options, clock: testClock(), random: countingRandom() })
        const asked: string[] = []
        const result = await standIn.kickstart({
          path: 'kickstart.json',
          text,
          env: (name) => (name === 'NAME' ? secret : undefined),
          include: async (path) => {
            asked.push(path)
            return files.get(path)
          },
        })
        for (const path of asked) expect(path).not.toMatch(/^\/|\.\.|\\/)
        if (!result.ok) expect(result.problem).not.toMatch(/[\r\n\0]/)
        if (!result.ok) expect(result.problem).not.toContain(apiKey)
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      cases(600),
    )
  })
})
