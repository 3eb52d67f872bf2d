import type { Animation } from './animation.ts'
import { gifenc } from './gifenc.ts'
import type { Making, Pixels, Rasterize } from './making.ts'

/** Colours of a GIF, of which one stands for what has not changed. */
const colours = 255
const unchanged = 255

/** Colours that are kept exactly: grounds and inks, not what is between them at an edge. */
const exact = 64

const packed = (red: number, green: number, blue: number): number =>
  (red << 16) | (green << 8) | blue

const unpacked = (colour: number): readonly [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
]

/** Does something for each pixel's colour. */
const eachColour = ({ data }: Pixels, visit: (colour: number, index: number) => void): void => {
  for (let at = 0, index = 0; at < data.length; at += 4, index += 1)
    visit(packed(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), index)
}

const paletteOf = (samples: readonly Pixels[]): (readonly number[])[] => {
  const counts = new Map<number, number>()
  for (const sample of samples)
    eachColour(sample, (colour) => counts.set(colour, (counts.get(colour) ?? 0) + 1))
  const frequent = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, exact)
    .map(([colour]) => unpacked(colour))
  const all = new Uint8Array(samples.reduce((sum, { data }) => sum + data.length, 0))
  let at = 0
  for (const { data } of samples) {
    all.set(data, at)
    at += data.length
  }
  const between = gifenc.quantize(all, colours - exact, { format: 'rgb565' })
  const palette = [
    ...frequent,
    ...between.map(([red = 0, green = 0, blue = 0]) => [red, green, blue]),
  ]
  // A colour table has a power of two as its length, so that `unchanged` is always in it.
  return [...palette, ...Array.from({ length: 256 - palette.length }, () => [0, 0, 0])]
}

/** Gives each pixel its place in the palette, the same for the same colour in every frame. */
const createIndexer = (palette: (readonly number[])[]) => {
  const usable = palette.slice(0, colours)
  const known = new Map<number, number>()
  return (pixels: Pixels): Uint8Array => {
    const index = new Uint8Array(pixels.width * pixels.height)
    eachColour(pixels, (colour, at) => {
      const found = known.get(colour) ?? gifenc.nearestColorIndex(usable, unpacked(colour))
      known.set(colour, found)
      index[at] = found
    })
    return index
  }
}

/** What of a frame differs from the one before; the rest is left as it is. */
const changesSince = (before: Uint8Array, now: Uint8Array): Uint8Array =>
  now.map((colour, at) => (before[at] === colour ? unchanged : colour))

/**
 * Makes an animated GIF that repeats for ever. Frames are drawn one after the other, so that only two of
 * them are in memory at a time.
 *
 * @throws the reason of `signal` when it is stopped; what `rasterize` throws
 */
export const encodeGif = async (
  animation: Animation,
  rasterize: Rasterize,
  { signal, onProgress, rest }: Making = {},
): Promise<Uint8Array<ArrayBuffer>> => {
  const samples: Pixels[] = []
  for (const svg of animation.samples()) samples.push(await rasterize(svg))
  const palette = paletteOf(samples)
  const indexOf = createIndexer(palette)
  const encoder = gifenc.GIFEncoder()
  let before: Uint8Array | null = null
  let done = 0
  for (const { svg, duration } of animation.frames()) {
    await rest?.()
    signal?.throwIfAborted()
    const pixels = await rasterize(svg)
    const index = indexOf(pixels)
    if (before === null)
      encoder.writeFrame(index, pixels.width, pixels.height, {
        palette,
        delay: duration,
        repeat: 0,
        dispose: 1,
      })
    else
      encoder.writeFrame(changesSince(before, index), pixels.width, pixels.height, {
        delay: duration,
        transparent: true,
        transparentIndex: unchanged,
        dispose: 1,
      })
    before = index
    done += 1
    onProgress?.(done / animation.count)
  }
  signal?.throwIfAborted()
  encoder.finish()
  return encoder.bytes()
}
