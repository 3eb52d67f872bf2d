import type { StandInHandler, Instance } from '../instance.ts'
import { replyJson } from '../reply.ts'
import { seconds } from '../tokens/access-token.ts'
import { refreshTokenExpiry } from '../tokens/lifetimes.ts'
import { peekRefreshToken } from '../tokens/refresh-tokens.ts'
import { mayServeAs, type TokenType } from '../tokens/types.ts'
import { verifyJwt } from '../tokens/verification.ts'
import { type Caller, checkAuthenticated, loadCaller } from './client-authentication.ts'
import { formOf, readParameters } from './parameters.ts'
import {
  missingToken,
  otherTokenType,
  repeatedParameter,
  tokenOfAnotherClient,
  unsupportedTokenType,
} from './refusals.ts'

type Introspection = Readonly<Record<string, unknown>>

const inactive: Introspection = { active: false }

const typesOfHints = new Map<string, TokenType>([
  ['access_token', 'at'],
  ['id_token', 'idt'],
])

const inspectJwt = async (
  instance: Instance,
  { application }: Caller,
  jwt: string,
  hint: string | undefined,
): Promise<Introspection> => {
  const { claims } = await verifyJwt(instance, jwt)
  if (claims === undefined) return inactive
  if (![claims.aud].flat().includes(application.id)) throw tokenOfAnotherClient()
  const type = typesOfHints.get(hint ?? '')
  if (type !== undefined && !mayServeAs(type, claims)) throw otherTokenType()
  return { active: true, ...claims }
}

/**
 * A look that is no use: it neither slides nor rotates, nor counts as a reuse (inferred, asked:
 * "look at a refresh token").
 */
const inspectRefreshToken = (
  instance: Instance,
  { application }: Caller,
  value: string,
): Introspection => {
  const found = peekRefreshToken(instance, value)
  if (found === undefined) return inactive
  if (found.applicationId !== application.id) throw tokenOfAnotherClient()
  const expiry = refreshTokenExpiry(found, instance.memory)
  return { active: true, ...(expiry === null ? {} : { exp: seconds(expiry) }) }
}

/**
 * POST /oauth2/introspect (RFC 7662). A secret that comes is checked; that none is demanded is inferred
 * (asked: "§12.10 introspect"), since FusionAuth's own client cannot send one. Hardened, the
 * application's policy holds here too (RFC 7662 §2.1). Access tokens are looked at as JWTs: they cannot
 * be revoked.
 */
export const introspect: StandInHandler = async (instance, exchange) => {
  const parameters = readParameters(await formOf(exchange))
  if (parameters.repeated[0] !== undefined) throw repeatedParameter(parameters.repeated[0])
  const caller = loadCaller(instance, exchange, parameters)
  if (instance.hardened) checkAuthenticated(caller, false)
  const token = parameters.get('token')
  if (token === undefined) throw missingToken()
  const hint = parameters.get('token_type_hint')
  const isForRefresh = hint === 'refresh_token'
  if (hint !== undefined && !isForRefresh && !typesOfHints.has(hint)) throw unsupportedTokenType()
  const introspection = isForRefresh
    ? inspectRefreshToken(instance, caller, token)
    : await inspectJwt(instance, caller, token, hint)
  exchange.header('Pragma', 'no-cache')
  return replyJson(exchange, introspection)
}
