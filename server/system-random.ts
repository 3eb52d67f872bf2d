import type { Random } from '../scenarios/engine/ports.ts'

/** How many bytes are drawn at once: many small draws cost more than their bytes. */
const size = 4096

/** The platform's own random bytes, fit for secrets. None is given out twice. */
export const systemRandom = (): Random => {
  let pool = new Uint8Array(0)
  let used = 0
  return {
    bytes: (length) => {
      if (length > size) return crypto.getRandomValues(new Uint8Array(length))
      if (used + length > pool.length) {
        pool = crypto.getRandomValues(new Uint8Array(size))
        used = 0
      }
      const bytes = pool.slice(used, used + length)
      pool.fill(0, used, used + length)
      used += length
      return bytes
    },
  }
}
