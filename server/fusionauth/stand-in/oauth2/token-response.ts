import type { StandInContext, Instance } from '../instance.ts'
import type { RefreshToken } from '../memory/records.ts'
import { replyJson } from '../reply.ts'
import { issueAccessToken, type Subject, timeToLive } from '../tokens/access-token.ts'
import { issueIdToken } from '../tokens/id-token.ts'

/** What a grant came to. */
export interface Granted {
  readonly subject: Omit<Subject, 'refreshTokenId'> & { readonly scopes: readonly string[] }
  readonly refreshToken: RefreshToken | undefined
  readonly nonce: string | undefined
  /** Whether the answer names the scopes; FusionAuth's refresh answer does not. */
  readonly tellsScope: boolean
}

/** The token answer (RFC 6749 §5.1) with FusionAuth's additions. */
export const respondWithTokens = async (
  instance: Instance,
  exchange: StandInContext,
  { subject: granted, refreshToken, nonce, tellsScope }: Granted,
): Promise<Response> => {
  const subject: Subject = { ...granted, refreshTokenId: refreshToken?.id }
  const accessToken = await issueAccessToken(instance, subject)
  const idToken = granted.scopes.includes('openid')
    ? await issueIdToken(instance, subject, accessToken, nonce)
    : undefined
  const answer = {
    access_token: accessToken,
    expires_in: timeToLive(subject),
    id_token: idToken,
    refresh_token: refreshToken?.token,
    refresh_token_id: refreshToken?.id,
    scope: tellsScope ? granted.scopes.join(' ') : undefined,
    token_type: 'Bearer',
    userId: granted.user.id,
  }
  return replyJson(exchange, answer, 200, { Pragma: 'no-cache' })
}
