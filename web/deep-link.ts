/** What an address asks for: `?workflow=SLUG#step=ID`. */
export interface DeepLink {
  /** null when the address names none. */
  readonly workflow: string | null
  /** A message's id, or its number; ids survive edits, so links are written with ids. */
  readonly step: string | null
  readonly lesson: string | null
  readonly seed: string | null
  /** `?run=page`: run in this page, ask no server. */
  readonly inPage: boolean
}

/** Reads an address. */
export const readLink = (address: URL): DeepLink => {
  const { searchParams, hash } = address
  const named = (name: string): string | null => searchParams.get(name) || null
  return {
    workflow: named('workflow'),
    step: new URLSearchParams(hash.slice(1)).get('step') || null,
    lesson: named('lesson'),
    seed: named('seed'),
    inPage: searchParams.get('run') === 'page',
  }
}

/** The address of a step; null leaves the step out. Everything else of the address stays. */
export const writeStep = (address: URL, step: string | null): URL => {
  const next = new URL(address)
  next.hash = step === null ? '' : `step=${encodeURIComponent(step)}`
  return next
}

/** The address of another workflow, from its beginning. */
export const workflowLink = (slug: string, search: string): string => {
  const kept = new URLSearchParams(search)
  kept.set('workflow', slug)
  for (const name of ['lesson', 'seed']) kept.delete(name)
  return `?${kept.toString().replaceAll('%2F', '/')}`
}
