import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { forums, openLab, origin, store, userId } from '../support/lab.ts'
import { bodyOf, codesOf, freshId, login, withKey } from './support.ts'

interface Tokens {
  readonly token: string
  readonly refreshToken: string
}

const tokensOf = async (lab: ReturnType<typeof openLab>) => bodyOf<Tokens>(await login(lab))
const bearer = (token: string) => withKey(`Bearer ${token}`)

describe('Validate', () => {
  test('shows the claims of a good JWT, in seconds', async () => {
    const lab = openLab()
    const { token } = await tokensOf(lab)
    const response = await lab.call('GET', '/api/jwt/validate', undefined, bearer(token))
    expect(bodyOf(response)).toEqual({ jwt: decodeJwt(token) })
  })

  test('takes the cookie as well', async () => {
    const lab = openLab()
    const { token } = await tokensOf(lab)
    const cookie: [string, string][] = [['cookie', `access_token=${token}`]]
    expect((await lab.call('GET', '/api/jwt/validate', undefined, cookie)).status).toBe(200)
  })

  test.each([
    ['none', ''],
    ['nonsense', 'Bearer x.y.z'],
    ['an API key', 'the-key-of-the-test'],
  ])('answers %s with an empty 401', async (_, header) => {
    const response = await openLab().call('GET', '/api/jwt/validate', undefined, withKey(header))
    expect([response.status, response.body]).toEqual([401, ''])
  })

  test('answers one that has run out with 401', async () => {
    const lab = openLab()
    const { token } = await tokensOf(lab)
    lab.clock.advance(3600)
    expect((await lab.call('GET', '/api/jwt/validate', undefined, bearer(token))).status).toBe(401)
  })
})

describe('Issue', () => {
  const issue = (lab: ReturnType<typeof openLab>, token: string, query: string) =>
    lab.call('GET', `/api/jwt/issue?${query}`, undefined, bearer(token))

  test('gives a JWT for another application, good for as long as the first', async () => {
    const lab = openLab()
    const { token } = await tokensOf(lab)
    lab.clock.advance(600)
    const response = await issue(lab, token, `applicationId=${forums}`)
    const claims = decodeJwt(bodyOf<Tokens>(response).token)
    expect(response.status).toBe(202)
    expect(claims).toMatchObject({
      aud: forums,
      sub: userId,
      authenticationType: 'JWT_SSO',
      exp: decodeJwt(token).exp,
    })
  })

  test('gives a refresh token for a refresh token', async () => {
    const lab = openLab()
    const { token, refreshToken } = await tokensOf(lab)
    const registration = { applicationId: forums }
    await lab.call('POST', `/api/user/registration/${userId}`, { registration })
    const query = `applicationId=${forums}&refreshToken=${refreshToken}`
    const response = await issue(lab, token, query)
    expect(response.status).toBe(200)
    expect(bodyOf<Tokens>(response).refreshToken).not.toBe(refreshToken)
    const without = await issue(lab, token, `applicationId=${forums}`)
    expect(bodyOf(without)).not.toHaveProperty('refreshToken')
  })

  test.each([
    ['no application', '', '[blank]applicationId'],
    ['an unknown application', `applicationId=${freshId(1)}`, '[invalid]applicationId'],
    ['what is no id', 'applicationId=undefined', '[couldNotConvert]applicationId'],
    [
      'a refresh token that is none',
      `applicationId=${store}&refreshToken=undefined`,
      '[invalid]refreshToken',
    ],
  ])('refuses %s', async (_, query, code) => {
    const lab = openLab()
    const { token } = await tokensOf(lab)
    expect(codesOf(await issue(lab, token, query))).toEqual([400, code])
  })

  test('gives nothing without a JWT, nor to a locked user', async () => {
    const lab = openLab()
    const { token } = await tokensOf(lab)
    expect(codesOf(await issue(lab, 'none', `applicationId=${store}`))).toEqual([401])
    await lab.call('DELETE', `/api/user/${userId}`)
    expect(codesOf(await issue(lab, token, `applicationId=${store}`))).toEqual([401])
  })
})

describe('Vend', () => {
  const vend = (body: object) => openLab().call('POST', '/api/jwt/vend', body)

  test('signs the caller’s claims, but neither exp nor iat', async () => {
    const claims = { sub: 'x', roles: ['a'], exp: 1, iat: 1 }
    const { token } = bodyOf<Tokens>(await vend({ claims, timeToLiveInSeconds: 60 }))
    const signed = decodeJwt(token)
    expect(signed).toMatchObject({ sub: 'x', roles: ['a'], iss: origin })
    expect(Number(signed.exp) - Number(signed.iat)).toBe(60)
    expect(signed.iat).toBeGreaterThan(1)
  })

  test('takes the lifetime of the tenant when none is given', async () => {
    const { exp, iat } = decodeJwt(bodyOf<Tokens>(await vend({})).token)
    expect(Number(exp) - Number(iat)).toBe(3600)
  })

  test.each([
    ['an unknown key', { keyId: freshId(1) }, '[invalid]keyId'],
    ['no lifetime at all', { timeToLiveInSeconds: 0 }, '[invalid]timeToLiveInSeconds'],
  ])('refuses %s', async (_, body, code) => {
    expect(codesOf(await vend(body))).toEqual([400, code])
  })

  test('needs an API key', async () => {
    expect(codesOf(await openLab().call('POST', '/api/jwt/vend', {}, []))).toEqual([401])
  })
})
