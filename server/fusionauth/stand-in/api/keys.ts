import { demoKey } from '../demo-key.ts'
import type { StandInContext, StandInHandler, Instance } from '../instance.ts'
import type { StoredKey } from '../memory/records.ts'
import { token, uuid } from '../random.ts'
import { replyEmpty, replyJson } from '../reply.ts'
import { blank, group, oneOf, text, whole } from '../shape.ts'
import { duplicate, invalid, keyInUse, missing } from './refusals.ts'
import { member, pathId, queryId, readAs, readBody } from './request.ts'

const algorithms = [
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

/** Keys of every kind are taken, and are the demonstration key all the same. */
const readKey = group({
  algorithm: oneOf(algorithms, 'RS256'),
  issuer: text(undefined),
  length: whole(2048, 256, 4096),
  name: text(''),
})

/** Of what is imported only the name counts: no key material is read. */
const readImportedKey = group({
  algorithm: oneOf([...algorithms, 'None'], 'RS256'),
  certificate: text(undefined),
  issuer: text(undefined),
  kid: text(undefined),
  name: text(''),
  privateKey: text(undefined),
  publicKey: text(undefined),
  secret: text(undefined),
})

const view = ({ id, kid, name, issuer, insertInstant }: StoredKey) => ({
  algorithm: 'RS256',
  hasPrivateKey: true,
  id,
  insertInstant,
  issuer,
  kid,
  lastUpdateInstant: insertInstant,
  length: 2048,
  name,
  publicKey: demoKey.publicPem,
  type: 'RSA',
})

/** GET /api/key. */
export const listKeys: StandInHandler = ({ memory }, exchange) =>
  replyJson(exchange, { keys: [...memory.keys.values()].map(view) })

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
  replyJson(exchange, { key: view(load(instance, exchange)) })

/** PUT /api/key/{keyId}: only the name can be changed. */
export const updateKey: StandInHandler = async (instance, exchange) => {
  const key = load(instance, exchange)
  const { name } = readAs(readKey, member(await readBody(exchange), 'key'), 'key')
  checkName(instance, name, key.id)
  const renamed = { ...key, name }
  instance.memory.keys.set(key.id, renamed)
  return replyJson(exchange, { key: view(renamed) })
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

const add = (
  instance: Instance,
  exchange: StandInContext,
  {
    kid,
    name,
    issuer,
    isOther,
  }: Pick<StoredKey, 'name' | 'issuer' | 'isOther'> & {
    readonly kid?: string | undefined
  },
): Response => {
  const { memory, random, clock } = instance
  const id = pathId(exchange, 'keyId') ?? uuid(random)
  checkName(instance, name, id)
  if (memory.keys.has(id)) throw invalid(duplicate('keyId', id))
  const insertInstant = clock.now()
  const key = { id, kid: kid ?? token(random, kidBytes), name, issuer, insertInstant, isOther }
  memory.keys.set(id, key)
  return replyJson(exchange, { key: view(key) })
}

/** POST /api/key/generate[/{keyId}]: a new name for the demonstration key, so that runs repeat. */
export const generateKey: StandInHandler = async (instance, exchange) => {
  const given = readAs(readKey, member(await readBody(exchange), 'key'), 'key')
  const isOther = given.algorithm !== 'RS256' || given.length !== 2048
  return add(instance, exchange, { ...given, isOther })
}

/**
 * POST /api/key/import[/{keyId}]: the name and `kid` of the key that is imported, and the
 * demonstration key underneath: the answer shows what signs and verifies here.
 */
export const importKey: StandInHandler = async (instance, exchange) => {
  const given = readAs(readImportedKey, member(await readBody(exchange), 'key'), 'key')
  const { certificate, privateKey, publicKey, secret, name, issuer, kid } = given
  if ((certificate ?? privateKey ?? publicKey ?? secret) === undefined) {
    throw invalid(blank('key.publicKey'))
  }
  if (kid !== undefined && [...instance.memory.keys.values()].some((key) => key.kid === kid)) {
    throw invalid(duplicate('key.kid', kid))
  }
  return add(instance, exchange, { name, issuer, kid, isOther: true })
}

/** GET /api/jwt/public-key: all, or the one that `kid` or `applicationId` names. */
export const retrievePublicKey: StandInHandler = ({ memory }, exchange) => {
  const asked = exchange.req.query('kid')
  const applicationId = queryId(exchange, 'applicationId')
  const kids = [...memory.keys.values()].map(({ kid }) => kid)
  if (asked === undefined && applicationId === undefined) {
    const publicKeys = Object.fromEntries(kids.map((kid) => [kid, demoKey.publicPem]))
    return replyJson(exchange, { publicKeys })
  }
  const known = asked === undefined || kids.includes(asked)
  if (!known || (applicationId !== undefined && !memory.applications.has(applicationId))) {
    throw missing()
  }
  return replyJson(exchange, { publicKey: demoKey.publicPem })
}
