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

/** What came of revoking: how many, and why some could not be. */
interface Revoked {
  readonly count: number
  readonly problems: readonly Text[]
}

const revoke = async (
  client: FusionAuthClient,
  userId: string,
  isMeant: (token: RefreshToken) => boolean,
): Promise<Revoked> => {
  const listed = await ask(client.retrieveRefreshTokens(userId), (body) => body.refreshTokens ?? [])
  const problem = failure(listed)
  if (problem !== null) return { count: 0, problems: [problem] }
  const problems: Text[] = []
  const meant = listed.ok ? listed.value.filter(isMeant) : []
  for (const token of meant) {
    const refusal = failure(await ask(client.revokeRefreshTokenById(token.id ?? ''), () => true))
    if (refusal !== null) problems.push(refusal)
  }
  return { count: meant.length, problems }
}

/**
 * Revokes what a user holds at a FusionAuth that keeps real time: a refresh token lives a minute at
 * least there, and a session is needed until it is to end. The user is one run's own.
 *
 * @param isOver which of them are over, when nobody says that all are; then null where none is
 */
export const endCredential = async (
  client: FusionAuthClient,
  userId: string,
  what: Revocable,
  isOver?: (token: RefreshToken) => boolean,
): Promise<EndedCredential | null> => {
  const isMeant = (token: RefreshToken): boolean => isOf(token, what) && (isOver?.(token) ?? true)
  const { count, problems } = await revoke(client, userId, isMeant)
  if (isOver !== undefined && count === 0) return null
  return {
    participant: 'FusionAuth',
    name: `revokes-${what}`,
    label:
      problems.length === 0
        ? textOf(`note.revokes-${what}`)
        : textOf(`note.${what}-lives-on`, { why: problems }),
  }
}
