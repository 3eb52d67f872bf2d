import type { WireRequest } from '../vocabulary.ts'

type Fits = (request: WireRequest) => boolean

/** The way from the user agents to the servers, which somebody may cut. */
export interface Line {
  /** Whether the line was just cut before this request. */
  readonly isCut: (request: WireRequest) => boolean
  /** Cuts the line once, before the first request that fits; that request, or null. */
  readonly cut: (fits: Fits, during: () => Promise<unknown>) => Promise<WireRequest | null>
}

export const createLine = (): Line => {
  let waiting: Fits | null = null
  let caught: WireRequest | null = null
  return {
    isCut: (request) => {
      if (waiting?.(request) !== true) return false
      waiting = null
      caught = request
      return true
    },
    cut: async (fits, during) => {
      waiting = fits
      caught = null
      await during()
      waiting = null
      return caught
    },
  }
}
