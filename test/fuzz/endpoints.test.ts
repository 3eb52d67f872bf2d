/** @module-tag exhaustive */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HeaderList } from '../../scenarios/model/wire.ts'
import { itemMethods, kinds } from '../../server/fusionauth/stand-in/kept/kinds.ts'
import { routes } from '../../server/fusionauth/stand-in/routes.ts'
import { cases, patience } from '../support/cases.ts'
import { hostileText } from './support/hostile.ts'
import { judge } from './support/judge.ts'
import { requestTo, typed } from './support/requests.ts'
import {
  adaId,
  apiKey,
  clientId,
  createTarget,
  neverTold,
  origin,
  type Target,
} from './support/target.ts'

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
  // Free data and claims are the caller's own, and come back as they were sent.
  ['the holder of the API key', () => [['authorization', apiKey]], () => neverTold],
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

  test('what is only kept gets an answer without an error or a secret', async () => {
    const next = createTarget()
    const asked = fc
      .record({ kind: fc.constantFrom(...kinds), method: fc.constantFrom(...itemMethods, '') })
      .chain(({ kind, method }) => {
        const collection = kind.path.replace(':', ':owner')
        return method === ''
          ? requestTo('POST', collection)
          : requestTo(method, kind.single === true ? collection : `${collection}/:id`)
      })
    await fc.assert(
      fc.asyncProperty(asked, async (request) => {
        const target = await next()
        const sent = { ...request, headers: [...headers(target), ...request.headers] }
        judge(await target.handle(sent), secrets(target))
      }),
      cases(400),
    )
  })
})

/** Requests of the API that set or check a password, with anything around it. */
const withPassword = fc
  .record({ email: fc.emailAddress(), name: hostileText, asked: fc.nat(4) })
  .map(({ email, name, asked }) => {
    const secret = typed[0] ?? ''
    const user = { email, firstName: name, password: secret }
    const requests = [
      ['POST', '/api/user', { user }],
      ['POST', '/api/user/registration', { user, registration: { applicationId: clientId } }],
      ['PATCH', `/api/user/${adaId}`, { user: { firstName: name, password: secret } }],
      ['POST', '/api/user/change-password', { loginId: 'ada@example.com', password: secret }],
      ['POST', '/api/login', { loginId: email, password: secret, applicationId: clientId }],
    ] as const
    return requests[asked] ?? requests[0]
  })

test('A password that the API takes is told by no answer', patience, async () => {
  const next = createTarget()
  let taken = 0
  await fc.assert(
    fc.asyncProperty(withPassword, async ([method, path, body]) => {
      const { handle } = await next()
      const response = await handle({
        method,
        url: origin + path,
        headers: [
          ['authorization', apiKey],
          ['content-type', 'application/json'],
        ],
        body: JSON.stringify(body),
      })
      if (response.status === 200) taken++
      judge(response, typed)
    }),
    cases(300),
  )
  expect(taken).toBeGreaterThan(50)
})
