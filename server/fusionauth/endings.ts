import type { FusionAuthClient, RefreshToken } from '@fusionauth/typescript-client'
import type { EndedCredential } from '../../scenarios/engine/ports.ts'
import { type FusionAuthAnswer, ask } from './port.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/** What FusionAuth can be made to end by a call. */
type Revocable = 'refresh-token' | 'sso-session'

/** Null when it is done, else why not. A token that is gone already is done. */
const failure = (answer: FusionAuthAnswer<unknown>): Text | null => {
  if (answer.ok) return null
  if (answer.why !== 'refused') return answer.reason
  return answer.status === 404 ? null : textOf('network.refused-status', { status: answer.status })
}

/** For the API a single sign-on session is a refresh token without an application. */
const isOf = ({ applicationId }: RefreshToken, what: Revocable): boolean =>
  ((applicationId ?? null) === null) === (what === 'sso-session')

const problemsOf = async (
  client: FusionAuthClient,
  userId: string,
  what: Revocable,
): Promise<readonly Text[]> => {
  const listed = await ask(client.retrieveRefreshTokens(userId), (body) => body.refreshTokens ?? [])
  const problem = failure(listed)
  if (problem !== null) return [problem]
  const problems: Text[] = []
  for (const token of listed.ok ? listed.value.filter((one) => isOf(one, what)) : []) {
    const refusal = failure(await ask(client.revokeRefreshTokenById(token.id ?? ''), () => true))
    if (refusal !== null) problems.push(refusal)
  }
  return problems
}

/**
 * Revokes what a user holds at a FusionAuth that keeps real time: a refresh token lives a minute at
 * least there, and a session is needed until it is to end. The user is one run's own.
 */
export const revokeAll = async (
  client: FusionAuthClient,
  userId: string,
  what: Revocable,
): Promise<EndedCredential> => {
  const problems = await problemsOf(client, userId, what)
  return {
    participant: 'FusionAuth',
    name: `revokes-${what}`,
    label:
      problems.length === 0
        ? textOf(`note.revokes-${what}`)
        : textOf(`note.${what}-lives-on`, { why: problems }),
  }
}
