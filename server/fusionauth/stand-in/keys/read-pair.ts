import {
  base64url,
  exportJWK,
  exportSPKI,
  importJWK,
  importPKCS8,
  importSPKI,
  importX509,
  type JWK,
} from 'jose'
import type { KeyAlgorithm, KeyMaterial } from './material.ts'
import { certificatePem, privatePem, publicPem } from './pem.ts'

/** What a caller gives of a key pair, in PEM. */
export interface GivenPair {
  readonly algorithm: KeyAlgorithm | undefined
  readonly certificate: string | undefined
  readonly privateKey: string | undefined
  readonly publicKey: string | undefined
}

/** Which of the texts does not serve, and why. */
export interface PairFault {
  readonly field: 'certificate' | 'privateKey' | 'publicKey'
  readonly why: string
}

/** What a key is taken for when nobody says what it is; the first that its bytes allow. */
const guesses: readonly KeyAlgorithm[] = ['RS256', 'ES256', 'ES384', 'ES512', 'Ed25519']

interface ReadKey {
  readonly algorithm: KeyAlgorithm
  readonly jwk: JWK
}

type Import = (pem: string, algorithm: string, options: { extractable: true }) => Promise<CryptoKey>

const readKey = async (
  pem: string | undefined,
  algorithms: readonly KeyAlgorithm[],
  read: Import,
): Promise<ReadKey | undefined> => {
  if (pem === undefined) return undefined
  for (const algorithm of algorithms) {
    try {
      return { algorithm, jwk: await exportJWK(await read(pem, algorithm, { extractable: true })) }
    } catch {
      // Another kind of key: the next guess, or none.
    }
  }
  return undefined
}

/** The public members of a key (RFC 7518 §6), in the order of their names. */
const publicPart = ({ crv, e, kty, n, x, y }: JWK): JWK =>
  Object.fromEntries(
    Object.entries({ crv, e, kty, n, x, y }).filter(([, value]) => value !== undefined),
  )

const lengthOf = ({ crv = '', n }: JWK): number =>
  n === undefined ? Number(/^P-(\d+)$/.exec(crv)?.[1] ?? 256) : base64url.decode(n).length * 8

const typeOf = ({ kty }: JWK): KeyMaterial['type'] =>
  (['EC', 'OKP'] as const).find((type) => type === kty) ?? 'RSA'

/**
 * A key pair, or one half of it, as it is imported. What of it is not said is found from the rest: the
 * algorithm from the key, the public key from the private one or from the certificate (FusionAuth API:
 * Keys). That the parts have to fit each other is inferred (asked: "imported keys").
 */
export const readPair = async (given: GivenPair): Promise<KeyMaterial | PairFault> => {
  const { algorithm, certificate, privateKey, publicKey } = given
  const choices = algorithm === undefined ? guesses : [algorithm]
  const found = {
    privateKey: await readKey(privateKey && privatePem(privateKey), choices, importPKCS8),
    publicKey: await readKey(publicKey && publicPem(publicKey), choices, importSPKI),
    certificate: await readKey(certificate && certificatePem(certificate), choices, importX509),
  }
  const kind = algorithm === undefined ? 'a key' : `a key for ${algorithm}`
  for (const field of ['privateKey', 'publicKey', 'certificate'] as const) {
    if (given[field] !== undefined && found[field] === undefined)
      return { field, why: `It has to be ${kind} in PEM.` }
  }
  const [first, ...others] = Object.values(found).filter((one) => one !== undefined)
  if (first === undefined) return { field: 'publicKey', why: 'There is no key.' }
  const publicJwk = publicPart(first.jwk)
  const same = JSON.stringify(publicJwk)
  if (others.some(({ jwk }) => JSON.stringify(publicPart(jwk)) !== same))
    return {
      field: found.publicKey === undefined ? 'certificate' : 'publicKey',
      why: 'It is not the other half of the private key.',
    }
  const length = lengthOf(publicJwk)
  if (found.privateKey !== undefined && publicJwk.kty === 'RSA' && length < 2048)
    return { field: 'privateKey', why: 'An RSA key that signs has at least 2048 bits.' }
  const imported = await importJWK(publicJwk, first.algorithm)
  return {
    algorithm: first.algorithm,
    type: typeOf(publicJwk),
    length,
    publicJwk,
    publicPem: imported instanceof Uint8Array ? '' : `${await exportSPKI(imported)}\n`,
    ...(found.privateKey === undefined ? {} : { privateJwk: found.privateKey.jwk }),
    ...(certificate === undefined ? {} : { certificate }),
  }
}
