import type { Secret } from './secrets.ts'

/**
 * When a secret dies by itself, as known after the first `k` messages: ms on the protocol clock; null
 * when nobody said, or it does not.
 */
export const expiryOf = ({ turns }: Secret, k: number): number | null =>
  turns.findLast(({ from, alive }) => alive && from <= k)?.expiresAt ?? null
