import type { AppContext } from './cookies.ts'
import type { ApplicationSettings } from './settings.ts'

/** Parameters of an answer that came through the browser; an empty one counts as absent. */
export type Parameters = (name: string) => string | null

/**
 * Reads the query of an answer. Null when a parameter is repeated, whichever it is: two readers could
 * take different ones for true (RFC 6749 §3.1). Where that is switched off, the first one counts.
 */
export const readAnswer = (c: AppContext, { defences }: ApplicationSettings): Parameters | null => {
  const { searchParams } = new URL(c.req.url)
  const names = [...searchParams.keys()]
  const isTwofold = new Set(names).size !== names.length
  if (isTwofold && defences['refuse-duplicates']) return null
  return (name) => searchParams.get(name) || null
}
