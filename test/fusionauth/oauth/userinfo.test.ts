import { describe, expect, test } from 'vitest'
import { fetchTokens, type Lab, openLab, origin, store, userId } from '../support/lab.ts'

const ask = async (lab: Lab, token: string | undefined, method = 'GET') => {
  const headers: [string, string][] = [['authorization', `Bearer ${token}`]]
  const response = await lab.ask({ method, url: `${origin}/oauth2/userinfo`, headers, body: '' })
  return { status: response.status, claims: JSON.parse(response.body) as Record<string, unknown> }
}

const compatibility = { oauth: { scopeHandlingPolicy: 'Compatibility' } } as const

test('Compatible, userinfo tells e-mail, application and roles without any scope', async () => {
  const lab = openLab(compatibility)
  const { access_token: token } = await fetchTokens(lab, { scope: 'offline_access' })
  const { status, claims } = await ask(lab, token)
  expect(status).toBe(200)
  expect(claims).toMatchObject({
    sub: userId,
    email: 'ada@example.com',
    applicationId: store,
    roles: ['customer'],
  })
  expect(Object.keys(claims)).not.toContain('exp')
})

test('Compatible, an ID token will do', async () => {
  const lab = openLab(compatibility)
  const { id_token: token } = await fetchTokens(lab)
  expect(await ask(lab, token, 'POST')).toMatchObject({ status: 200, claims: { sub: userId } })
})

test('Strict, an ID token is not suitable', async () => {
  const lab = openLab()
  const { id_token: token } = await fetchTokens(lab)
  expect(await ask(lab, token)).toMatchObject({ status: 400, claims: { error: 'invalid_token' } })
})

describe('Userinfo says why it does not trust a token:', () => {
  /** Changes one letter in the middle of the claims: the signature no longer fits. */
  const changed = (jwt: string): string => {
    const at = jwt.indexOf('.') + 20
    return `${jwt.slice(0, at)}${jwt[at] === 'A' ? 'B' : 'A'}${jwt.slice(at + 1)}`
  }
  const reason = async (lab: Lab, token: string) => {
    const { status, claims } = await ask(lab, token)
    return [status, claims['error'], claims['error_reason']]
  }

  test('access_token_expired for one that has run out', async () => {
    const lab = openLab()
    const { access_token: token } = await fetchTokens(lab)
    lab.clock.advance(3600)
    expect(await reason(lab, token)).toEqual([401, 'invalid_token', 'access_token_expired'])
  })

  test.each(['abc', 'a.b.c', 'x'.repeat(43)])(
    'access_token_malformed for what is no JWT: %s',
    async (token) => {
      expect(await reason(openLab(), token)).toEqual([
        401,
        'invalid_token',
        'access_token_malformed',
      ])
    },
  )

  test('access_token_invalid for one of another hand, and for that too when it has run out', async () => {
    const lab = openLab()
    const { access_token: token } = await fetchTokens(lab)
    const forged = changed(token)
    expect(await reason(lab, forged)).toEqual([401, 'invalid_token', 'access_token_invalid'])
    lab.clock.advance(3600)
    expect(await reason(lab, forged)).toEqual([401, 'invalid_token', 'access_token_invalid'])
  })

  test('access_token_invalid for one whose user is gone', async () => {
    const lab = openLab()
    const { access_token: token } = await fetchTokens(lab)
    await lab.call('DELETE', `/api/user/${userId}?hardDelete=true`)
    expect(await reason(lab, token)).toEqual([401, 'invalid_token', 'access_token_invalid'])
  })
})
