import type { GlossaryRows } from './term.ts'

const keysApi = 'FusionAuth: Keys API'
const tenantsApi = 'FusionAuth: Tenants API'
const since169 = 'FusionAuth: release notes of 1.69'

/** Members of what FusionAuth's operators send and get: keys, and the tenant that signs with them. */
export const operations = {
  algorithm: ['The algorithm for which the key is.', 'client', keysApi],
  hasPrivateKey: ['Whether FusionAuth has the private half and can sign.', 'fusionauth', keysApi],
  length: ['The length of the key, in bits.', 'client', keysApi],
  publicKey: ['The public half: it checks signatures, and makes none.', 'fusionauth', keysApi],
  'key.id': ['The key’s id in FusionAuth’s API.', 'fusionauth', keysApi],
  'key.kid': [
    'The key’s name in the header of what it signs, and among the published keys.',
    'fusionauth',
    'RFC 7517 §4.5',
  ],
  'key.name': ['What operators call the key.', 'client', keysApi],
  'key.type': ['The kind of key.', 'fusionauth', keysApi],
  'keys.id': ['A key’s id in FusionAuth’s API.', 'fusionauth', keysApi],
  'keys.name': ['What operators call the key.', 'fusionauth', keysApi],
  'keys.type': ['The kind of key.', 'fusionauth', keysApi],
  accessTokenKeyId: ['The key that signs access tokens, by its id.', 'client', tenantsApi],
  accessTokenVerificationKeyIds: [
    'Further keys whose access tokens are accepted: the old one, for as long as its tokens live.',
    'client',
    since169,
  ],
  idTokenKeyId: ['The key that signs ID tokens, by its id.', 'client', tenantsApi],
  idTokenVerificationKeyIds: [
    'Further keys whose ID tokens are accepted: the old one, for as long as its tokens live.',
    'client',
    since169,
  ],
  timeToLiveInSeconds: ['How long a JWT lives, in seconds.', 'fusionauth', tenantsApi],
  'tenant.id': ['The tenant’s id.', 'fusionauth', tenantsApi],
  'tenant.name': ['The tenant’s name.', 'fusionauth', tenantsApi],
  'tenant.issuer': ['Who the tokens say has issued them (iss).', 'fusionauth', tenantsApi],
  'tenant.jwtConfiguration.*': [
    'A setting of the tenant’s tokens, which stays as it was.',
    'fusionauth',
    tenantsApi,
  ],
  'tenant.*': ['A setting of the tenant, which stays as it was.', 'fusionauth', tenantsApi],
} as const satisfies GlossaryRows
