/**
 * What every generated key is, under a name of its own: one published key for each kind, so that a
 * start costs nothing and one seed gives one trace. RSA and Ed25519 sign alike every time, ECDSA does
 * not. As with the first of them: a token that one of these signs proves nothing outside the lab.
 */
import type { Random } from '../../../../scenarios/engine/ports.ts'
import { demoKey } from '../demo-key.ts'
import { token } from '../random.ts'
import type { KeyAlgorithm, KeyMaterial } from './material.ts'

const rsa = (algorithm: KeyAlgorithm): KeyMaterial => ({
  algorithm,
  type: 'RSA',
  length: 2048,
  publicJwk: demoKey.publicJwk,
  publicPem: demoKey.publicPem,
  privateJwk: demoKey.privateJwk,
})

const pem = (base64: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`

const curve = (
  algorithm: KeyAlgorithm,
  length: number,
  publicJwk: KeyMaterial['publicJwk'] & object,
  d: string,
  spki: string,
): KeyMaterial => ({
  algorithm,
  type: publicJwk.kty === 'OKP' ? 'OKP' : 'EC',
  length,
  publicJwk,
  publicPem: pem(spki),
  privateJwk: { ...publicJwk, d },
})

const pairs: readonly KeyMaterial[] = [
  rsa('RS256'),
  rsa('RS384'),
  rsa('RS512'),
  curve(
    'ES256',
    256,
    {
      kty: 'EC',
      crv: 'P-256',
      x: '1ULN7g2ZKwwu_dV_9pDG6IOFQ0B02MdBMad3uK7vOLk',
      y: 'nvTzYmyOip6fQEOFDqtNvQueoupsjqEsrH3lSyZvC8o',
    },
    'yHQccU032QBT1WhqXJFZjWqC_5HI24IsQF72_ab0_6k',
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1ULN7g2ZKwwu/dV/9pDG6IOFQ0B0\n2MdBMad3uK7vOLme9PNibI6Knp9AQ4UOq029C56i6myOoSysfeVLJm8Lyg==',
  ),
  curve(
    'ES384',
    384,
    {
      kty: 'EC',
      crv: 'P-384',
      x: 'YvTqrq4kI3LnXL2-DICiplmwkRPoZ1YjUEEpVG8UGOMLOHvYGjpZjkE5yX8jvsPv',
      y: 'A0DZOT6exQEr71SkYGpsbp97UbFrOM1ZorYq-inS2Ejh0gT0NOZrjEQmU4COhBZB',
    },
    'wKjbXVUYoYdz7dCHlh3c0a0-FkywJ8wSpDXEaxXwZCPeuePL9FivQK1iZEQsOokH',
    'MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEYvTqrq4kI3LnXL2+DICiplmwkRPoZ1Yj\nUEEpVG8UGOMLOHvYGjpZjkE5yX8jvsPvA0DZOT6exQEr71SkYGpsbp97UbFrOM1Z\norYq+inS2Ejh0gT0NOZrjEQmU4COhBZB',
  ),
  curve(
    'ES512',
    521,
    {
      kty: 'EC',
      crv: 'P-521',
      x: 'AKY2pGcwFRzmW0NKXtLL1OErhwvTTjvGSrP0lMAuoVIiIthSEdgo37oOBbjNPlKU4A8TmcPiozv2oI-RK3zzb6MP',
      y: 'ASrODxQTH2VTLXgr78x1-XstXpBbqEpyUvbOkH6RwwdRX82Xb3wT_5pMRo5njjpGj9uMslcJfPQlmQqxkbDcMZWm',
    },
    'ACvIsTzGK7yGwigcTuH-Lp5Xvr2coCEDFlPl7zKx1nvcdpBrOq1V1b7B0Db51v71pwKhFH9It_0pS3z3N6d2CvYO',
    'MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQApjakZzAVHOZbQ0pe0svU4SuHC9NO\nO8ZKs/SUwC6hUiIi2FIR2Cjfug4FuM0+UpTgDxOZw+KjO/agj5ErfPNvow8BKs4P\nFBMfZVMteCvvzHX5ey1ekFuoSnJS9s6QfpHDB1FfzZdvfBP/mkxGjmeOOkaP24yy\nVwl89CWZCrGRsNwxlaY=',
  ),
  curve(
    'Ed25519',
    256,
    { kty: 'OKP', crv: 'Ed25519', x: 'Ikl_uAZWsSpniiSNq_Px8dQctCy3hMDqQ8lQ1ospHts' },
    '3b0GBeGkdcBnxvlK3z8S60P0vEINqkt1roMjeMZZeTc',
    'MCowBQYDK2VwAyEAIkl/uAZWsSpniiSNq/Px8dQctCy3hMDqQ8lQ1ospHts=',
  ),
]

const byAlgorithm = new Map(pairs.map((pair) => [pair.algorithm, pair]))

/** The key pair that a fresh instance signs with. */
export const firstMaterial: KeyMaterial = byAlgorithm.get('RS256') ?? rsa('RS256')

/** A key as it is generated: a demonstration key pair, or a secret that the seed decides. */
export const generateMaterial = (algorithm: KeyAlgorithm, random: Random): KeyMaterial =>
  byAlgorithm.get(algorithm) ?? {
    algorithm,
    type: 'HMAC',
    secret: token(random, Number(algorithm.slice(2)) / 8),
  }
