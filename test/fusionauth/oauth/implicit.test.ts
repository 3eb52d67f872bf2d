import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { authorizePath, fieldsOf, header, logIn, openLab, redirectUri } from '../support/lab.ts'

const oauth = { enabledGrants: ['authorization_code', 'implicit', 'refresh_token'] } as const

const answer = async (fields: Record<string, string | undefined>) => {
  const location = header(await logIn(openLab({ oauth }), fields), 'location') ?? ''
  const [address, fragment = ''] = location.split('#')
  expect(address).toBe(redirectUri)
  return Object.fromEntries(new URLSearchParams(fragment))
}

test('Without the implicit grant no token is given to a browser', async () => {
  const response = await openLab().visit(authorizePath({ response_type: 'id_token token' }))
  const fragment = new URLSearchParams((header(response, 'location') ?? '').split('#')[1])
  expect([fragment.get('error'), fragment.get('error_reason')]).toEqual([
    'unauthorized_client',
    'grant_type_disabled',
  ])
})

test('The type "token id_token" brings both tokens behind the hash, and never a refresh token', async () => {
  const given = await answer({ response_type: 'token id_token', nonce: 'n' })
  expect(Object.keys(given)).toEqual([
    'access_token',
    'expires_in',
    'id_token',
    'iss',
    'locale',
    'scope',
    'state',
    'token_type',
    'userId',
    'userState',
  ])
  const { access_token: accessToken = '', id_token: idToken = '' } = given
  const half = createHash('sha256').update(accessToken).digest().subarray(0, 16)
  expect(decodeJwt(idToken)).toMatchObject({ nonce: 'n', at_hash: half.toString('base64url') })
  expect(decodeJwt(accessToken)['gty']).toEqual(['implicit'])
})

test('The words of a response type may stand in any order', async () => {
  expect(await answer({ response_type: 'id_token token' })).toHaveProperty('access_token')
})

test('The type "id_token" brings an ID token alone, without the hash of an access token', async () => {
  const given = await answer({ response_type: 'id_token', nonce: 'n' })
  expect(given).not.toHaveProperty('access_token')
  expect(decodeJwt(given['id_token'] ?? '')).not.toHaveProperty('at_hash')
})

test('The type "token" needs a request without openid', async () => {
  expect(await answer({ response_type: 'token', scope: 'email' })).toHaveProperty('access_token')
  const response = await openLab({ oauth }).visit(authorizePath({ response_type: 'token' }))
  expect(header(response, 'location')).toContain('invalid_response_type')
})

test('An ID token needs the scope openid', async () => {
  const path = authorizePath({ response_type: 'id_token', scope: 'email' })
  expect(header(await openLab({ oauth }).visit(path), 'location')).toContain(
    'missing_required_scope',
  )
})

test('Tokens never go in a query', async () => {
  const path = authorizePath({ response_type: 'id_token', response_mode: 'query' })
  const location = header(await openLab({ oauth }).visit(path), 'location') ?? ''
  expect(location).toContain('#error=invalid_request&error_reason=invalid_response_mode')
})

test('Tokens may be posted', async () => {
  const page = await logIn(openLab({ oauth }), {
    response_type: 'id_token token',
    response_mode: 'form_post',
  })
  expect(fieldsOf(page.body)).toMatchObject({ token_type: 'Bearer' })
})
