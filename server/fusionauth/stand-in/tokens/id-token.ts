import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64url, type JWTPayload } from 'jose'
import type { Instance } from '../instance.ts'
import type { User } from '../memory/user.ts'
import { commonClaims, identityClaims, isStrict, seconds, type Subject } from './access-token.ts'
import { signingKeyId } from './lifetimes.ts'
import { typeClaims } from './types.ts'

const present = (claims: { readonly [name: string]: unknown }): JWTPayload =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))

const fullName = ({ fullName: given, firstName, lastName }: User): string | undefined =>
  given ?? ([firstName, lastName].filter((part) => part !== undefined).join(' ') || undefined)

/** What each scope tells about a user (OpenID Connect Core §5.4); absent values are left out. */
const claimsOfScope = new Map<string, (user: User) => JWTPayload>([
  [
    'email',
    (user) =>
      user.email === undefined ? {} : { email: user.email, email_verified: user.verified },
  ],
  ['phone', (user) => present({ phone_number: user.mobilePhone })],
  [
    'profile',
    (user) =>
      present({
        birthdate: user.birthDate,
        family_name: user.lastName,
        given_name: user.firstName,
        locale: user.preferredLanguages[0],
        middle_name: user.middleName,
        name: fullName(user),
        picture: user.imageUrl,
        preferred_username: user.username,
        zoneinfo: user.timezone,
      }),
  ],
])

export const scopeClaims = (user: User, scopes: readonly string[]): JWTPayload =>
  Object.assign({}, ...scopes.map((scope) => claimsOfScope.get(scope)?.(user) ?? {})) as JWTPayload

/** The left half of the hash of the access token (OpenID Connect Core §3.1.3.6). */
const halfHash = (accessToken: string): string =>
  base64url.encode(sha256(utf8ToBytes(accessToken)).subarray(0, 16))

/**
 * A signed ID token; without an access token beside it there is no `at_hash`. `sid` is the id of the
 * refresh token: FusionAuth's own pages disagree on whether it is that or the SSO session (inferred,
 * asked: "§12.4 sid").
 */
export const issueIdToken = async (
  instance: Instance,
  subject: Subject,
  accessToken: string | undefined,
  nonce: string | undefined,
): Promise<string> => {
  const claims = {
    ...commonClaims(instance, subject),
    ...(accessToken === undefined ? {} : { at_hash: halfHash(accessToken) }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(isStrict(subject)
      ? scopeClaims(subject.user, subject.scopes ?? [])
      : identityClaims(subject)),
    ...(subject.scopes === undefined ? {} : { scope: subject.scopes.join(' ') }),
    ...(subject.refreshTokenId === undefined ? {} : { sid: subject.refreshTokenId }),
    auth_time: seconds(subject.authInstant),
    tid: subject.tenant.id,
    ...typeClaims('idt', subject.grantTypes),
  }
  const keyId = signingKeyId('idTokenKeyId', subject.tenant, subject.application)
  return instance.signer.sign(claims, keyId)
}
