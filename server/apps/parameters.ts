import type { AppContext } from './context.ts'
import type { ApplicationSettings } from './settings.ts'

/** ResponseParameters of an answer that came through the browser; an empty one counts as absent. */
export type ResponseParameters = (name: string) => string | null

/** A name comes twice in the query, whichever it is. */
export const hasDuplicateParameters = (c: AppContext): boolean => {
  const names = [...new URL(c.req.url).searchParams.keys()]
  return new Set(names).size !== names.length
}

/**
 * Reads the query of an answer. Null when a parameter is repeated, whichever it is: two readers could
 * take different ones for true (RFC 6749 §3.1). Where that is switched off, the first one counts.
 */
export const readResponseParameters = (
  c: AppContext,
  { defences }: ApplicationSettings,
): ResponseParameters | null => {
  const { searchParams } = new URL(c.req.url)
  if (defences['refuse-duplicates'] && hasDuplicateParameters(c)) return null
  return (name) => searchParams.get(name) || null
}
