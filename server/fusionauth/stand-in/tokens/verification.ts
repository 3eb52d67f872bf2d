import type { JWTPayload } from 'jose'
import type { Instance } from '../instance.ts'
import type { Application } from '../memory/application.ts'
import type { Tenant } from '../memory/tenant.ts'
import { signingKeyId } from './lifetimes.ts'
import { signingKey, type Verified } from './signer.ts'
import type { TokenType } from './types.ts'

/** Where the configuration names the keys of each type of token. */
const settings = {
  at: ['accessTokenKeyId', 'accessTokenVerificationKeyIds'],
  idt: ['idTokenKeyId', 'idTokenVerificationKeyIds'],
} as const

/**
 * A token that does not say what it is may be of either type (inferred, asked:
 * "key of a JWT without a type").
 */
const typesOf = ({ tty }: JWTPayload): readonly TokenType[] =>
  tty === 'at' || tty === 'idt' ? [tty] : ['at', 'idt']

interface Home {
  readonly tenant: Tenant
  readonly application: Application | undefined
}

/**
 * Whose configuration judges a token: that of the application in `aud`, else of the tenant in `tid`,
 * else of the default tenant, as for a JWT that was vended (inferred, asked: "JWT of no tenant").
 */
const homeOf = ({ memory }: Instance, { aud, tid }: JWTPayload): Home | undefined => {
  const application = memory.applications.get([aud].flat()[0] ?? '')
  const tenantId = application?.tenantId ?? (typeof tid === 'string' ? tid : '')
  const tenant = memory.tenants.get(tenantId) ?? [...memory.tenants.values()][0]
  return tenant === undefined ? undefined : { tenant, application }
}

/** The ids of the keys that may have signed a token of a type: the one that signs, and those listed. */
const keyIdsOf = (
  { memory }: Instance,
  { tenant, application }: Home,
  type: TokenType,
): readonly (string | undefined)[] => {
  const [signing, listed] = settings[type]
  const own = application?.jwtConfiguration
  return [
    signingKey(memory.keys, signingKeyId(signing, tenant, application))?.id,
    ...tenant.jwtConfiguration[listed],
    ...(own?.enabled === true ? own[listed] : []),
  ]
}

/**
 * A JWT of ours, or what is wrong with it. Since 1.69 its key has to be the one that signs for its
 * application or tenant, or one that `accessTokenVerificationKeyIds` or `idTokenVerificationKeyIds`
 * lists (release notes of 1.69.0). That the tenant's list serves all of its applications is inferred
 * (asked: "list of the tenant").
 */
export const verifyJwt = async (
  instance: Instance,
  token: string,
  options?: { readonly evenExpired?: boolean },
): Promise<Verified> => {
  const verified = await instance.signer.verify(token, options)
  if (verified.fault !== undefined) return verified
  const { claims, kid } = verified
  const home = homeOf(instance, claims)
  const isTrusted =
    home !== undefined &&
    typesOf(claims).some((type) =>
      keyIdsOf(instance, home, type).some(
        (id) => id !== undefined && instance.memory.keys.get(id)?.kid === kid,
      ),
    )
  return isTrusted ? verified : { fault: 'invalid' }
}
