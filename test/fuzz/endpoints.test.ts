import * as fc from 'fast-check'
import { describe, test } from 'vitest'
import type { HeaderList } from '../../scenarios/vocabulary.ts'
import { routes } from '../../server/fusionauth/stand-in/routes.ts'
import { cases, patience } from './support/cases.ts'
import { judge } from './support/judge.ts'
import { requestTo, typed } from './support/requests.ts'
import { apiKey, clientId, createTarget, neverTold, type Target } from './support/target.ts'

/** Who asks, and what an answer may not tell them. */
const callers: readonly (readonly [
  who: string,
  headers: (target: Target) => HeaderList,
  secrets: (target: Target) => readonly string[],
])[] = [
  ['anybody', () => [], ({ secrets }) => [...secrets, ...typed]],
  [
    'a client with a wrong secret',
    () => [['authorization', `Basic ${btoa(`${clientId}:${typed[1]}`)}`]],
    ({ secrets }) => [...secrets, ...typed],
  ],
  ['Ada', ({ jwt }) => [['authorization', `Bearer ${jwt}`]], ({ secrets }) => secrets],
  [
    'the holder of the API key',
    () => [['authorization', apiKey]],
    () => [...neverTold, typed[0] ?? ''],
  ],
]

describe.each(callers)('%s, asking for anything', patience, (_, headers, secrets) => {
  test.each(routes.map(([method, path]) => [method, path] as const))(
    '%s %s gets an answer without an error or a secret',
    async (method, path) => {
      const next = createTarget()
      await fc.assert(
        fc.asyncProperty(requestTo(method, path), async (request) => {
          const target = await next()
          const asked = { ...request, headers: [...headers(target), ...request.headers] }
          judge(await target.handle(asked), secrets(target))
        }),
        cases(40),
      )
    },
  )
})
