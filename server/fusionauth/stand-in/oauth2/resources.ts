import { invalidTarget } from './refusals.ts'

/**
 * The resources that a request names (RFC 8707 §2), each of which has to be allowed: at the authorize
 * endpoint by the application, at the token endpoint by what was granted before.
 */
export const checkResources = (
  asked: readonly string[],
  allowed: readonly string[],
): readonly string[] => {
  const foreign = asked.find((resource) => !allowed.includes(resource))
  if (foreign !== undefined) throw invalidTarget(foreign)
  return asked
}

/** What a token is for: the resources that the token request names, else all that were granted. */
export const narrowResources = (
  asked: readonly string[],
  granted: readonly string[],
): readonly string[] => (asked.length === 0 ? granted : checkResources(asked, granted))
