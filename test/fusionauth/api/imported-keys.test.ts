import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
  SignJWT,
} from 'jose'
import { describe, expect, test } from 'vitest'
import { fetchTokens, type Lab, openLab, store, tenantId, userId } from '../support/lab.ts'
import { bodyOf, codesOf, freshId } from './support.ts'

const keyId = freshId(1)

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' })
const ed25519 = generateKeyPairSync('ed25519')

const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' | 'spki'): string =>
  String(key.export({ type, format: 'pem' }))

const importKey = (lab: Lab, key: object, id = keyId) =>
  lab.call('POST', `/api/key/import/${id}`, { key: { name: id, ...key } })

const signWith = (lab: Lab, id: string) =>
  lab.call('PATCH', `/api/tenant/${tenantId}`, {
    tenant: { jwtConfiguration: { accessTokenKeyId: id, idTokenKeyId: id } },
  })

const jwksOf = async (lab: Lab): Promise<JSONWebKeySet> =>
  bodyOf<JSONWebKeySet>(await lab.call('GET', '/.well-known/jwks.json'))

const validate = async (lab: Lab, token: string): Promise<number> =>
  (await lab.call('GET', '/api/jwt/validate', undefined, [['authorization', `Bearer ${token}`]]))
    .status

describe('An imported key signs the tokens of a tenant that names it, and is published', () => {
  test.each([
    ['RSA, as PKCS #8', 'RS256', { privateKey: pem(rsa.privateKey, 'pkcs8') }],
    ['RSA, as PKCS #1', 'RS256', { privateKey: pem(rsa.privateKey, 'pkcs1') }],
    ['RSA, for RS512', 'RS512', { algorithm: 'RS512', privateKey: pem(rsa.privateKey, 'pkcs8') }],
    [
      'RSA, with its other half as PKCS #1',
      'RS256',
      { privateKey: pem(rsa.privateKey, 'pkcs8'), publicKey: pem(rsa.publicKey, 'pkcs1') },
    ],
    ['EC on P-256, as SEC 1', 'ES256', { privateKey: pem(p256.privateKey, 'sec1') }],
    ['EC on P-384, as PKCS #8', 'ES384', { privateKey: pem(p384.privateKey, 'pkcs8') }],
    [
      'EC on P-521, with its other half',
      'ES512',
      { privateKey: pem(p521.privateKey, 'sec1'), publicKey: pem(p521.publicKey, 'spki') },
    ],
    ['Ed25519', 'Ed25519', { privateKey: pem(ed25519.privateKey, 'pkcs8') }],
  ])('%s', async (_, alg, key) => {
    const lab = openLab()
    expect((await importKey(lab, { kid: 'mine', ...key })).status).toBe(200)
    await signWith(lab, keyId)
    const { access_token: accessToken, id_token: idToken = '' } = await fetchTokens(lab)
    const published = createLocalJWKSet(await jwksOf(lab))
    for (const token of [accessToken, idToken]) {
      expect(decodeProtectedHeader(token)).toEqual({ alg, kid: 'mine', typ: 'JWT' })
      const { payload } = await jwtVerify(token, published, {
        currentDate: new Date(lab.clock.now()),
      })
      expect(payload.sub).toBe(userId)
    }
    expect(await validate(lab, accessToken)).toBe(200)
  })

  test('A secret signs with HMAC, verifies, and is published nowhere', async () => {
    const lab = openLab()
    const secret = 'a secret of the old system'
    const made = await importKey(lab, { algorithm: 'HS512', kid: 'old', secret, type: 'HMAC' })
    expect(bodyOf<{ key: object }>(made).key).toMatchObject({ algorithm: 'HS512', type: 'HMAC' })
    expect(made.body).not.toContain(secret)
    await signWith(lab, keyId)
    const { access_token: token } = await fetchTokens(lab)
    const [head = '', body = '', signature] = token.split('.')
    const expected = createHmac('sha512', secret).update(`${head}.${body}`).digest('base64url')
    expect([decodeProtectedHeader(token).alg, signature]).toEqual(['HS512', expected])
    expect(await validate(lab, token)).toBe(200)
    expect((await jwksOf(lab)).keys.map(({ kid }) => kid)).not.toContain('old')
    expect(codesOf(await lab.call('GET', '/api/jwt/public-key?kid=old'))).toEqual([404])
  })

  test('A secret verifies by its own algorithm only', async () => {
    const lab = openLab()
    const secret =
      'a secret of the old system, which is long enough for any of its algorithms, be it HS512'
    await importKey(lab, { algorithm: 'HS256', kid: 'old', secret })
    await signWith(lab, keyId)
    const sign = (alg: string) =>
      new SignJWT({ sub: userId, tid: tenantId, tty: 'at' })
        .setProtectedHeader({ alg, kid: 'old', typ: 'JWT' })
        .setExpirationTime(Math.floor(lab.clock.now() / 1000) + 60)
        .sign(new TextEncoder().encode(secret))
    expect(await validate(lab, await sign('HS256'))).toBe(200)
    expect(await validate(lab, await sign('HS512'))).toBe(401)
  })

  test('The key of an application goes before that of its tenant', async () => {
    const lab = openLab()
    await importKey(lab, { kid: 'of-the-store', privateKey: pem(p256.privateKey, 'pkcs8') })
    await lab.call('PATCH', `/api/application/${store}`, {
      application: { jwtConfiguration: { enabled: true, accessTokenKeyId: keyId } },
    })
    const { access_token: accessToken, id_token: idToken = '' } = await fetchTokens(lab)
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'ES256', kid: 'of-the-store' })
    expect(decodeProtectedHeader(idToken)).toMatchObject({ alg: 'RS256' })
    const told = await lab.call('GET', `/api/jwt/public-key?applicationId=${store}`)
    expect(bodyOf(told)).toEqual({ publicKey: pem(p256.publicKey, 'spki') })
  })
})

describe('An imported public key verifies and signs nothing', () => {
  const listed = async (): Promise<Lab> => {
    const lab = openLab()
    await importKey(lab, { kid: 'theirs', publicKey: pem(rsa.publicKey, 'spki') })
    await lab.call('PATCH', `/api/tenant/${tenantId}`, {
      tenant: { jwtConfiguration: { accessTokenVerificationKeyIds: [keyId] } },
    })
    return lab
  }
  const tokenOf = (lab: Lab, key: KeyObject | Uint8Array, alg: string): Promise<string> =>
    new SignJWT({ sub: userId, tid: tenantId, tty: 'at' })
      .setProtectedHeader({ alg, kid: 'theirs', typ: 'JWT' })
      .setExpirationTime(Math.floor(lab.clock.now() / 1000) + 60)
      .sign(key)

  test('a token that its other half has signed is good', async () => {
    const lab = await listed()
    expect(await validate(lab, await tokenOf(lab, rsa.privateKey, 'RS256'))).toBe(200)
    expect(await validate(lab, await tokenOf(lab, otherRsa.privateKey, 'RS256'))).toBe(401)
  })

  test('a token that takes the public key for a secret is refused, and so is another algorithm', async () => {
    const lab = await listed()
    const asSecret = new TextEncoder().encode(pem(rsa.publicKey, 'spki'))
    expect(await validate(lab, await tokenOf(lab, asSecret, 'HS256'))).toBe(401)
    expect(await validate(lab, await tokenOf(lab, rsa.privateKey, 'RS512'))).toBe(401)
  })

  test('a tenant that names it goes on with the oldest key, and nobody vends with it', async () => {
    const lab = await listed()
    await signWith(lab, keyId)
    expect(decodeProtectedHeader((await fetchTokens(lab)).access_token).kid).not.toBe('theirs')
    const vended = await lab.call('POST', '/api/jwt/vend', { claims: {}, keyId })
    expect(codesOf(vended)).toEqual([400, '[invalid]keyId'])
  })
})

describe('What cannot be imported is refused, with the field', () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })

  test.each([
    ['nothing at all', {}, '[blank]key.publicKey'],
    ['no key', { privateKey: 'PEM' }, '[invalid]key.privateKey'],
    [
      'a broken one',
      { publicKey: pem(rsa.publicKey, 'spki').replace('MII', 'AAA') },
      '[invalid]key.publicKey',
    ],
    ['no certificate', { certificate: pem(rsa.publicKey, 'spki') }, '[invalid]key.certificate'],
    [
      'a key of another kind',
      { algorithm: 'ES256', privateKey: pem(rsa.privateKey, 'pkcs8') },
      '[invalid]key.privateKey',
    ],
    [
      'a curve of another algorithm',
      { algorithm: 'ES256', privateKey: pem(p384.privateKey, 'pkcs8') },
      '[invalid]key.privateKey',
    ],
    [
      'halves of two keys',
      { privateKey: pem(rsa.privateKey, 'pkcs8'), publicKey: pem(otherRsa.publicKey, 'spki') },
      '[invalid]key.publicKey',
    ],
    [
      'an RSA key too short to sign',
      { privateKey: pem(weak.privateKey, 'pkcs8') },
      '[invalid]key.privateKey',
    ],
    ['HMAC without a secret', { type: 'HMAC', algorithm: 'HS256' }, '[blank]key.secret'],
    ['a secret for RSA', { algorithm: 'RS256', secret: 'hush' }, '[invalid]key.algorithm'],
    [
      'a long secret that signs nothing',
      { algorithm: 'None', secret: 'x'.repeat(257) },
      '[invalid]key.secret',
    ],
    [
      'an algorithm that is none',
      { algorithm: 'XY99', secret: 'hush' },
      '[couldNotConvert]key.algorithm',
    ],
  ])('%s', async (_, key, code) => {
    expect(codesOf(await importKey(openLab(), key))).toEqual([400, code])
  })

  test('a kid that is there already', async () => {
    const lab = openLab()
    await importKey(lab, { kid: 'one', secret: 'hush' })
    const again = await importKey(lab, { kid: 'one', secret: 'hush' }, freshId(2))
    expect(codesOf(again)).toEqual([400, '[duplicate]key.kid'])
  })

  test('The secret that signs nothing has its name for its kid', async () => {
    const made = await importKey(openLab(), { algorithm: 'None', kid: 'x', secret: 'hush' })
    expect(bodyOf<{ key: object }>(made).key).toMatchObject({
      algorithm: 'None',
      kid: keyId,
      type: 'Secret',
    })
  })
})

describe('A generated key signs by the algorithm that was asked for', () => {
  test.each(['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'Ed25519'])(
    '%s, and it is published',
    async (alg) => {
      const lab = openLab()
      await lab.call('POST', `/api/key/generate/${keyId}`, { key: { name: 'New', algorithm: alg } })
      await signWith(lab, keyId)
      const { access_token: token } = await fetchTokens(lab)
      expect(decodeProtectedHeader(token).alg).toBe(alg)
      await jwtVerify(token, createLocalJWKSet(await jwksOf(lab)), {
        currentDate: new Date(lab.clock.now()),
      })
      const kid = decodeProtectedHeader(token).kid ?? ''
      const told = bodyOf<{ publicKey: string }>(
        await lab.call('GET', `/api/jwt/public-key?kid=${kid}`),
      )
      expect(told.publicKey).toContain('BEGIN PUBLIC KEY')
    },
  )

  test.each(['HS256', 'HS384', 'HS512'])('%s, and one seed gives one secret', async (algorithm) => {
    const tokens = async (): Promise<string> => {
      const lab = openLab()
      await lab.call('POST', `/api/key/generate/${keyId}`, { key: { name: 'New', algorithm } })
      await signWith(lab, keyId)
      return (await fetchTokens(lab)).access_token
    }
    const [first, second] = [await tokens(), await tokens()]
    expect(decodeProtectedHeader(first).alg).toBe(algorithm)
    expect(second).toBe(first)
  })
})
