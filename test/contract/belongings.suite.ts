import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { objectIn, text } from './support/read.ts'

/** A role of FusionAuth's second own application, the same in every FusionAuth. */
const managerRole = '631ecd9d-8d40-4c13-8277-80cedb823714'

interface Application {
  readonly id?: string
  readonly tenantId?: string
  readonly roles?: readonly { readonly id?: string }[]
}

/** What belongs to groups, to entities and to tenants: part of the contract. */
export const belongingPoints = (lab: () => Contract): void => {
  describe('What belongs to what', { timeout: 60_000 }, () => {
    test('members to take out of a group in which they are not', async () => {
      const body = { group: { name: 'Login Lab contract' } }
      const empty = '6c6f6769-6e20-4c61-8200-0000000000d2'
      await lab().api('POST', `/api/group/${ids.made}`, { body })
      await lab().api('POST', `/api/group/${empty}`, {
        body: { group: { name: 'Login Lab contract, empty' } },
      })
      const members = { [ids.made]: [{ userId: ids.user }] }
      const { status: added } = await lab().api('POST', '/api/group/member', { body: { members } })
      const remove = async (path: string) =>
        (await lab().api('DELETE', `/api/group/member${path}`)).status
      const statuses = [
        added,
        await remove(`/${ids.other}`),
        await remove(`?groupId=${empty}&userId=${ids.user}`),
      ]
      await lab().api('DELETE', `/api/group/${empty}`)
      await lab().api('DELETE', `/api/group/${ids.made}`)
      lab().settle('members who are not there', statuses, { inferred: [200, 200, 200] })
    })

    test('a text by which entities are looked for', async () => {
      const type = `/api/entity/type/${ids.made}`
      const entity = { name: 'Login Lab Contract', type: { id: ids.made } }
      await lab().api('POST', type, { body: { entityType: { name: 'Login Lab contract' } } })
      await lab().api('POST', `/api/entity/${ids.made}`, { body: { entity } })
      const totalOf = async (queryString: string) => {
        const search = { body: { search: { queryString } } }
        const { status, body } = await lab().api('POST', '/api/entity/search', search)
        return [status, body['total'] ?? null]
      }
      const observed = { part: await totalOf('lab contr'), none: await totalOf('lab-contr') }
      await lab().api('DELETE', `/api/entity/${ids.made}`)
      await lab().api('DELETE', type)
      lab().settle('text of an entity search', observed, {
        inferred: { part: [200, 1], none: [200, 0] },
      })
    })

    test('where the Tenant Manager stands', async () => {
      const { body } = await lab().api('GET', '/api/application', { tenant: null })
      const all = (body['applications'] ?? []) as readonly Application[]
      const own = all.find(({ id }) => id === '3c219e58-ed0e-4b18-ad48-f4f92793ae32')
      const manager = all.find(({ roles = [] }) => roles.some(({ id }) => id === managerRole))
      const where = manager?.tenantId === own?.tenantId ? 'the default tenant' : 'elsewhere'
      lab().settle('Tenant Manager', manager === undefined ? 'nowhere' : where, {
        inferred: 'the default tenant',
      })
    })

    test('what a key of one tenant is told of what belongs to none, and beside another tenant', async () => {
      const path = `/api/api-key/${ids.made}`
      const apiKey = { name: 'Login Lab contract', tenantId: ids.tenant }
      const { status, body } = await lab().api('POST', path, { body: { apiKey }, tenant: null })
      const key = text(objectIn(body, 'apiKey')['key'])
      const { body: home } = await lab().api('GET', '/api/tenant', { tenant: null })
      const other = (home['tenants'] as readonly { readonly id: string }[] | undefined)?.find(
        ({ id }) => id !== ids.tenant,
      )
      const ask = async (asked: string, tenant: string | null) =>
        (await lab().api('GET', asked, { key, tenant })).status
      const observed = {
        made: status,
        own: await ask(`/api/user/${ids.user}`, null),
        ofNone: await ask('/api/system-configuration', null),
        beside: await ask(`/api/user/${ids.user}`, other?.id ?? ids.made),
      }
      await lab().api('DELETE', path, { tenant: null })
      lab().settle('API key of a tenant', observed, {
        inferred: { made: 200, own: 200, ofNone: 401, beside: 401 },
      })
    })
  })
}
