import { missing } from '../api/refusals.ts'
import type { StandInHandler, Instance } from '../instance.ts'
import type { Tenant } from '../memory/tenant.ts'
import { replyJson } from '../reply.ts'
import { deviceGrant } from './device/names.ts'
import { offeredScopes } from './scopes.ts'

/** Without an id, the first tenant: the default one of the instance. */
const loadTenant = ({ memory }: Instance, tenantId: string | undefined): Tenant => {
  const tenant =
    tenantId === undefined
      ? [...memory.tenants.values()][0]
      : memory.tenants.get(tenantId.toLowerCase())
  if (tenant === undefined) throw missing()
  return tenant
}

/** As FusionAuth lists them (measured by others of 1.69.0); a key for Ed25519 signs none the less. */
const signingAlgorithms = [
  'ES256',
  'ES384',
  'ES512',
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
]

/**
 * The metadata (OpenID Connect Discovery §3, RFC 8414 §2), in FusionAuth's members. It says what the
 * stand-in does, so it lists more scopes than a real FusionAuth. `issuer` is the tenant's, word for word.
 */
export const describeProvider: StandInHandler = (instance, exchange) => {
  const named = exchange.req.param('tenantId') ?? exchange.req.query('tenantId')
  const { issuer } = loadTenant(instance, named)
  const at = (path: string): string => instance.origin + path
  return replyJson(exchange, {
    authorization_endpoint: at('/oauth2/authorize'),
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: false,
    claims_supported: [
      'applicationId',
      'at_hash',
      'aud',
      'authenticationType',
      'auth_time',
      'birthdate',
      'email',
      'email_verified',
      'exp',
      'family_name',
      'given_name',
      'iat',
      'iss',
      'jti',
      'locale',
      'middle_name',
      'name',
      'nonce',
      'phone_number',
      'picture',
      'preferred_username',
      'roles',
      'sid',
      'sub',
      'tid',
      'zoneinfo',
    ],
    code_challenge_methods_supported: ['S256'],
    device_authorization_endpoint: at('/oauth2/device_authorize'),
    end_session_endpoint: at('/oauth2/logout'),
    frontchannel_logout_supported: true,
    grant_types_supported: [
      'authorization_code',
      'password',
      'implicit',
      'refresh_token',
      deviceGrant,
    ],
    id_token_signing_alg_values_supported: signingAlgorithms,
    issuer,
    jwks_uri: at('/.well-known/jwks.json'),
    response_modes_supported: ['form_post', 'fragment', 'query'],
    response_types_supported: ['code', 'id_token', 'token id_token'],
    scopes_supported: offeredScopes,
    subject_types_supported: ['public'],
    token_endpoint: at('/oauth2/token'),
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    userinfo_endpoint: at('/oauth2/userinfo'),
    userinfo_signing_alg_values_supported: signingAlgorithms,
  })
}

/** GET /.well-known/jwks.json (RFC 7517 §5): every key pair; a secret is no public key. */
export const publishKeys: StandInHandler = ({ memory }, exchange) => {
  const keys = [...memory.keys.values()].flatMap(({ kid, material: { algorithm, publicJwk } }) => {
    if (publicJwk === undefined) return []
    const { crv, e, kty, n, x, y } = publicJwk
    return [{ alg: algorithm, crv, e, kid, kty, n, use: 'sig', x, y }]
  })
  return replyJson(exchange, { keys })
}
