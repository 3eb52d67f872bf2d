import { describe, expect, test } from 'vitest'
import { type Lab, loginId, openLab, password, refusalOf, store } from '../support/lab.ts'

const grant = { grant_type: 'password', username: loginId, password }

const basic = (pair: string): readonly [string, string][] => [
  ['authorization', `Basic ${Buffer.from(pair).toString('base64')}`],
]

const encoded = (text: string): string => new URLSearchParams({ v: text }).toString().slice(2)

const opened = async (secret: string, sent: string): Promise<number> => {
  const lab = openLab({ oauth: { clientSecret: secret } })
  return (await lab.tokenRequest(grant, basic(sent))).status
}

describe('A client secret by HTTP Basic', () => {
  // The first is that of the example on FusionAuth's page on Token.
  const secrets = [
    '+fcXet9Iu2kQi61yWD9Tu4ReZ113P6yEAkr32v6WKOQ=',
    'a/b',
    '100%',
    'a%2Bb',
    'a+b c%20d',
    'a:b=é&',
  ]

  test.each(secrets)('is taken as it stands: %s', async (secret) => {
    expect(await opened(secret, `${store}:${secret}`)).toBe(200)
  })

  test.each(secrets)('is taken form-encoded: %s', async (secret) => {
    expect(await opened(secret, `${encoded(store)}:${encoded(secret)}`)).toBe(200)
  })

  test('is taken with every character of the client id percent-encoded', async () => {
    expect(await opened('s', `${store.replaceAll('-', '%2D')}:s`)).toBe(200)
  })

  test.each([
    ['a+b', 'a%252Bb'],
    ['a b', 'a%20b c'],
    ['a%2Bb', 'a+b'],
  ])('%s is not %s', async (secret, sent) => {
    expect(await opened(secret, `${store}:${sent}`)).toBe(401)
  })
})

describe('An empty password in HTTP Basic', () => {
  const withPolicy = (
    clientAuthenticationPolicy: 'NotRequired' | 'NotRequiredWhenUsingPKCE' | 'Required',
  ): Lab => openLab({ oauth: { clientAuthenticationPolicy } })

  test('is no secret of a public client', async () => {
    const response = await withPolicy('NotRequired').tokenRequest(grant, basic(`${store}:`))
    expect(response.status).toBe(200)
  })

  test('is no proof of a client that needs one', async () => {
    const lab = withPolicy('NotRequiredWhenUsingPKCE')
    const response = await lab.tokenRequest(grant, basic(`${store}:`))
    expect(refusalOf(response)).toEqual([401, 'invalid_client', 'client_authentication_missing'])
  })

  test('is a missing secret of a confidential client', async () => {
    const response = await withPolicy('Required').tokenRequest(grant, basic(`${store}:`))
    expect(refusalOf(response)).toEqual([401, 'invalid_client', 'missing_client_secret'])
  })
})
