import type { Random } from './ports.ts'

/** Spreads a text over four 32-bit words (FNV-1a, four different offsets, then mixed). */
const words = (text: string): [number, number, number, number] => {
  const state: [number, number, number, number] = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b]
  for (const unit of new TextEncoder().encode(text)) {
    for (let i = 0; i < 4; i++) {
      const mixed = Math.imul((state[i] as number) ^ unit, 0x01000193 + i * 2)
      state[i] = (mixed ^ (mixed >>> 13)) >>> 0
    }
  }
  return state
}

/**
 * A deterministic stream of bytes (the sfc32 generator). It makes runs repeatable; it is not fit to
 * guard anything, and nothing outside a simulated world is ever drawn from it.
 */
export const seededRandom = (seed: string): Random => {
  let [a, b, c, counter] = words(seed)
  const next = (): number => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let i = 0; i < 16; i++) next()
  return {
    bytes: (length) => {
      const bytes = new Uint8Array(length)
      for (let i = 0; i < length; i++) bytes[i] = next() & 0xff
      return bytes
    },
  }
}

/** Random bytes as base64url text, for session ids, state, nonce and verifiers. */
export const randomText = (random: Random, bytes: number): string =>
  btoa(String.fromCharCode(...random.bytes(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
