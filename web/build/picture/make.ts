import { scaleOf } from '../../features/share/png.ts'
import { alternativeFile } from '../../features/passage/alternative.ts'
import { animationOf } from '../../features/passage/animation.ts'
import { captionsOf } from '../../features/passage/captions.ts'
import type { Form } from '../../features/passage/forms.ts'
import { encodeGif } from '../../features/passage/gif.ts'
import type { Passage } from '../../features/passage/passage.ts'
import { drawSheet } from '../../features/passage/sheet.ts'
import { htmlSnippet, type PassageFiles } from '../../features/passage/snippets.ts'
import type { Theme } from '../../features/passage/theme.ts'
import type { Timeline } from '../../features/passage/timing.ts'
import type { PassageWords } from '../../features/passage/words.ts'
import { videoInBrowser } from './browser-video.ts'
import { noFonts, openRasterizer, type Rasterizer } from './rasterizer.ts'

/** A passage with all that its pictures depend on. */
export interface Drawable {
  readonly passage: Passage
  readonly timeline: Timeline
  readonly words: PassageWords
  readonly theme: Theme
  /** Files that are made in the same go. */
  readonly files: PassageFiles
}

/** The content of a file; in `problem`, a sentence why this machine cannot make it. */
export type Made = { readonly content: string | Uint8Array } | { readonly problem: string }

const withRasterizer = async (
  make: (rasterizer: Rasterizer) => Promise<Uint8Array>,
): Promise<Made> => {
  const rasterizer = await openRasterizer()
  return typeof rasterizer === 'string'
    ? { problem: rasterizer }
    : { content: await make(rasterizer) }
}

type Make = (drawable: Drawable, onProgress: (share: number) => void) => Promise<Made>

const makers: Readonly<Record<Form, Make>> = {
  svg: async ({ passage, words, theme }) => ({ content: drawSheet(passage, words, theme).svg }),
  png: ({ passage, words, theme }) => {
    const { svg, width, height } = drawSheet(passage, words, theme)
    return withRasterizer(({ png }) => png(svg, scaleOf(width, height)))
  },
  gif: ({ passage, timeline, words, theme }, onProgress) =>
    withRasterizer(({ pixels }) =>
      encodeGif(animationOf(passage, timeline, words, theme), pixels, { onProgress }),
    ),
  webm: async ({ passage, timeline, words, theme }) => {
    // A browser would draw empty boxes too.
    if ((await openRasterizer()) === noFonts) return { problem: noFonts }
    const video = await videoInBrowser(animationOf(passage, timeline, words, theme))
    return typeof video === 'string' ? { problem: video } : { content: video }
  },
  vtt: async ({ passage, timeline, words }) => ({
    content: captionsOf(passage, timeline, words),
  }),
  alt: async ({ passage, words }) => ({ content: alternativeFile(passage, words) }),
  html: async ({ passage, words, files }) => ({ content: htmlSnippet(files, passage, words) }),
}

/** Makes a passage in a form. */
export const make = (
  form: Form,
  drawable: Drawable,
  onProgress: (share: number) => void,
): Promise<Made> => makers[form](drawable, onProgress)
