import { scaleOf } from '../share/png.ts'
import { alternativeFile } from './alternative.ts'
import { animationOf } from './animation.ts'
import { captionsOf } from './captions.ts'
import { drawOnto, rasterizer } from './draw-onto.ts'
import type { Form } from './forms.ts'
import type { Making } from './making.ts'
import type { Passage } from './passage.ts'
import { drawSheet } from './sheet.ts'
import { htmlSnippet, type PassageFiles } from './snippets.ts'
import type { Theme } from './theme.ts'
import type { Timeline } from './timing.ts'
import type { PassageWords } from './words.ts'

/** A passage with all that its pictures depend on. */
export interface PassagePicture {
  readonly passage: Passage
  readonly timeline: Timeline
  readonly words: PassageWords
  readonly theme: Theme
  /** Names of the files that stand beside each other. */
  readonly files: PassageFiles
}

const text = (content: string, type: string): Blob => new Blob([content], { type })

const png = async ({ passage, words, theme }: PassagePicture): Promise<Blob | null> => {
  const { svg, width, height } = drawSheet(passage, words, theme)
  const scale = scaleOf(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  await drawOnto(svg, canvas)
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}

const animated = ({ passage, timeline, words, theme }: PassagePicture) =>
  animationOf(passage, timeline, words, theme)

/** How each form is made; encoders are loaded when they are wanted. */
const makers: Readonly<
  Record<Form, (picture: PassagePicture, making: Making) => Promise<Blob | null>>
> = {
  svg: async ({ passage, words, theme }) =>
    text(drawSheet(passage, words, theme).svg, 'image/svg+xml'),
  png,
  gif: async (picture, making) => {
    const { encodeGif } = await import('./gif.ts')
    const animation = animated(picture)
    return new Blob([await encodeGif(animation, rasterizer(animation), making)], {
      type: 'image/gif',
    })
  },
  webm: async (picture, making) => {
    const { encodeWebm } = await import('./webm.ts')
    return encodeWebm(animated(picture), drawOnto, making)
  },
  vtt: async ({ passage, timeline, words }) =>
    text(captionsOf(passage, timeline, words), 'text/vtt'),
  alt: async ({ passage, words }) => text(alternativeFile(passage, words), 'text/plain'),
  html: async ({ passage, words, files }) => text(htmlSnippet(files, passage, words), 'text/html'),
}

/**
 * Makes a passage in a form, in the browser.
 *
 * @returns null where the browser cannot make it
 * @throws the reason of the signal when it is stopped; Error when there is no room
 */
export const makeInPage = (
  form: Form,
  picture: PassagePicture,
  making: Making,
): Promise<Blob | null> => makers[form](picture, making)
