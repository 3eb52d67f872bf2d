/**
 * Resource indicators (RFC 8707) as FusionAuth's pages on Authorize and Token have them. An application
 * that lists no resources passes the parameter over, whatever it says; that it does so when a code is
 * redeemed as well is inferred (asked: "resource that is passed over").
 */
import type { Application } from '../memory/application.ts'
import { invalidTarget, missingResource } from './refusals.ts'

const listOf = ({ oauthConfiguration }: Application): readonly string[] =>
  oauthConfiguration.authorizedResourceUris

/** Each value has to be an absolute URI without a fragment (RFC 8707 §2), and one of those allowed. */
const check = (asked: readonly string[], ...allowed: readonly (readonly string[])[]): void => {
  const foreign = asked.find(
    (resource) =>
      resource.includes('#') ||
      !URL.canParse(resource) ||
      allowed.some((list) => !list.includes(resource)),
  )
  if (foreign !== undefined) throw invalidTarget(foreign)
}

/** What an authorization request binds its code to. */
export const boundResources = (
  application: Application,
  asked: readonly string[],
): readonly string[] => {
  const list = listOf(application)
  if (list.length === 0) return []
  check(asked, list)
  return asked
}

/**
 * What a code is redeemed for: values that the application still lists and the code is bound to. One
 * at least has to be named while the application lists any of them.
 */
export const redeemedResources = (
  application: Application,
  asked: readonly string[],
  bound: readonly string[],
): readonly string[] => {
  const list = listOf(application)
  if (list.length === 0) return []
  if (asked.length === 0 && bound.some((resource) => list.includes(resource)))
    throw missingResource()
  check(asked, list, bound)
  return asked
}

/**
 * What a refreshed token is for: the values that are named, which have to be listed and granted, else
 * all that were granted. That these have to be listed still is inferred (asked:
 * "resource that is needed").
 */
export const refreshedResources = (
  application: Application,
  asked: readonly string[],
  granted: readonly string[] = [],
): readonly string[] => {
  const list = listOf(application)
  if (list.length === 0) return []
  check(asked, list, granted)
  return asked.length > 0 ? asked : granted.filter((resource) => list.includes(resource))
}
