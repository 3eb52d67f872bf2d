import type { FusionAuthClient, RefreshToken } from '@fusionauth/typescript-client'
import type { EndedCredential } from '../../scenarios/engine/ports.ts'
import type { Cookie } from '../../scenarios/model/cookie.ts'
import type { ExpiringCredential } from '../../scenarios/model/credential.ts'
import { type FusionAuthAnswer, ask } from './port.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/** Whose tokens end, and what tells them from the tokens of other runs at the same FusionAuth. */
export interface Holder {
  readonly userId: string
  /** The Browser's jar: the refresh tokens and the session in it are this run's own. */
  readonly jar: readonly Cookie[]
  /** Host of FusionAuth, whose session cookie is looked for. */
  readonly host: string
  /** When the run began, ms: an older session is not its own. */
  readonly since: number
}

/** Name of FusionAuth's cookie for its own session (FusionAuth docs, Cookies). */
const ssoCookie = 'fusionauth.sso'

/** Name of the applications' cookie for a refresh token. */
const refreshCookie = 'rt'

/** Null when it is done, else why not. A token that is gone already is done. */
const failure = (answer: FusionAuthAnswer<unknown>): Text | null => {
  if (answer.ok) return null
  if (answer.why !== 'refused') return answer.reason
  return answer.status === 404 ? null : textOf('network.refused-status', { status: answer.status })
}

const told = (
  name: 'refresh-token' | 'sso-session',
  problems: readonly Text[],
): EndedCredential => ({
  participant: 'FusionAuth',
  name: `revokes-${name}`,
  label:
    problems.length === 0
      ? textOf(`note.revokes-${name}`)
      : textOf(`note.${name}-lives-on`, { why: problems }),
})

const endRefreshTokens = async (
  client: FusionAuthClient,
  { jar }: Holder,
): Promise<EndedCredential> => {
  const problems: Text[] = []
  for (const { value } of jar.filter(({ name }) => name === refreshCookie)) {
    const problem = failure(await ask(client.revokeRefreshTokenByToken(value), () => true))
    if (problem !== null) problems.push(problem)
  }
  return told('refresh-token', problems)
}

/**
 * A single sign-on session is, for the API, a refresh token without an application. Its value is
 * taken to be that of the cookie (inferred); where that fits none, the sessions that began during
 * this run are meant, another run's at the same time among them.
 */
const ownSessions = (tokens: readonly RefreshToken[], holder: Holder): readonly RefreshToken[] => {
  const sessions = tokens.filter(({ applicationId }) => (applicationId ?? null) === null)
  const cookies = holder.jar.filter(
    ({ name, domain }) => name === ssoCookie && domain === holder.host,
  )
  const named = sessions.filter(({ token }) => cookies.some(({ value }) => value === token))
  if (named.length > 0 || cookies.length === 0) return named
  return sessions.filter(({ insertInstant = 0 }) => insertInstant >= holder.since)
}

const endSsoSession = async (
  client: FusionAuthClient,
  holder: Holder,
): Promise<EndedCredential> => {
  const listed = await ask(
    client.retrieveRefreshTokens(holder.userId),
    (body) => body.refreshTokens ?? [],
  )
  const problem = failure(listed)
  if (problem !== null || !listed.ok) return told('sso-session', problem === null ? [] : [problem])
  const problems: Text[] = []
  for (const { id = '' } of ownSessions(listed.value, holder)) {
    const refusal = failure(await ask(client.revokeRefreshTokenById(id), () => true))
    if (refusal !== null) problems.push(refusal)
  }
  return told('sso-session', problems)
}

/**
 * Makes lifetimes be over at a FusionAuth that keeps real time: refresh tokens and the single sign-on
 * session are revoked by its API, an application's own session ends because the application's clock
 * is moved on. Only what the Browser of this run holds is revoked. Tokens that cannot be revoked, as
 * JWTs, end by the lifetimes that the applications are set up with.
 */
export const endLifetimes = async (
  client: FusionAuthClient,
  ends: readonly ExpiringCredential[],
  holder: Holder,
): Promise<readonly EndedCredential[]> => {
  const done: EndedCredential[] = []
  for (const what of ends) {
    if (what === 'session')
      done.push({
        participant: 'Store',
        name: 'moves-clock',
        label: textOf('note.moves-clock'),
      })
    if (what === 'refresh-token') done.push(await endRefreshTokens(client, holder))
    if (what === 'sso-session') done.push(await endSsoSession(client, holder))
  }
  return done
}
