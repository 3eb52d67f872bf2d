import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { codesOf, objectIn } from './support/read.ts'

const patchType = 'application/json-patch+json'

/** The theme that every FusionAuth comes with. */
const defaultTheme = '/api/theme/75a068fd-e94b-451a-9aeb-3ddb9a3b5987'

interface Application {
  readonly roles?: readonly { readonly name?: string }[]
}

/** What the JSON APIs do with what they are sent: part of the contract. */
export const apiPoints = (lab: () => Contract): void => {
  describe('The JSON APIs', { timeout: 60_000 }, () => {
    const forums = `/api/application/${ids.forums}`
    const made = `/api/application/${ids.made}`
    const forget = () => lab().api('DELETE', `${made}?hardDelete=true`)
    const testing = async (path: string, value: unknown) =>
      codesOf(
        await lab().api('PATCH', forums, {
          body: [{ op: 'test', path, value }],
          type: patchType,
        }),
      )

    test('a JSON Patch whose test fails', async () => {
      lab().settle('patch that fails', await testing('/application/name', 'of another'), {
        inferred: [400, '[invalidPatch]'],
      })
    })

    test('whether the paths of a JSON Patch begin with the name of the object', async () => {
      const { body } = await lab().api('GET', forums)
      const { name } = objectIn(body, 'application')
      const observed = {
        wrapped: await testing('/application/name', name),
        bare: await testing('/name', name),
      }
      lab().settle('paths of a JSON Patch', observed, {
        inferred: { wrapped: [200], bare: [400, '[invalidPatch]'] },
      })
    })

    test('a key to delete with which the tenant signs', async () => {
      const [id] = ids.keys
      const key = { algorithm: 'RS256', length: 2048, name: 'Login Lab contract in use' }
      const { response } = await lab().client.retrieveTenant(ids.tenant)
      const before = response.tenant?.jwtConfiguration?.accessTokenKeyId ?? null
      await lab().api('POST', `/api/key/generate/${id}`, { body: { key } })
      await lab().tenantWith({ jwtConfiguration: { accessTokenKeyId: id } })
      const refused = codesOf(await lab().api('DELETE', `/api/key/${id}`))
      await lab().tenantWith({ jwtConfiguration: { accessTokenKeyId: before } })
      await lab().api('DELETE', `/api/key/${id}`)
      lab().settle('key in use', refused, { inferred: [400, '[inUse]keyId'] })
    })

    test('a patch that changes nothing, for the theme that nobody may change', async () => {
      const answer = await lab().api('PATCH', defaultTheme, { body: { theme: {} }, tenant: null })
      lab().settle('default theme', codesOf(answer), { inferred: [400, '[notAllowed]'] })
    })

    test('by what a search is ordered', async () => {
      const statuses = async (kind: string) => {
        const ask = async (orderBy: string) => {
          const body = { search: { orderBy, numberOfResults: 1 } }
          return (await lab().api('POST', `/api/${kind}/search`, { body, tenant: null })).status
        }
        return [await ask('id ASC'), await ask('insertInstant DESC'), await ask('name')]
      }
      lab().settle(
        'order of a search',
        {
          application: await statuses('application'),
          tenant: await statuses('tenant'),
          key: await statuses('key'),
          group: await statuses('group'),
        },
        {
          inferred: {
            application: [200, 200, 200],
            tenant: [200, 200, 200],
            key: [200, 200, 200],
            group: [200, 200, 200],
          },
        },
      )
    })

    test('what a PUT leaves of an application that it does not name', async () => {
      const secret = 'the-secret-that-stays'
      const application = {
        name: 'Login Lab contract replaced',
        oauthConfiguration: { clientSecret: secret, logoutURL: 'https://example.com/out' },
        roles: [{ name: 'reader' }],
      }
      await lab().api('POST', made, { body: { application } })
      const body = { application: { name: 'Login Lab contract replacing' } }
      const { status } = await lab().api('PUT', made, { body })
      const after = objectIn((await lab().api('GET', made)).body, 'application')
      await forget()
      const oauth = objectIn(after, 'oauthConfiguration')
      lab().settle(
        'application that is replaced',
        {
          status,
          secret: oauth['clientSecret'] === secret,
          logoutURL: oauth['logoutURL'] ?? null,
          roles: (after as Application).roles?.map(({ name }) => name) ?? [],
        },
        { inferred: { status: 200, secret: true, logoutURL: null, roles: ['reader'] } },
      )
    })

    test('the public key of a secret', async () => {
      const [id] = ids.keys
      const key = { name: 'Login Lab contract secret', secret: 'a secret of the contract' }
      const { body } = await lab().api('POST', `/api/key/import/${id}`, { body: { key } })
      const { kid } = objectIn(body, 'key')
      const path = `/api/jwt/public-key?kid=${encodeURIComponent(String(kid))}`
      const { status } = await lab().api('GET', path, { tenant: null })
      await lab().api('DELETE', `/api/key/${id}`)
      const observed = { kid: typeof kid, status }
      lab().settle('public key of a secret', observed, { inferred: { kid: 'string', status: 404 } })
    })

    test('texts for truth values and numbers, a number for a text, a name for an object', async () => {
      const application = {
        name: 7,
        roles: ['reader'],
        loginConfiguration: { generateRefreshTokens: 'true' },
        jwtConfiguration: { enabled: 'true', timeToLiveInSeconds: '600' },
      }
      const { status } = await lab().api('POST', made, { body: { application } })
      const after = objectIn((await lab().api('GET', made)).body, 'application')
      await forget()
      lab().settle(
        'values of another type',
        {
          status,
          name: after['name'] ?? null,
          roles: (after as Application).roles?.map(({ name }) => name) ?? [],
          flag: objectIn(after, 'loginConfiguration')['generateRefreshTokens'] ?? null,
          seconds: objectIn(after, 'jwtConfiguration')['timeToLiveInSeconds'] ?? null,
        },
        { inferred: { status: 200, name: '7', roles: ['reader'], flag: true, seconds: 600 } },
      )
    })
  })
}
