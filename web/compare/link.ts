const readable = (address: string): string =>
  address.replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',')

/** The same address with what is compared; null when the run is played again. */
export const writeCompare = (address: URL, other: string | null): URL => {
  const next = new URL(address)
  if (other === null) next.searchParams.delete('compare')
  else next.searchParams.set('compare', other)
  next.search = readable(next.search)
  return next
}

/**
 * The same address with the workflow that is played in it, where it names none but compares: the first
 * of several (`?compare=A,B` plays A beside B). One alone is compared with the first of all workflows,
 * which in turn has nothing beside it yet.
 */
export const withWorkflow = (address: URL, first: string): URL => {
  const { searchParams } = address
  const compared = searchParams.get('compare')
  if (compared === null || searchParams.get('workflow') || compared.startsWith('branch:'))
    return address
  const [slug = '', ...others] = compared.split(',').filter((name) => name !== '')
  if (others.length === 0 && slug !== first) return address
  const next = writeCompare(address, others.join())
  next.searchParams.set('workflow', slug)
  next.search = readable(next.search)
  return next
}

/** The address of a message of a lesson; null for the first lesson, which needs no word. */
export const messageLink = (
  workflow: string,
  lesson: string | null,
  step: string,
  search: string,
): string => {
  const kept = new URLSearchParams(search)
  kept.set('workflow', workflow)
  for (const name of ['compare', 'ask', 'autoplay']) kept.delete(name)
  if (lesson === null) kept.delete('lesson')
  else kept.set('lesson', lesson)
  return `?${readable(kept.toString())}#step=${encodeURIComponent(step)}`
}
