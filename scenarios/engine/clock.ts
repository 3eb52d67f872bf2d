import type { Clock } from './ports.ts'

/** When every simulated run begins: an ordinary morning, so that two runs of one seed are equal. */
export const simulatedStart = Date.UTC(2026, 0, 1, 9)

/** A clock that stands still until it is told to move. */
export interface SimulatedClock extends Clock {
  /** Moves the clock on by `milliseconds`; never back. */
  advance(milliseconds: number): void
}

/**
 * The protocol clock of a run. With `real` given, time also passes by itself, and what was advanced
 * is added to it: how a run against a real FusionAuth lets the applications' sessions expire.
 */
export const createClock = (start: number, real?: () => number): SimulatedClock => {
  let ahead = 0
  return {
    now: () => (real === undefined ? start : real()) + ahead,
    advance: (milliseconds) => {
      ahead += Math.max(0, milliseconds)
    },
  }
}
