import type { JWTPayload } from 'jose'
import type { Instance } from '../instance.ts'
import { mayServeAs } from '../tokens/types.ts'
import { verifyJwt } from '../tokens/verification.ts'
import type { Tenant } from '../memory/tenant.ts'
import type { RequestParameters } from './parameters.ts'
import { invalidIdTokenHint, loginRequired, unsuitableIdTokenHint } from './refusals.ts'

/** The claims of `id_token_hint`, which may have run out; undefined when none came. */
export const loadIdTokenHint = async (
  instance: Instance,
  parameters: RequestParameters,
): Promise<JWTPayload | undefined> => {
  const hint = parameters.get('id_token_hint')
  if (hint === undefined) return undefined
  const { claims } = await verifyJwt(instance, hint, { evenExpired: true })
  if (claims === undefined) throw invalidIdTokenHint()
  if (!mayServeAs('idt', claims)) throw unsuitableIdTokenHint()
  return claims
}

/**
 * The user whom `id_token_hint` names (OpenID Connect Core §3.1.2.1). FusionAuth documents the
 * parameter for its logout only; that it is heeded here is inferred (asked:
 * "id_token_hint at a login").
 */
export const loadHintedUser = async (
  instance: Instance,
  { parameters, tenant }: { readonly parameters: RequestParameters; readonly tenant: Tenant },
): Promise<string | undefined> => {
  const claims = await loadIdTokenHint(instance, parameters)
  if (claims === undefined) return undefined
  if (claims.sub === undefined || claims['tid'] !== tenant.id) throw invalidIdTokenHint()
  return claims.sub
}

/** Refuses to tell of anybody but the hinted user (OpenID Connect Core §3.1.2.2). */
export const checkHintedUser = (hintedUserId: string | undefined, userId: string): void => {
  if (hintedUserId !== undefined && hintedUserId !== userId) throw loginRequired()
}
