// @ts-expect-error -- gifenc has no types.
import * as untyped from 'gifenc/dist/gifenc.esm.js'

type Palette = (readonly number[])[]

interface FrameOptions {
  /** For the first frame: the colours of all frames. */
  readonly palette?: Palette
  /** Milliseconds. */
  readonly delay?: number
  /** 0 repeats for ever. */
  readonly repeat?: number
  readonly transparent?: boolean
  readonly transparentIndex?: number
  /** 1 leaves what is there. */
  readonly dispose?: number
}

interface Encoder {
  readonly writeFrame: (
    index: Uint8Array,
    width: number,
    height: number,
    options: FrameOptions,
  ) => void
  readonly finish: () => void
  readonly bytes: () => Uint8Array<ArrayBuffer>
}

/** What is used of gifenc, with types. */
export const gifenc = untyped as {
  readonly GIFEncoder: () => Encoder
  readonly quantize: (
    pixels: Uint8Array | Uint8ClampedArray,
    most: number,
    options: { readonly format: 'rgb565' },
  ) => Palette
  readonly nearestColorIndex: (
    palette: Palette,
    colour: readonly [number, number, number],
  ) => number
}
