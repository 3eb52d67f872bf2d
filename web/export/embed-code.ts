import type { Trace } from '../../scenarios/vocabulary.ts'

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** What a page has to say of the run that it embeds; what is usual is left out. */
const optionsOf = (
  { workflow, lesson, seed, profile }: Trace,
  step: string | null,
): readonly (readonly [name: string, value: string])[] => [
  ['workflow', workflow],
  ...(lesson === 'tour' ? [] : [['lesson', lesson] as const]),
  ['seed', seed],
  ...(profile === 'fidelity' ? [] : [['profile', profile] as const]),
  ...(step === null ? [] : [['step', step] as const]),
]

/**
 * HTML that embeds the player by a frame.
 *
 * @param base the folder of the lab
 */
export const frameCode = (base: URL, trace: Trace, step: string | null): string => {
  const address = new URL('embed.html', base)
  for (const [name, value] of optionsOf(trace, null)) address.searchParams.set(name, value)
  address.search = address.search.replaceAll('%2F', '/')
  if (step !== null) address.hash = `step=${encodeURIComponent(step)}`
  return `<iframe src="${attribute(address.href)}" title="Login Lab" width="100%" height="560" loading="lazy" allow="fullscreen" referrerpolicy="no-referrer" style="border:0"></iframe>`
}

/** HTML that embeds the player by a script, which puts it where it stands. */
export const scriptCode = (base: URL, trace: Trace, step: string | null): string => {
  const source = new URL('embed.js', base).href
  const data = optionsOf(trace, step).map(([name, value]) => `data-${name}="${attribute(value)}"`)
  return `<script async src="${attribute(source)}" ${data.join(' ')}></script>`
}
