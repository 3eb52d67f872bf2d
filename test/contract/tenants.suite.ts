import { decodeJwt } from 'jose'
import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { text } from './support/read.ts'

/** How long an access token lives that is issued now, in seconds. */
const lifeOf = async (lab: Contract): Promise<number> => {
  const { exp = 0, iat = 0 } = decodeJwt(text((await lab.loggedIn())['access_token']))
  return exp - iat
}

/** What a run with a tenant of its own relies on: part of the contract. */
export const tenantPoints = (lab: () => Contract): void => {
  describe('A tenant of a run', { timeout: 60_000 }, () => {
    const call = (method: string, path: string) =>
      fetch(`${lab().origin}${path}`, { method, headers: { authorization: lab().apiKey } })

    test('what a key that may is told of a tenant to delete that is not there', async () => {
      const { status } = await call('DELETE', `/api/tenant/${ids.user}`)
      lab().settle('tenant to delete that is not there', status, { inferred: 404 })
    })

    test('whether the list of tenants has what their data says', async () => {
      await lab().tenantWith({ data: { loginLab: { until: '2026-01-01T00:00:00.000Z' } } })
      const { response } = await lab().client.retrieveTenants()
      const data = response.tenants?.find(({ id }) => id === ids.tenant)?.data ?? null
      await lab().tenantWith({ data: { loginLab: null } })
      lab().settle('data of a tenant in the list', data, {
        inferred: { loginLab: { until: '2026-01-01T00:00:00.000Z' } },
      })
    })

    test('whether JWTs live for a second, and as long again from the next one on', async () => {
      const lives = async (timeToLiveInSeconds: number): Promise<number> => {
        await lab().tenantWith({ jwtConfiguration: { timeToLiveInSeconds } })
        return lifeOf(lab())
      }
      const observed = [await lives(1), await lives(600), await lives(3600)]
      lab().settle('lifetime of JWTs that is changed', observed, { inferred: [1, 600, 3600] })
    })
  })
}
