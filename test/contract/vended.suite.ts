import { decodeJwt } from 'jose'
import { describe, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { objectIn, text } from './support/read.ts'

/** JWTs whose claims the caller names, and the order of claims: part of the contract. */
export const vendedPoints = (lab: () => Contract): void => {
  describe('JWTs that are vended', { timeout: 60_000 }, () => {
    const vend = async (body: object, tenant: string | null = ids.tenant): Promise<string> =>
      text((await lab().api('POST', '/api/jwt/vend', { body, tenant })).body['token'])

    const validate = async (token: string): Promise<number> =>
      (await lab().get('/api/jwt/validate', { authorization: `Bearer ${token}` })).status

    /** A key for ID tokens alone, for as long as a point takes. */
    const withIdTokenKey = async <T>(ask: (keyId: string) => Promise<T>): Promise<T> => {
      const [keyId] = ids.keys
      const key = { algorithm: 'RS256', length: 2048, name: 'Login Lab contract ID tokens' }
      const { response } = await lab().client.retrieveTenant(ids.tenant)
      const before = response.tenant?.jwtConfiguration?.idTokenKeyId ?? null
      await lab().api('POST', `/api/key/generate/${keyId}`, { body: { key } })
      await lab().tenantWith({ jwtConfiguration: { idTokenKeyId: keyId } })
      try {
        return await ask(keyId)
      } finally {
        await lab().tenantWith({ jwtConfiguration: { idTokenKeyId: before } })
        await lab().api('DELETE', `/api/key/${keyId}`)
      }
    }

    test('whose issuer a JWT names that is vended, with a tenant in the header and without', async () => {
      const { body } = await lab().api('GET', '/api/application', { tenant: null })
      const all = (body['applications'] ?? []) as readonly { id: string; tenantId: string }[]
      const own = all.find(({ id }) => id === '3c219e58-ed0e-4b18-ad48-f4f92793ae32')
      const issuerOf = async (tenant: string) =>
        objectIn(
          (await lab().api('GET', `/api/tenant/${tenant}`, { tenant: null })).body,
          'tenant',
        )['issuer']
      const names = async (tenant: string | null) =>
        decodeJwt(await vend({ claims: { sub: ids.user } }, tenant)).iss
      lab().settle(
        'issuer of a vended JWT',
        {
          named: (await names(ids.tenant)) === (await issuerOf(ids.tenant)),
          default: (await names(null)) === (await issuerOf(own?.tenantId ?? '')),
        },
        { inferred: { named: true, default: true } },
      )
    })

    test('the key of ID tokens, for a JWT that does not say what it is', async () => {
      const status = await withIdTokenKey(async (keyId) =>
        validate(await vend({ claims: { sub: ids.user, tid: ids.tenant }, keyId })),
      )
      lab().settle('key of a JWT without a type', status, { inferred: 200 })
    })

    test('a JWT that names neither an application nor a tenant', async () => {
      const claims = { sub: ids.user }
      const observed = await withIdTokenKey(async (keyId) => ({
        defaultKey: await validate(await vend({ claims }, null)),
        keyOfAnotherTenant: await validate(await vend({ claims, keyId })),
      }))
      lab().settle('JWT of no tenant', observed, {
        inferred: { defaultKey: 200, keyOfAnotherTenant: 401 },
      })
    })

    test('a JWT that does not say what it is, where one of a kind is asked for', async () => {
      const claims = {
        aud: ids.store,
        sub: ids.user,
        tid: ids.tenant,
        iss: lab().origin,
        scope: 'openid',
      }
      const token = await vend({ claims })
      const headers = { authorization: `Bearer ${token}` }
      const introspect = async (hint: string) => {
        const fields = { ...lab().credentials, token, token_type_hint: hint }
        return (await lab().post('/oauth2/introspect', fields)).status
      }
      const query = new URLSearchParams({
        id_token_hint: token,
        post_logout_redirect_uri: lab().afterLogout,
      })
      lab().settle(
        'JWT without a type',
        {
          validate: await validate(token),
          userinfo: (await lab().get('/oauth2/userinfo', headers)).status,
          asAccess: await introspect('access_token'),
          asId: await introspect('id_token'),
          logout: (await lab().get(`/oauth2/logout?${query.toString()}`)).status < 400,
        },
        { inferred: { validate: 200, userinfo: 200, asAccess: 200, asId: 200, logout: true } },
      )
    })

    test('where `gty` and `tty` stand among the claims', async () => {
      const tokens = await lab().loggedIn()
      const last = (name: string) => Object.keys(decodeJwt(text(tokens[name]))).slice(-2)
      const observed = { access: last('access_token'), id: last('id_token') }
      lab().settle('place of the type', observed, {
        inferred: { access: ['gty', 'tty'], id: ['gty', 'tty'] },
      })
    })
  })
}
