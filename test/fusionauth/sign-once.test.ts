import { importJWK, jwtVerify, type CryptoKey } from 'jose'
import { expect, test, vi } from 'vitest'
import { demoKey } from '../../server/fusionauth/stand-in/demo-key.ts'
import { signOnce } from '../../server/fusionauth/stand-in/tokens/sign-once.ts'

const header = { alg: 'RS256', typ: 'JWT', kid: demoKey.kid } as const
const keyOf = async (jwk: object) => (await importJWK({ ...jwk }, 'RS256')) as CryptoKey

test('the same claims are signed once, and whoever asks gets the same JWT', async () => {
  const key = await keyOf(demoKey.privateJwk)
  const sign = vi.spyOn(crypto.subtle, 'sign')
  const both = await Promise.all([
    signOnce(key, header, { sub: 'ada', iat: 1 }),
    signOnce(key, header, { sub: 'ada', iat: 1 }),
  ])
  expect(both[0]).toBe(both[1])
  expect(sign).toHaveBeenCalledTimes(1)
  sign.mockRestore()
})

test('other claims, and another key id, are signed for themselves', async () => {
  const key = await keyOf(demoKey.privateJwk)
  const verified = await Promise.all(
    [
      await signOnce(key, header, { sub: 'ada', iat: 1 }),
      await signOnce(key, header, { sub: 'ada', iat: 2 }),
      await signOnce(key, { ...header, kid: 'other' }, { sub: 'ada', iat: 1 }),
    ].map(async (jwt) => jwtVerify(jwt, await keyOf(demoKey.publicJwk))),
  )
  expect(
    verified.map(({ payload, protectedHeader }) => [payload.iat, protectedHeader.kid]),
  ).toEqual([
    [1, demoKey.kid],
    [2, demoKey.kid],
    [1, 'other'],
  ])
})

test('what has not been asked for lately is let go, and signed again when it is asked for', async () => {
  const key = await keyOf(demoKey.privateJwk)
  const first = await signOnce(key, header, { sub: 'ada', iat: 0 })
  for (let iat = 1; iat <= 500; iat += 1) await signOnce(key, header, { sub: 'ada', iat })
  const sign = vi.spyOn(crypto.subtle, 'sign')
  expect(await signOnce(key, header, { sub: 'ada', iat: 500 })).toContain('.')
  expect(sign).not.toHaveBeenCalled()
  expect(await signOnce(key, header, { sub: 'ada', iat: 0 })).toBe(first)
  expect(sign).toHaveBeenCalledTimes(1)
  sign.mockRestore()
})
