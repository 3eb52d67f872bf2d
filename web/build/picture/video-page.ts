import type { AnimationFrame } from '../../features/passage/animation.ts'
import { drawOnto } from '../../features/passage/draw-onto.ts'
import { encodeWebm } from '../../features/passage/webm.ts'

const base64Of = (file: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : ''
      done(address.slice(address.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => failed(new Error('The video could not be read.')))
    reader.readAsDataURL(file)
  })

/**
 * Makes a WebM of frames.
 *
 * @returns it in base64; null where the browser has no codec for it
 */
export const makeVideo = async ({
  width,
  height,
  frames,
}: {
  readonly width: number
  readonly height: number
  readonly frames: readonly AnimationFrame[]
}): Promise<string | null> => {
  const animation = {
    width,
    height,
    count: frames.length,
    samples: () => [],
    *frames() {
      yield* frames
    },
  }
  const video = await encodeWebm(animation, drawOnto)
  return video === null ? null : base64Of(video)
}
