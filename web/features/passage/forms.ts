import type { Trace } from '../../../scenarios/model/trace.ts'
import { fileName } from '../share/file-name.ts'
import type { PassageRange } from './passage.ts'
import type { ThemeName } from './theme.ts'

/** What a passage can be had as. */
export const forms = ['svg', 'png', 'gif', 'webm', 'vtt', 'alt', 'html'] as const

export type Form = (typeof forms)[number]

/** How the files are named. */
const extensions: Readonly<Record<Form, string>> = {
  svg: 'svg',
  png: 'png',
  gif: 'gif',
  webm: 'webm',
  vtt: 'vtt',
  alt: 'alt.txt',
  html: 'html',
}

/** Whether a form lasts for a time. */
export const isMoving = (form: Form): boolean => ['gif', 'webm', 'vtt'].includes(form)

/**
 * Most messages of a passage: a contact sheet of 100 is as high as browsers draw for sure, an animated
 * picture of 48 lasts some four minutes and has 193 frames of 800 × 600 pixels.
 */
const most = { still: 100, moving: 48 } as const

/** Most messages that a form takes. */
export const mostOf = (form: Form): number => (isMoving(form) ? most.moving : most.still)

/** How many messages a passage has. */
export const lengthOf = ({ first, last }: PassageRange): number => last - first + 1

/** A file's name by workflow, lesson, messages, language and, where it matters, theme. */
export const passageFile = (
  trace: Pick<Trace, 'workflow' | 'lesson'>,
  { first, last }: PassageRange,
  form: Form,
  { language, theme }: { readonly language: string; readonly theme: ThemeName },
): string => {
  const isThemed = theme === 'dark' && !['vtt', 'alt'].includes(form)
  const end = [language, ...(isThemed ? [theme] : []), extensions[form]].join('.')
  return fileName(trace, `${first}-${last}`, end)
}
