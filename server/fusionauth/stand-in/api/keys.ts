import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import { generateMaterial } from '../keys/demonstration.ts'
import { algorithms } from '../keys/material.ts'
import type { StoredKey } from '../memory/records.ts'
import { token, uuid } from '../random.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, group, oneOf, text, whole } from '../shape.ts'
import { signingKeyId } from '../tokens/lifetimes.ts'
import { signingKey } from '../tokens/signer.ts'
import { duplicate, invalid, keyInUse, missing } from './refusals.ts'
import { member, pathId, queryId, readAs, readBody } from './request.ts'

/** What a key that is generated may be; every kind has its demonstration key. */
const readKey = group({
  algorithm: oneOf(algorithms, 'RS256'),
  issuer: text(undefined),
  length: whole(2048, 256, 4096),
  name: text(''),
})

/** A private key and a secret are never told. */
export const keyView = ({ id, kid, name, issuer, insertInstant, material }: StoredKey) => ({
  algorithm: material.algorithm,
  certificate: material.certificate,
  hasPrivateKey: material.publicJwk && material.privateJwk !== undefined,
  id,
  insertInstant,
  issuer,
  kid,
  lastUpdateInstant: insertInstant,
  length: material.length,
  name,
  publicKey: material.publicPem,
  type: material.type,
})

/** GET /api/key. */
export const listKeys: StandInHandler = ({ memory }, exchange) =>
  replyJson(exchange, { keys: [...memory.keys.values()].map(keyView) })

const load = ({ memory }: Instance, exchange: StandInContext): StoredKey => {
  const key = memory.keys.get(pathId(exchange, 'keyId') ?? '')
  if (key === undefined) throw missing()
  return key
}

const checkName = ({ memory }: Instance, name: string, ownId: string): void => {
  if (name === '') throw invalid(blank('key.name'))
  const taken = [...memory.keys.values()].some((key) => key.id !== ownId && key.name === name)
  if (taken) throw invalid(duplicate('key.name', name))
}

/** GET /api/key/{keyId}. */
export const retrieveKey: StandInHandler = (instance, exchange) =>
  replyJson(exchange, { key: keyView(load(instance, exchange)) })

/** PUT /api/key/{keyId}: only the name can be changed. */
export const updateKey: StandInHandler = async (instance, exchange) => {
  const key = load(instance, exchange)
  const { name } = readAs(readKey, member(await readBody(exchange), 'key'), 'key')
  checkName(instance, name, key.id)
  const renamed = { ...key, name }
  instance.memory.keys.set(key.id, renamed)
  return replyJson(exchange, { key: keyView(renamed) })
}

/** Whether a tenant or an application signs with a key. */
const isInUse = ({ memory }: Instance, keyId: string): boolean =>
  [...memory.tenants.values(), ...memory.applications.values()].some(({ jwtConfiguration }) =>
    [jwtConfiguration.accessTokenKeyId, jwtConfiguration.idTokenKeyId].includes(keyId),
  )

/** DELETE /api/key/{keyId}: not while a tenant or an application signs with it. */
export const deleteKey: StandInHandler = (instance, exchange) => {
  const { id } = load(instance, exchange)
  if (isInUse(instance, id)) throw keyInUse()
  instance.memory.keys.delete(id)
  return replyEmpty(exchange)
}

/** As many random bytes as make a `kid` as long as FusionAuth's. */
const kidBytes = 20

/** Adds a key under the id in the path, or under a new one. */
export const addKey = (
  instance: Instance,
  exchange: StandInContext,
  given: Pick<StoredKey, 'name' | 'issuer' | 'material' | 'isOther'> & {
    readonly kid?: string | undefined
  },
): Response => {
  const { memory, random, clock } = instance
  const { kid, ...rest } = given
  const id = pathId(exchange, 'keyId') ?? uuid(random)
  checkName(instance, given.name, id)
  if (memory.keys.has(id)) throw invalid(duplicate('keyId', id))
  const insertInstant = clock.now()
  const key = { ...rest, id, kid: kid ?? token(random, kidBytes), insertInstant }
  memory.keys.set(id, key)
  return replyJson(exchange, { key: keyView(key) })
}

/** POST /api/key/generate[/{keyId}]: a new name for a demonstration key, so that runs repeat. */
export const generateKey: StandInHandler = async (instance, exchange) => {
  const given = readAs(readKey, member(await readBody(exchange), 'key'), 'key')
  const { algorithm, issuer, length, name } = given
  const material = generateMaterial(algorithm, instance.random)
  const isOther = material.type === 'RSA' && length !== material.length
  return addKey(instance, exchange, { name, issuer, material, isOther })
}

/**
 * GET /api/jwt/public-key: all, or the one that `kid` or `applicationId` names. A secret has none, and
 * is answered as a key that is not there (inferred, asked: "public key of a secret").
 */
export const retrievePublicKey: StandInHandler = ({ memory }, exchange) => {
  const asked = exchange.req.query('kid')
  const applicationId = queryId(exchange, 'applicationId')
  const keys = [...memory.keys.values()]
  if (asked === undefined && applicationId === undefined) {
    const known = keys.filter(({ material }) => material.publicPem !== undefined)
    const publicKeys = Object.fromEntries(
      known.map(({ kid, material }) => [kid, material.publicPem]),
    )
    return replyJson(exchange, { publicKeys })
  }
  const application = memory.applications.get(applicationId ?? '')
  const tenant = memory.tenants.get(application?.tenantId ?? '')
  const key =
    asked === undefined && tenant !== undefined
      ? signingKey(memory.keys, signingKeyId('accessTokenKeyId', tenant, application))
      : keys.find(({ kid }) => kid === asked)
  const publicKey = key?.material.publicPem
  const isStrange = applicationId !== undefined && application === undefined
  if (publicKey === undefined || isStrange) throw missing()
  return replyJson(exchange, { publicKey })
}
