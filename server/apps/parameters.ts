import type { AppContext } from './context.ts'
import type { ApplicationSettings } from './settings.ts'

/**
 * Reads a parameter of a response that came through the browser (RFC 6749 §4.1.2); null when it is
 * absent or empty.
 */
export type ResponseParameters = (name: string) => string | null

/** Whether any name comes twice in the query. */
export const hasDuplicateParameters = (c: AppContext): boolean => {
  const names = [...new URL(c.req.url).searchParams.keys()]
  return new Set(names).size !== names.length
}

/**
 * Reads the query of an authorization or logout response; null when any parameter is repeated
 * (RFC 6749 §3.1). Where `refuse-duplicates` is off, the first one counts.
 */
export const readResponseParameters = (
  c: AppContext,
  { defences }: ApplicationSettings,
): ResponseParameters | null => {
  const { searchParams } = new URL(c.req.url)
  if (defences['refuse-duplicates'] && hasDuplicateParameters(c)) return null
  return (name) => searchParams.get(name) || null
}
