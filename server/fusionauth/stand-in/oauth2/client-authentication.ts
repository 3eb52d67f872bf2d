/**
 * Who calls the token endpoint (RFC 6749 §2.3, §3.2.1). A secret that is sent is always checked, even
 * where none is required.
 */
import { equal } from '../equal.ts'
import type { StandInContext, Instance } from '../instance.ts'
import { guarded } from './attempts.ts'
import { type ClientOfTenant, loadClient } from './client.ts'
import type { RequestParameters } from './parameters.ts'
import {
  differentClients,
  missingClientAuthentication,
  missingClientSecret,
  twoClientAuthentications,
  unreadableClientAuthentication,
  wrongClientSecret,
} from './refusals.ts'

const isConfidential = ({ application }: ClientOfTenant): boolean =>
  application.oauthConfiguration.clientAuthenticationPolicy === 'Required'

/** The calling client, and whether it proved to be that client. */
export interface Caller extends ClientOfTenant {
  readonly authenticated: boolean
}

interface Claimed {
  readonly clientId: string | undefined
  /** The secret in each way in which what was sent can be read; empty for none. */
  readonly clientSecrets: readonly string[]
}

/** One half of HTTP Basic that was form-encoded first (RFC 6749 §2.3.1). */
const decode = (text: string): string =>
  new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? ''

/**
 * FusionAuth documents id and secret as they stand, joined by a colon (RFC 7617), and its own example
 * has a secret with `+` and `=` in it; clients that go by RFC 6749 §2.3.1 form-encode both first.
 * Either is taken; that FusionAuth takes the second as well is inferred (asked: "HTTP Basic").
 */
const readBasic = (authorization: string): Claimed => {
  const encoded = /^basic +([a-z\d+/]+=*)$/i.exec(authorization)?.[1]
  if (encoded === undefined) throw unreadableClientAuthentication()
  let pair: string
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    pair = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadableClientAuthentication()
  }
  const colon = pair.indexOf(':')
  if (colon < 1) throw unreadableClientAuthentication()
  const password = pair.slice(colon + 1)
  return { clientId: decode(pair.slice(0, colon)), clientSecrets: [password, decode(password)] }
}

const readClaim = (exchange: StandInContext, parameters: RequestParameters): Claimed => {
  const authorization = exchange.req.header('authorization')
  const clientId = parameters.get('client_id')
  const clientSecret = parameters.get('client_secret')
  if (authorization === undefined)
    return { clientId, clientSecrets: clientSecret === undefined ? [] : [clientSecret] }
  if (clientSecret !== undefined) throw twoClientAuthentications()
  const basic = readBasic(authorization)
  if (clientId !== undefined && clientId !== basic.clientId) throw differentClients()
  return basic
}

/**
 * Loads the client and checks the secret, if one came. Whether one is needed depends on the grant. An
 * empty password in HTTP Basic is no secret of a client that may do without one (RFC 6749 §2.3.1 lets
 * it leave the empty one out; inferred, asked: "HTTP Basic").
 */
export const loadCaller = (
  instance: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
): Caller => {
  const { clientId, clientSecrets } = readClaim(exchange, parameters)
  const client = loadClient(instance, exchange, parameters, clientId)
  const { id, oauthConfiguration } = client.application
  const isEmpty = clientSecrets.every((secret) => secret === '')
  if (clientSecrets.length > 0 && isEmpty && isConfidential(client)) throw missingClientSecret()
  if (isEmpty) return { ...client, authenticated: false }
  const prove = (): boolean =>
    clientSecrets.map((secret) => equal(secret, oauthConfiguration.clientSecret)).includes(true)
  if (!guarded(instance, `client ${id}`, prove, (right) => !right)) throw wrongClientSecret()
  return { ...client, authenticated: true }
}

/**
 * Refuses a client that had to authenticate and did not. `NotRequiredWhenUsingPKCE` spares the code
 * grant with PKCE only; for the other grants it counts as Required (inferred, asked:
 * "PKCE instead of a secret").
 */
export const checkAuthenticated = (
  { application, authenticated }: Caller,
  usesPkce: boolean,
): void => {
  const policy = application.oauthConfiguration.clientAuthenticationPolicy
  const spared = policy === 'NotRequired' || (policy === 'NotRequiredWhenUsingPKCE' && usesPkce)
  if (!authenticated && !spared) throw missingClientAuthentication()
}
