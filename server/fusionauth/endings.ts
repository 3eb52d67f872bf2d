import type { FusionAuthClient, RefreshToken } from '@fusionauth/typescript-client'
import type { EndedCredential } from '../../scenarios/engine/ports.ts'
import { type Need, refusalOf } from './attempt.ts'
import { type FusionAuthAnswer, ask } from './port.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/** What FusionAuth can be made to end by a call. */
type Revocable = 'refresh-token' | 'sso-session'

/** Why something was not done: for its arrow, and with what to do about it. */
interface Refusal {
  readonly label: Text
  readonly advice: Text
}

const endpoint = '/api/jwt/refresh'

/** Null when it is done, else why not. A token that is gone already is done. */
const failure = (need: Need, answer: FusionAuthAnswer<unknown>): Refusal | null => {
  if (answer.ok) return null
  if (answer.why !== 'refused') return { label: answer.reason, advice: answer.reason }
  const { status } = answer
  if (status === 404) return null
  return { label: textOf('setup.status', { ...need, status }), advice: refusalOf(need, status) }
}

/** For the API a single sign-on session is a refresh token without an application. */
const isOf = ({ applicationId }: RefreshToken, what: Revocable): boolean =>
  ((applicationId ?? null) === null) === (what === 'sso-session')

/** What came of revoking: how many, and why some could not be. */
interface Revoked {
  readonly count: number
  readonly problems: readonly Refusal[]
}

const revoke = async (
  client: FusionAuthClient,
  userId: string,
  isMeant: (token: RefreshToken) => boolean,
): Promise<Revoked> => {
  const listed = await ask(client.retrieveRefreshTokens(userId), (body) => body.refreshTokens ?? [])
  const problem = failure({ method: 'GET', endpoint }, listed)
  if (problem !== null) return { count: 0, problems: [problem] }
  const problems: Refusal[] = []
  const meant = listed.ok ? listed.value.filter(isMeant) : []
  for (const token of meant) {
    const revoked = await ask(client.revokeRefreshTokenById(token.id ?? ''), () => true)
    const refusal = failure({ method: 'DELETE', endpoint }, revoked)
    if (refusal !== null) problems.push(refusal)
  }
  return { count: meant.length, problems }
}

/** What came of ending something, and why that was not possible. */
export interface Ending {
  readonly done: EndedCredential
  readonly problem: Text | null
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
): Promise<Ending | null> => {
  const isMeant = (token: RefreshToken): boolean => isOf(token, what) && (isOver?.(token) ?? true)
  const { count, problems } = await revoke(client, userId, isMeant)
  if (isOver !== undefined && count === 0) return null
  const [first] = problems
  const label =
    first === undefined
      ? textOf(`note.revokes-${what}`)
      : textOf(`note.${what}-lives-on`, { why: problems.map((one) => one.label) })
  return {
    done: { participant: 'FusionAuth', name: `revokes-${what}`, label },
    problem: first === undefined ? null : textOf('setup.not-ended', { why: first.advice }),
  }
}
