import { demoKey } from '../demo-key.ts'
import type { Handler } from '../instance.ts'
import type { Key } from '../memory/memory.ts'
import { uuid } from '../random.ts'
import { replyJson } from '../reply.ts'
import { blank, group, oneOf, text, whole } from '../shape.ts'
import { duplicate, invalid, missing } from './refusals.ts'
import { member, pathId, queryId, readAs, readBody } from './request.ts'

const readKey = group({
  algorithm: oneOf(['RS256'], 'RS256'),
  issuer: text(undefined),
  length: whole(2048, 2048, 2048),
  name: text(''),
})

const view = ({ id, name, issuer, insertInstant }: Key) => ({
  algorithm: 'RS256',
  hasPrivateKey: true,
  id,
  insertInstant,
  issuer,
  kid: demoKey.kid,
  lastUpdateInstant: insertInstant,
  length: 2048,
  name,
  publicKey: demoKey.publicPem,
  type: 'RSA',
})

/** GET /api/key. */
export const listKeys: Handler = ({ memory }, exchange) =>
  replyJson(exchange, { keys: [...memory.keys.values()].map(view) })

/** GET /api/key/{keyId}. */
export const retrieveKey: Handler = ({ memory }, exchange) => {
  const key = memory.keys.get(pathId(exchange, 'keyId') ?? '')
  if (key === undefined) throw missing()
  return replyJson(exchange, { key: view(key) })
}

/** POST /api/key/generate[/{keyId}]: every key is the demonstration key, so that runs repeat. */
export const generateKey: Handler = async ({ memory, random, clock }, exchange) => {
  const body = await readBody(exchange)
  const { name, issuer } = readAs(readKey, member(body, 'key'), 'key')
  const id = pathId(exchange, 'keyId') ?? uuid(random)
  if (name === '') throw invalid(blank('key.name'))
  if (memory.keys.has(id)) throw invalid(duplicate('keyId', id))
  if ([...memory.keys.values()].some((key) => key.name === name)) {
    throw invalid(duplicate('key.name', name))
  }
  const key = { id, name, issuer, insertInstant: clock.now() }
  memory.keys.set(id, key)
  return replyJson(exchange, { key: view(key) })
}

/** GET /api/jwt/public-key: all, or the one that `kid` or `applicationId` names. */
export const retrievePublicKey: Handler = ({ memory }, exchange) => {
  const kid = exchange.req.query('kid')
  const applicationId = queryId(exchange, 'applicationId')
  if (kid === undefined && applicationId === undefined) {
    return replyJson(exchange, { publicKeys: { [demoKey.kid]: demoKey.publicPem } })
  }
  const known = kid === undefined || kid === demoKey.kid
  if (!known || (applicationId !== undefined && !memory.applications.has(applicationId))) {
    throw missing()
  }
  return replyJson(exchange, { publicKey: demoKey.publicPem })
}
