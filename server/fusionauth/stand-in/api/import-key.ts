import type { Json } from '../../../../scenarios/model/wire.ts'
import type { StandInHandler } from '../instance.ts'
import { algorithms, type KeyMaterial } from '../keys/material.ts'
import { readPair } from '../keys/read-pair.ts'
import { blank, group, oneOf, text } from '../shape.ts'
import { addKey } from './keys.ts'
import { duplicate, invalid, unusable } from './refusals.ts'
import { member, readAs, readBody } from './request.ts'

/** What an algorithm and a type may say when they say nothing. */
const unsaid = ''

const readImportedKey = group({
  algorithm: oneOf([...algorithms, 'None', unsaid], unsaid),
  certificate: text(undefined),
  issuer: text(undefined),
  kid: text(undefined),
  name: text(''),
  privateKey: text(undefined),
  publicKey: text(undefined),
  secret: text(undefined),
  type: oneOf(['EC', 'OKP', 'RSA', 'HMAC', 'Secret', 'SecretKeyValue', unsaid], unsaid),
})

/** What is to be added to the instance. */
interface ImportedKey {
  readonly name: string
  readonly issuer: string | undefined
  readonly kid: string | undefined
  readonly material: KeyMaterial
}

const maxSecret = 256

/**
 * A secret: of HMAC unless it is said to be none. That HS256 is meant when nothing is said is inferred
 * (asked: "imported keys").
 */
const secretMaterial = (
  { algorithm, type }: ReturnType<typeof readImportedKey>,
  secret: string,
): KeyMaterial => {
  const signsNothing = algorithm === 'None' || type.startsWith('Secret')
  if (signsNothing && secret.length > maxSecret)
    throw invalid(unusable('key.secret', `It has to have at most ${maxSecret} characters.`))
  if (signsNothing) return { algorithm: 'None', type: 'Secret', secret }
  const known = algorithms.find((one) => one === algorithm && one.startsWith('HS'))
  if (known === undefined && algorithm !== unsaid)
    throw invalid(unusable('key.algorithm', 'A secret signs with HS256, HS384 or HS512.'))
  return { algorithm: known ?? 'HS256', type: 'HMAC', secret }
}

const materialOf = async (given: ReturnType<typeof readImportedKey>): Promise<KeyMaterial> => {
  const { algorithm, certificate, privateKey, publicKey, secret, type } = given
  if (secret !== undefined) return secretMaterial(given, secret)
  const wantsSecret = algorithm.startsWith('HS') || algorithm === 'None' || type === 'HMAC'
  if (wantsSecret || type.startsWith('Secret')) throw invalid(blank('key.secret'))
  if ((certificate ?? privateKey ?? publicKey) === undefined) throw invalid(blank('key.publicKey'))
  const known = algorithms.find((one) => one === algorithm)
  const read = await readPair({ algorithm: known, certificate, privateKey, publicKey })
  if ('field' in read) throw invalid(unusable(`key.${read.field}`, read.why))
  return read
}

/** The key in the body of an import; what is wrong with it is refused. */
const readImport = async (given: Json | undefined): Promise<ImportedKey> => {
  const key = readAs(readImportedKey, given, 'key')
  const material = await materialOf(key)
  const { name, issuer } = key
  // The name of a secret is its `kid` as well (FusionAuth API: Keys).
  return { name, issuer, kid: material.type === 'Secret' ? name : key.kid, material }
}

/** POST /api/key/import[/{keyId}]: the key itself, which signs and verifies from then on. */
export const importKey: StandInHandler = async (instance, exchange) => {
  const given = await readImport(member(await readBody(exchange), 'key'))
  const { kid } = given
  if (kid !== undefined && [...instance.memory.keys.values()].some((key) => key.kid === kid)) {
    throw invalid(duplicate('key.kid', kid))
  }
  return addKey(instance, exchange, { ...given, isOther: false })
}
