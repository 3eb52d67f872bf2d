import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
} from 'mediabunny'
import type { Animation } from './animation.ts'
import type { Making } from './making.ts'

/** Video codecs that WebM takes and browsers have, the better one first. */
const codecs = ['vp9', 'vp8'] as const

/** Draws an SVG file onto a canvas of its size. */
export type DrawOnto = (svg: string, canvas: HTMLCanvasElement) => Promise<void>

/** Seconds between two frames at most: players seek and show progress by frames. */
const longest = 1

/**
 * Makes a WebM video of an animated picture with the browser's own encoder, as fast as that is. The times
 * are those of the frames, which a recording of a canvas could only come near to, while it takes as long as
 * the video lasts.
 *
 * @returns null where the browser has no codec for it
 * @throws the reason of `signal` when it is stopped; what `draw` or the encoder throws
 */
export const encodeWebm = async (
  animation: Animation,
  draw: DrawOnto,
  { signal, onProgress, rest }: Making = {},
): Promise<Blob | null> => {
  const { width, height } = animation
  const codec = await getFirstEncodableVideoCodec([...codecs], { width, height })
  if (codec === null) return null
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat(), target })
  const source = new CanvasSource(canvas, {
    codec,
    bitrate: QUALITY_HIGH,
    keyFrameInterval: 10,
  })
  output.addVideoTrack(source)
  try {
    await output.start()
    let time = 0
    let done = 0
    for (const { svg, duration } of animation.frames()) {
      await rest?.()
      signal?.throwIfAborted()
      await draw(svg, canvas)
      let left = duration / 1_000
      while (left > 0) {
        const part = left > longest * 1.5 ? longest : left
        await source.add(time, part)
        time += part
        left -= part
      }
      done += 1
      onProgress?.(done / animation.count)
    }
    signal?.throwIfAborted()
    await output.finalize()
  } catch (error) {
    await output.cancel()
    throw error
  }
  return target.buffer === null ? null : new Blob([target.buffer], { type: 'video/webm' })
}
