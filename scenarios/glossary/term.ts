/** What a known name is the name of; the same name may be two things (`sid`: a cookie, a claim). */
export type TermKind =
  | 'header'
  | 'cookie'
  | 'attribute'
  | 'parameter'
  | 'member'
  | 'token-header'
  | 'claim'
  | 'value'
  | 'path'
  | 'status'

/**
 * Who puts the named thing into a message: `client` is whoever sends that very message, `server`
 * whoever answers requests in its exchange.
 */
export type Setter = 'agent' | 'application' | 'fusionauth' | 'server' | 'client' | 'user'

/** A known name: what it is, who sets it, and where that stands (see `sources.ts`). */
export type GlossaryRow = readonly [is: string, by: Setter, source: string]

export type GlossaryRows = Readonly<Record<string, GlossaryRow>>

/** A known name, explained in one language. */
export interface Term {
  readonly is: string
  readonly by: Setter
  readonly source: string
}

/** Looks a name up; null for an unknown one. */
export type Glossary = (kind: TermKind, name: string) => Term | null
