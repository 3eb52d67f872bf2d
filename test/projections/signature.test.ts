import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { checkSignature, keysSeen, type SeenKeys } from '../../scenarios/projections/signature.ts'
import { tokenPattern } from '../../scenarios/model/jwt.ts'
import { played, slugs } from '../support/play.ts'

const signed = async (alg: string): Promise<{ token: string; seen: SeenKeys }> => {
  const { publicKey, privateKey } = await generateKeyPair(alg)
  const token = await new SignJWT({ sub: 'ada' })
    .setProtectedHeader({ alg, kid: 'k1' })
    .sign(privateKey)
  const key = { ...(await exportJWK(publicKey)), kid: 'k1' } as SeenKeys['keys'][number]
  return { token, seen: { n: 3, keys: [key] } }
}

describe('the signature of a JWT', () => {
  test.each(['RS256', 'RS512', 'ES256', 'ES384', 'ES512'])('%s is checked', async (alg) => {
    const { token, seen } = await signed(alg)
    expect(await checkSignature(token, seen)).toEqual({ kind: 'valid', kid: 'k1', n: 3 })
    const [header, , signature] = token.split('.')
    const forged = `${header}.${btoa('{"sub":"mallory"}').replaceAll('=', '')}.${signature}`
    expect(await checkSignature(forged, seen)).toEqual({ kind: 'invalid', kid: 'k1', n: 3 })
  })

  test('needs the key that the header names', async () => {
    const { token, seen } = await signed('RS256')
    expect(await checkSignature(token, null)).toEqual({ kind: 'no-keys' })
    const others = { n: 3, keys: seen.keys.map((key) => ({ ...key, kid: 'other' })) }
    expect(await checkSignature(token, others)).toEqual({ kind: 'unknown-key', kid: 'k1', n: 3 })
  })

  test('a broken key or a mangled signature is no reason to fail', async () => {
    const { token, seen } = await signed('RS256')
    const broken = { n: 3, keys: [{ kty: 'RSA', kid: 'k1', n: '!', e: '' }] }
    expect(await checkSignature(token, broken)).toMatchObject({ kind: 'invalid' })
    expect(await checkSignature(`${token}!`, seen)).toMatchObject({ kind: 'invalid' })
  })

  test('a shared secret is in no key set, and “none” signs nothing', async () => {
    const { seen } = await signed('RS256')
    const of = (alg: string) => `${btoa(JSON.stringify({ alg })).replaceAll('=', '')}.eyJhIjoxfQ.x`
    expect(await checkSignature(of('HS256'), seen)).toEqual({ kind: 'shared-secret', alg: 'HS256' })
    expect(await checkSignature(of('none'), seen)).toEqual({ kind: 'unsigned' })
    expect(await checkSignature(of('PS256'), seen)).toEqual({ kind: 'unsupported', alg: 'PS256' })
  })

  test('in a played lesson every token is signed with a key that is seen, and not before', async () => {
    const { messages } = await played({ workflow: slugs.code })
    const first = messages.find((message) => keysSeen(messages, message.n) !== null)
    expect(first?.label).toBe('200 OK · keys')
    expect(keysSeen(messages, (first?.n ?? 0) - 1)).toBeNull()
    const tokens = JSON.stringify(messages.map(({ http }) => http)).match(tokenPattern) ?? []
    expect(tokens.length).toBeGreaterThan(3)
    const seen = keysSeen(messages, messages.length)
    for (const token of tokens)
      expect(await checkSignature(token, seen)).toMatchObject({ kind: 'valid' })
  })
})
