import { ended } from '../../../scenarios/model/sentence.ts'
import type { Json } from '../../../scenarios/model/wire.ts'
import type { AppContext } from '../context.ts'
import { jsonObject } from '../../../scenarios/model/json.ts'

/** The problem of a call whose Origin or header says that another site's page made it. */
export const crossSiteProblem = 'Another site asked for this in your name.'

/** An error response in JSON; `problem` is a sentence that says what is wrong. */
export const jsonProblem = (
  c: AppContext,
  status: 400 | 401 | 403 | 502,
  problem: string,
): Response => c.json({ problem }, status)

/** 502: FusionAuth could not be asked, and `problem` says why. */
export const jsonOutage = (c: AppContext, problem: string): Response =>
  jsonProblem(c, 502, `FusionAuth is needed for this, but ${ended(problem)} Nothing is lost.`)

/** 401: the user has to log in again. Bearer tokens are answered with a challenge (RFC 6750 §3). */
export const jsonUnauthorized = (c: AppContext): Response => {
  if (c.req.header('authorization') !== undefined)
    c.header('www-authenticate', 'Bearer error="invalid_token"')
  return jsonProblem(c, 401, 'Log in again.')
}

/**
 * Reads the members of a JSON request body; null when the body or its type is something else. The type
 * must be application/json: a form of another site cannot send that, and a script of another site only
 * after a preflight (Fetch standard, CORS-safelisted request-header).
 */
export const readJsonBody = async (
  c: AppContext,
): Promise<Readonly<Record<string, Json>> | null> => {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) return null
  return jsonObject(await c.req.text()) ?? null
}

/** The text of a member; '' when it is absent or something else. */
export const stringMember = (body: Readonly<Record<string, Json>>, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}
