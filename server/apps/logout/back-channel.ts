import { decodeJwt, type JWTPayload } from 'jose'
import type { AppContext } from '../cookies.ts'
import type { Dependencies } from '../context.ts'

export const backChannelLogoutPath = '/back-channel-logout'

/** What a logout token says it is about (OpenID Connect Back-Channel Logout §2.4). */
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Null when the claims are those of a logout token, else what is wrong with them (§2.6). */
const claimsProblem = ({ events, jti, nonce }: JWTPayload): string | null => {
  if (typeof jti !== 'string' || jti === '') return 'it has no jti'
  if (nonce !== undefined) return 'it has a nonce, as an ID token has'
  const told = isRecord(events)
    ? (events as Readonly<Record<string, unknown>>)[logoutEvent]
    : undefined
  return isRecord(told) ? null : 'it tells of no logout'
}

const decode = (token: string): JWTPayload | null => {
  try {
    return decodeJwt(token)
  } catch {
    return null
  }
}

/**
 * `POST /back-channel-logout`: whoever logged users in says that one has logged out; all sessions of
 * that user end here. The caller proves itself by the token alone: signed by FusionAuth, for this
 * application, of the right kind, and never seen before (OpenID Connect Back-Channel Logout §2.5,
 * §2.6). FusionAuth sends none (backchannel_logout_supported=false); other servers do.
 */
export const createBackChannelLogout = (
  deps: Dependencies,
): ((c: AppContext) => Promise<Response>) => {
  const { settings, ports, memory, verifier } = deps
  /** When each token that was heeded is over, in milliseconds, by its `jti`. */
  const usedTokens = new Map<string, number>()

  const refuse = (c: AppContext, problem: string): Response =>
    c.json({ error: 'invalid_request', error_description: `The logout token: ${problem}` }, 400)

  const end = (c: AppContext, userId: string | undefined): Response => {
    if (userId !== undefined && memory.endUserSessions(userId) > 0)
      ports.journal.self(
        settings.name,
        'end-sessions',
        'Ends all sessions of the user',
        c.env.exchange,
      )
    return c.body(null, 200)
  }

  const deleteExpired = (): void => {
    for (const [jti, over] of usedTokens) if (over <= ports.tokenClock.now()) usedTokens.delete(jti)
  }

  return async (c) => {
    const token = new URLSearchParams(await c.req.text()).get('logout_token') ?? ''
    const claims = decode(token)
    if (claims === null) return refuse(c, 'it is no JWT')
    if (!settings.defences['logout-token-checks']) return end(c, claims.sub)
    const verified = await verifier.verify(token, c.env.exchange)
    if (!verified.ok) return refuse(c, verified.problem)
    const fault = claimsProblem(verified.claims)
    if (fault !== null) return refuse(c, fault)
    deleteExpired()
    const { jti = '', exp = 0, sub } = verified.claims
    if (usedTokens.has(jti)) return refuse(c, 'it was used before')
    usedTokens.set(jti, (exp + 60) * 1000)
    return end(c, sub)
  }
}
