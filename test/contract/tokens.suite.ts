import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, test } from 'vitest'
import { type Contract, ids } from './support/contract.ts'
import { text } from './support/read.ts'

/** What a JWT says of itself: where it comes from, what it is and what it is good for. */
const marks = (jwt: string) => {
  const { tty, gty, scope } = decodeJwt(jwt)
  return {
    tty: tty ?? null,
    gty: gty ?? null,
    scope: typeof scope,
    header: Object.keys(decodeProtectedHeader(jwt)).toSorted(),
  }
}

const header = ['alg', 'kid', 'typ']

/**
 * What FusionAuth's tokens say of their kind (release notes of 1.60), and where a token of the other
 * kind is refused: part of the contract, in the tenant that its caller has set up.
 */
export const tokenPoints = (lab: () => Contract): void => {
  describe('The kind of a token', { timeout: 60_000 }, () => {
    test('`tty` and `gty` of an access token', async () => {
      const tokens = await lab().loggedIn()
      lab().settle('tty of an access token', marks(text(tokens['access_token'])), {
        documented: { gty: ['authorization_code'], scope: 'string', header },
        inferred: { tty: 'at', gty: ['authorization_code'], scope: 'string', header },
      })
    })

    test('`tty` and `gty` of an ID token', async () => {
      const tokens = await lab().loggedIn()
      lab().settle('tty of an ID token', marks(text(tokens['id_token'])), {
        documented: { gty: ['authorization_code'], scope: 'string', header },
        inferred: { tty: 'idt', gty: ['authorization_code'], scope: 'string', header },
      })
    })

    test('every token has a `tty`, and that of an access token is not that of an ID token', async () => {
      const tokens = await lab().loggedIn()
      const [access, id] = ['access_token', 'id_token'].map(
        (name) => decodeJwt(text(tokens[name]))['tty'],
      )
      expect([typeof access, typeof id]).toEqual(['string', 'string'])
      expect(access).not.toBe(id)
    })

    test('`tty` and `gty` of a token of the Login API', async () => {
      const { response } = await lab().client.login({
        ...lab().userCredentials,
        applicationId: ids.store,
      })
      lab().settle('tty of the Login API', marks(text(response.token)), {
        documented: { header },
        inferred: { tty: 'at', gty: null, scope: 'undefined', header },
      })
    })

    test('`tty` of a JWT that was vended', async () => {
      const { response } = await lab().client.vendJWT({ claims: { sub: ids.user } })
      const { tty = null } = decodeJwt(text(response.token))
      lab().settle('tty of a vended JWT', tty, { inferred: null })
    })
  })

  describe('A token of the other kind', { timeout: 60_000 }, () => {
    test('as `id_token_hint` of a logout, alone and beside `client_id`', async () => {
      const tokens = await lab().loggedIn()
      const refuses = async (name: string, fields: Record<string, string>): Promise<boolean> => {
        const query = new URLSearchParams({
          id_token_hint: text(tokens[name]),
          post_logout_redirect_uri: lab().afterLogout,
          ...fields,
        })
        const url = `${lab().origin}/oauth2/logout?${query.toString()}`
        const response = await fetch(url, { redirect: 'manual' })
        return (await response.text()).includes('invalid_id_token_hint')
      }
      const beside = { client_id: ids.store }
      lab().settle(
        'id_token_hint that is refused',
        {
          access: await refuses('access_token', {}),
          accessBeside: await refuses('access_token', beside),
          id: await refuses('id_token', {}),
          idBeside: await refuses('id_token', beside),
        },
        {
          documented: { access: true, id: false },
          inferred: { access: true, accessBeside: true, id: false, idBeside: false },
        },
      )
    })

    test('at the JWT APIs', async () => {
      const { id_token: idToken, access_token: accessToken } = await lab().loggedIn()
      const statuses = async (path: string) =>
        Promise.all(
          [accessToken, idToken].map(async (token) => {
            const headers = { authorization: `Bearer ${text(token)}` }
            return (await lab().get(path, headers)).status
          }),
        )
      lab().settle(
        'an ID token at the JWT APIs',
        {
          validate: await statuses('/api/jwt/validate'),
          issue: await statuses(`/api/jwt/issue?applicationId=${ids.forums}`),
        },
        { inferred: { validate: [200, 401], issue: [200, 401] } },
      )
    })

    test('with the `token_type_hint` of an introspection', async () => {
      const tokens = await lab().loggedIn()
      const ask = async (name: string, hint: string) => {
        const { status, body } = await lab().post('/oauth2/introspect', {
          ...lab().credentials,
          token: text(tokens[name]),
          token_type_hint: hint,
        })
        return [status, body['active'] ?? body['error_reason'] ?? null]
      }
      lab().settle(
        'token_type_hint',
        {
          access: await ask('access_token', 'access_token'),
          id: await ask('id_token', 'id_token'),
          accessAsId: await ask('access_token', 'id_token'),
          idAsAccess: await ask('id_token', 'access_token'),
        },
        {
          documented: {
            access: [200, true],
            id: [200, true],
            accessAsId: [400, 'token_type_hint_mismatch'],
            idAsAccess: [400, 'token_type_hint_mismatch'],
          },
        },
      )
    })
  })
}
