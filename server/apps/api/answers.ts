import type { AppContext } from '../cookies.ts'

/** Why something is not done that another site may have asked for. */
export const crossSiteProblem = 'Another site asked for this in your name.'

/** A refusal in JSON; `problem` says in a sentence what is wrong. */
export const jsonProblem = (
  c: AppContext,
  status: 400 | 401 | 403 | 502,
  problem: string,
): Response => c.json({ problem }, status)

export const jsonOutage = (c: AppContext, problem: string): Response =>
  jsonProblem(c, 502, `FusionAuth is needed for this, but ${problem}. Nothing is lost.`)

/** 401 for a client that has to log in again; one that shows tokens itself is told so in a header (RFC 6750 §3). */
export const jsonUnauthorized = (c: AppContext): Response => {
  if (c.req.header('authorization') !== undefined)
    c.header('www-authenticate', 'Bearer error="invalid_token"')
  return jsonProblem(c, 401, 'Log in again.')
}
