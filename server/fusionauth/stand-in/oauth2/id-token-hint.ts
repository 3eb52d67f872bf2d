import type { Instance } from '../instance.ts'
import type { AuthorizationTarget } from './authorization-request.ts'
import { invalidIdTokenHint, loginRequired } from './refusals.ts'

/**
 * The user whom `id_token_hint` names (OpenID Connect Core §3.1.2.1); the token may have run out.
 * FusionAuth documents the parameter for its logout only; that it is heeded here is inferred.
 */
export const loadHintedUser = async (
  instance: Instance,
  { parameters, tenant }: AuthorizationTarget,
): Promise<string | undefined> => {
  const hint = parameters.get('id_token_hint')
  if (hint === undefined) return undefined
  const claims = await instance.signer.verify(hint, { evenExpired: true })
  if (claims?.sub === undefined || claims['tid'] !== tenant.id) throw invalidIdTokenHint()
  return claims.sub
}

/** Refuses to tell of anybody but the hinted user (OpenID Connect Core §3.1.2.2). */
export const checkHintedUser = (hintedUserId: string | undefined, userId: string): void => {
  if (hintedUserId !== undefined && hintedUserId !== userId) throw loginRequired()
}
