import { phaseAround, type PassageRange } from './passage.ts'
import type { Form } from './forms.ts'
import type { ThemeName } from './theme.ts'
import type { Pace } from './timing.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'

/** What the reader has chosen. */
export interface PictureChoices extends PassageRange {
  readonly form: Form
  readonly theme: ThemeName
  readonly pace: Pace
}

/** The theme that an element is shown in. */
const themeOf = (element: Element): ThemeName => {
  const scheme = getComputedStyle(element).colorScheme
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  if (scheme.includes('light') && scheme.includes('dark')) return isDark ? 'dark' : 'light'
  return scheme.includes('dark') ? 'dark' : 'light'
}

/** The phase that is shown, as a contact sheet in the theme of the page. */
export const usualChoices = (trace: Trace, cursor: number, element: Element): PictureChoices => ({
  ...phaseAround(trace, cursor),
  form: 'svg',
  theme: themeOf(element),
  pace: 'read',
})

/** A passage from another message on; the other end moves along where it would stand before it. */
export const withFirst = <Range extends PassageRange>(range: Range, first: number): Range => ({
  ...range,
  first,
  last: Math.max(first, range.last),
})

/** A passage up to another message. */
export const withLast = <Range extends PassageRange>(range: Range, last: number): Range => ({
  ...range,
  first: Math.min(range.first, last),
  last,
})
