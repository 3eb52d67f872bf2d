import type { Moment } from './moment.ts'
import { pace } from './pace.ts'
import type { PlaybackState } from './playback.ts'

/**
 * Milliseconds that the message of a moment travels; 0 for a cut: before the first, after a jump, and
 * for who wants less motion.
 */
export const travelTimeOf = ({ message, run }: Moment, { cause, speed }: PlaybackState): number => {
  const travels = cause === 'played' || cause === 'stepped' || cause === 'acted'
  if (message === null || !travels) return 0
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return 0
  return pace(message, run.trace.participants) / speed
}
