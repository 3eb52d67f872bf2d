import type { RunlessPage } from './route.ts'

const readable = (address: string): string =>
  address.replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',')

const write = (kept: URLSearchParams): string =>
  `?${kept
    .toString()
    .replaceAll('%2F', '/')
    .replaceAll('%2C', ',')
    .replaceAll('%3D', '=')
    .replaceAll(/=(?=&|$)/g, '')}`

/** The pages without a run, as an address names them. */
const pages: readonly Exclude<RunlessPage, 'start'>[] = ['choose', 'matrix', 'clients']

/**
 * The address of a workflow's lesson, from its beginning; its first lesson when none is named.
 * `compare` is what it stands beside.
 */
export const workflowLink = (
  slug: string,
  search: string,
  lesson = '',
  compare: string | null = null,
): string => {
  const kept = new URLSearchParams(search)
  kept.set('workflow', slug)
  for (const name of ['lesson', 'lesson-src', 'seed', 'ask', 'autoplay', 'compare', ...pages])
    kept.delete(name)
  if (compare !== null && compare !== slug && !compare.startsWith('branch:'))
    kept.set('compare', compare)
  if (lesson === '') kept.delete('defence')
  else kept.set('lesson', lesson)
  return write(kept)
}

/** The address of an own lesson. */
export const ownLessonLink = (source: string): string =>
  write(new URLSearchParams({ 'lesson-src': source }))

/** The address of such a page, with what it is asked; languages and colours stay. */
export const viewLink = (
  view: Exclude<RunlessPage, 'start'>,
  search: string,
  asks = '',
): string => {
  const asked = new URLSearchParams(search)
  const kept = new URLSearchParams({ [view]: asks })
  for (const name of ['lang', 'theme', 'run']) {
    const value = asked.get(name)
    if (value !== null) kept.set(name, value)
  }
  return write(kept)
}

/** The address at which a workflow answers a question by itself. */
export const questionLink = (slug: string, question: string, search: string): string => {
  const kept = new URLSearchParams(workflowLink(slug, search))
  kept.set('ask', question)
  return write(kept)
}

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
  for (const name of ['compare', 'ask', 'autoplay', 'lesson-src']) kept.delete(name)
  if (lesson === null) kept.delete('lesson')
  else kept.set('lesson', lesson)
  return `?${readable(kept.toString())}#step=${encodeURIComponent(step)}`
}
