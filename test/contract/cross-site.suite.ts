import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { objectIn } from './support/read.ts'

/** What decides whether a page of another site can log in: part of the contract. */
export const crossSitePoints = (lab: () => Contract): void => {
  describe('Scripts of other sites', { timeout: 60_000 }, () => {
    test('the cookies of the Login API and their end: whether they cross sites', async () => {
      const sameSites = (response: Response) =>
        response.headers
          .getSetCookie()
          .filter((line) => /^(?:access|refresh)_token=/.test(line))
          .map((line) => /SameSite=(\w+)/i.exec(line)?.[1] ?? 'none said')
      const set = await fetch(`${lab().origin}/api/login`, {
        method: 'POST',
        headers: { authorization: lab().apiKey, 'content-type': 'application/json' },
        body: JSON.stringify({ ...lab().userCredentials, applicationId: ids.store }),
      })
      const cookie = set.headers
        .getSetCookie()
        .map((line) => line.split(';', 1)[0])
        .join('; ')
      const end = await fetch(`${lab().origin}/api/logout`, { method: 'POST', headers: { cookie } })
      lab().settle(
        'cookies with tokens',
        { set: sameSites(set), deleted: sameSites(end) },
        { inferred: { set: ['Lax', 'Lax'], deleted: ['none said', 'none said'] } },
      )
    })

    test('the answers to a preflight that is granted, and to those that are not', async () => {
      const system = '/api/system-configuration'
      const rules = {
        enabled: true,
        allowedHeaders: ['Content-Type'],
        allowedMethods: ['POST'],
        allowedOrigins: ['https://store.example.com'],
      }
      // A setting of the whole FusionAuth: of a real one it is read, and `npm run provision` sets it.
      if (!lab().real) {
        const body = { systemConfiguration: { corsConfiguration: rules } }
        await lab().api('PATCH', system, { body, tenant: null })
      }
      const { body } = await lab().api('GET', system, { tenant: null })
      const cors = objectIn(objectIn(body, 'systemConfiguration'), 'corsConfiguration')
      const [origin] = (cors['allowedOrigins'] ?? []) as readonly string[]
      const ask = async (from: string, method: string) => {
        const headers = { origin: from, 'access-control-request-method': method }
        return (await fetch(`${lab().origin}/api/login`, { method: 'OPTIONS', headers })).status
      }
      const observed =
        cors['enabled'] === true && origin !== undefined
          ? {
              granted: await ask(origin, 'POST'),
              stranger: await ask('https://stranger.example', 'POST'),
              method: await ask(origin, 'TRACE'),
            }
          : 'CORS is off there: npm run provision switches it on'
      lab().settle('preflight', observed, {
        inferred: { granted: 204, stranger: 403, method: 403 },
      })
    })
  })
}
