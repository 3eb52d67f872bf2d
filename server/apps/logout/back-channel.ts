import { decodeJwt, type JWTPayload } from 'jose'
import type { AppContext } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { textOf } from '../../../scenarios/model/text.ts'
import { isJsonObject, memberOf } from '../../../scenarios/model/json.ts'

export const backChannelLogoutPath = '/back-channel-logout'

/** The member that the `events` claim of a logout token has (OpenID Connect Back-Channel Logout §2.4). */
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** What is wrong with the claims of a logout token (§2.6); null when nothing is. */
const claimsProblem = ({ events, jti, nonce }: JWTPayload): string | null => {
  if (typeof jti !== 'string' || jti === '') return 'it has no jti'
  if (nonce !== undefined) return 'it has a nonce, as an ID token has'
  return isJsonObject(memberOf(events, logoutEvent)) ? null : 'it tells of no logout'
}

const decode = (token: string): JWTPayload | null => {
  try {
    return decodeJwt(token)
  } catch {
    return null
  }
}

/**
 * `POST /back-channel-logout`: ends all sessions of the user whom a logout token names. The token is
 * all that authenticates the caller: it must be signed by the server that logs users in, be for this
 * application, and not have been used before (OpenID Connect Back-Channel Logout §2.5, §2.6). An
 * invalid one gets 400. FusionAuth sends no such tokens (backchannel_logout_supported=false); other
 * servers do.
 */
export const createBackChannelLogout = (
  deps: Dependencies,
): ((c: AppContext) => Promise<Response>) => {
  const { settings, ports, memory, verifier } = deps
  /** When each used token expires, in milliseconds since 1970, by its `jti`. */
  const usedTokens = new Map<string, number>()

  const refuse = (c: AppContext, problem: string): Response =>
    c.json({ error: 'invalid_request', error_description: `The logout token: ${problem}` }, 400)

  const end = (c: AppContext, userId: string | undefined): Response => {
    if (userId !== undefined && memory.endUserSessions(userId) > 0)
      ports.journal.self(
        settings.name,
        'end-sessions',
        textOf('note.ends-all-sessions'),
        c.env.exchange,
      )
    return c.body(null, 200)
  }

  const deleteExpired = (): void => {
    for (const [jti, expiresAt] of usedTokens)
      if (expiresAt <= ports.tokenClock.now()) usedTokens.delete(jti)
  }

  return async (c) => {
    const token = new URLSearchParams(await c.req.text()).get('logout_token') ?? ''
    const claims = decode(token)
    if (claims === null) return refuse(c, 'it is no JWT')
    if (!settings.defences['logout-token-checks']) return end(c, claims.sub)
    const verified = await verifier.verify(token, c.env.exchange)
    if (!verified.ok) return refuse(c, verified.problem)
    const problem = claimsProblem(verified.claims)
    if (problem !== null) return refuse(c, problem)
    deleteExpired()
    const { jti = '', exp = 0, sub } = verified.claims
    if (usedTokens.has(jti)) return refuse(c, 'it was used before')
    usedTokens.set(jti, (exp + 60) * 1000)
    return end(c, sub)
  }
}
