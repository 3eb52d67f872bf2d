import { type KeptKind, kinds } from './kinds.ts'

/** Where in the API a path leads: to all of a kind that are there, or to one of them. */
export interface KeptLocation {
  readonly kind: KeptKind
  /** The path with the ids of what they belong to, e.g. `/api/application/…/scope`. */
  readonly collection: string
  /** What they belong to, as its path; undefined when they stand for themselves. */
  readonly owner: string | undefined
  /** As it stands in the path; undefined for all of them. */
  readonly id: string | undefined
}

const split = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')

const patterns = kinds
  .map((kind) => ({ kind, parts: split(kind.path) }))
  .toSorted((one, other) => other.parts.length - one.parts.length)

/** The APIs that have such kinds; asked of every request. */
const roots = new Set(patterns.map(({ parts: [, root = ''] }) => root))

/** The place of a path; undefined when it is none of these kinds. */
export const findKeptLocation = (path: string): KeptLocation | undefined => {
  const given = split(path)
  if (given[0] !== 'api' || !roots.has(given[1] ?? '')) return undefined
  for (const { kind, parts } of patterns) {
    const own = given.slice(parts.length)
    const fits = parts.every(
      (part, at) => given[at] !== undefined && (part === ':' || part === given[at]),
    )
    if (!fits || own.length > (kind.single === true ? 0 : 1)) continue
    const ownerAt = parts.indexOf(':')
    const steps = given.map((part, at) => (at === ownerAt ? part.toLowerCase() : part))
    return {
      kind,
      collection: `/${steps.slice(0, parts.length).join('/')}`,
      owner: ownerAt < 0 ? undefined : `/${steps.slice(0, ownerAt + 1).join('/')}`,
      id: own[0],
    }
  }
  return undefined
}
