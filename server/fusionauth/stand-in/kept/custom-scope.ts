import { invalid, duplicate, unusable } from '../api/refusals.ts'
import type { Memory } from '../memory/memory.ts'
import type { Given } from '../memory/records.ts'
import { providedScopes, reservedPrefixes, reservedScopes } from '../memory/scopes.ts'
import { flag, type Problem } from '../shape.ts'

const kind = '/api/application/:/scope'

/** The custom scopes of an application, in the order in which they were made. */
export const customScopesOf = ({ kept }: Pick<Memory, 'kept'>, applicationId: string): Given[] => {
  const beginning = `/api/application/${applicationId}/scope/`
  return [...kept].flatMap(([path, one]) =>
    one.kind === kind && path.startsWith(beginning) ? [one.object] : [],
  )
}

const nameProblems = (name: string, others: readonly Given[]): readonly Problem[] => {
  const isReserved =
    [...reservedScopes, ...providedScopes].some((reserved) => reserved === name) ||
    reservedPrefixes.some((prefix) => name.startsWith(prefix))
  // In an OAuth request, names stand side by side with spaces between (RFC 6749 §3.3).
  const isToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(name)
  if (isReserved) return [unusable('scope.name', 'FusionAuth keeps this name for itself.')]
  if (!isToken) return [unusable('scope.name', 'It has to be a scope of RFC 6749 §3.3.')]
  return others.some((other) => other['name'] === name) ? [duplicate('scope.name', name)] : []
}

/**
 * A custom scope as it is saved: of its application, optional unless it says otherwise, and under the
 * name that it was made with (FusionAuth API: OAuth Scopes); that another name is passed over is
 * inferred (asked: "custom scope").
 */
export const completeScope = (
  given: Given,
  before: Given,
  applicationId: string,
  memory: Memory,
): Given => {
  const problems: Problem[] = []
  const required = flag(false)(given['required'], 'scope.required', problems)
  const { name = given['name'] ?? '' } = before
  if (before['name'] === undefined && typeof name === 'string')
    problems.push(...nameProblems(name, customScopesOf(memory, applicationId)))
  if (problems.length > 0) throw invalid(...problems)
  return { ...given, applicationId, name, required }
}
