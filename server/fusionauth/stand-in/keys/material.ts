import type { JWK } from 'jose'

/** The algorithms of JWTs that FusionAuth signs with (FusionAuth API: Keys). */
export const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'ES256',
  'ES384',
  'ES512',
  'HS256',
  'HS384',
  'HS512',
  'Ed25519',
] as const

export type KeyAlgorithm = (typeof algorithms)[number]

/** What a key is made of. A public key alone verifies, a secret signs and verifies. */
export interface KeyMaterial {
  /** `None` for a secret that signs nothing. */
  readonly algorithm: KeyAlgorithm | 'None'
  readonly type: 'EC' | 'HMAC' | 'OKP' | 'RSA' | 'Secret'
  /** In bits; undefined for what is no key pair. */
  readonly length?: number
  readonly publicJwk?: JWK
  readonly publicPem?: string
  readonly privateJwk?: JWK
  readonly secret?: string
  /** As it was imported. */
  readonly certificate?: string
}

/** Whether a JWT can be signed with it. */
export const canSign = ({ algorithm, privateJwk, secret }: KeyMaterial): boolean =>
  algorithm !== 'None' && (privateJwk !== undefined || secret !== undefined)
