/** Pixels from the top left corner on, four octets each: red, green, blue, opacity. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
}

/** Draws an SVG file in pixels of the size that it says. */
export type Rasterize = (svg: string) => Promise<Pixels>

/** How making goes on, and how it is stopped. */
export interface Making {
  /** Stops it; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Is told the share that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Waits between two frames until what else is to be done has been. */
  readonly rest?: () => Promise<void>
}
