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

/** The calling client, and whether it proved to be that client. */
export interface Caller extends ClientOfTenant {
  readonly authenticated: boolean
}

interface Claimed {
  readonly clientId: string | undefined
  readonly clientSecret: string | undefined
}

/** One half of HTTP Basic, which is form-encoded first (RFC 6749 §2.3.1). */
const decode = (text: string): string =>
  new URLSearchParams(`v=${text.replaceAll('&', '%26')}`).get('v') ?? ''

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
  return {
    clientId: decode(pair.slice(0, colon)),
    clientSecret: decode(pair.slice(colon + 1)),
  }
}

const readClaim = (exchange: StandInContext, parameters: RequestParameters): Claimed => {
  const authorization = exchange.req.header('authorization')
  const clientId = parameters.get('client_id')
  const clientSecret = parameters.get('client_secret')
  if (authorization === undefined) return { clientId, clientSecret }
  if (clientSecret !== undefined) throw twoClientAuthentications()
  const basic = readBasic(authorization)
  if (clientId !== undefined && clientId !== basic.clientId) throw differentClients()
  return basic
}

/** Loads the client and checks the secret, if one came. Whether one is needed depends on the grant. */
export const loadCaller = (
  instance: Instance,
  exchange: StandInContext,
  parameters: RequestParameters,
): Caller => {
  const { clientId, clientSecret } = readClaim(exchange, parameters)
  const client = loadClient(instance, exchange, parameters, clientId)
  if (clientSecret === undefined) return { ...client, authenticated: false }
  if (clientSecret === '') throw missingClientSecret()
  const { id, oauthConfiguration } = client.application
  const prove = (): boolean => equal(clientSecret, oauthConfiguration.clientSecret)
  if (!guarded(instance, `client ${id}`, prove, (right) => !right)) throw wrongClientSecret()
  return { ...client, authenticated: true }
}

/**
 * Refuses a client that had to authenticate and did not. `NotRequiredWhenUsingPKCE` spares the code
 * grant with PKCE only; for the other grants it counts as Required (inferred).
 */
export const checkAuthenticated = (
  { application, authenticated }: Caller,
  usesPkce: boolean,
): void => {
  const policy = application.oauthConfiguration.clientAuthenticationPolicy
  const spared = policy === 'NotRequired' || (policy === 'NotRequiredWhenUsingPKCE' && usesPkce)
  if (!authenticated && !spared) throw missingClientAuthentication()
}
