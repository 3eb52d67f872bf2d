import type { WireRequest } from '../model/wire.ts'

type RequestFilter = (request: WireRequest) => boolean

/** The way from the user agents to the servers, which somebody may cut. */
export interface Interceptor {
  /** Whether the connection was just cut before this request. */
  readonly isCut: (request: WireRequest) => boolean
  /** Cuts the connection once, before the first request that fits; that request, or null. */
  readonly cut: (fits: RequestFilter, during: () => Promise<unknown>) => Promise<WireRequest | null>
}

export const createInterceptor = (): Interceptor => {
  let waiting: RequestFilter | null = null
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
