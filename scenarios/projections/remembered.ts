import type { Json } from '../model/wire.ts'

/** One fact of a remembered thing, ready to show. */
export interface RememberedFact {
  /** `expiresAt`; what is inside something is joined by dots. */
  readonly name: string
  readonly text: string
  /** The time that it tells, in ms on the protocol clock; null for other facts. */
  readonly instant: number | null
}

/** A fact, and what it was before it changed; null when it is as it was. */
export interface ChangedFact extends RememberedFact {
  readonly was: RememberedFact | null
}

/** A moment in ms, when a value is one: an ISO string, or a number under a name that says so. */
const instantOf = (name: string, value: Json): number | null => {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? Date.parse(value) : null
  const isNamed = /(at|until|expir\w*|instant)$/i.test(name)
  return typeof value === 'number' && value > 1e11 && isNamed ? value : null
}

/** A remembered thing as single facts. */
const factsOf = (value: Json, path = ''): readonly RememberedFact[] => {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      factsOf(inner, path === '' ? key : `${path}.${key}`),
    )
  const text = typeof value === 'string' ? value : String(value)
  return [{ name: path, text, instant: instantOf(path, value) }]
}

/**
 * What is remembered, fact by fact, and what each was before; `before` is null when the thing is new
 * or unchanged.
 */
export const remembered = (value: Json, before: Json): readonly ChangedFact[] => {
  const former = new Map(before === null ? [] : factsOf(before).map((fact) => [fact.name, fact]))
  return factsOf(value).map((fact) => {
    const was = former.get(fact.name)
    return { ...fact, was: was === undefined || was.text === fact.text ? null : was }
  })
}
