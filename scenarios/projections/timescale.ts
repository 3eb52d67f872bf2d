import type { LifetimeAt } from './lifetimes.ts'

/** A second on either side of an end, so that nobody has to think about "at the very moment". */
const margin = 1_000

/** Time to look at when nothing runs out any more, and beyond the last end; ms. */
const beyond = 60 * 60_000

/**
 * The time from now on as a line on which each end has room: between one end and the next lies the
 * same length, be it minutes or weeks.
 */
export interface Timescale {
  /** Number of its equal stretches. */
  readonly stretches: number
  /** The instant at a position from 0 (now) to `stretches`; whole seconds from now. */
  at(position: number): number
  positionOf(instant: number): number
  /** Just before and just after each end, in order. */
  readonly stops: readonly number[]
}

/** The scale of what is alive at `now`, ms on the protocol clock. */
export const timescaleOf = (lifetimes: readonly LifetimeAt[], now: number): Timescale => {
  const ends = [...new Set(lifetimes.filter(({ left }) => left > 0).map(({ endsAt }) => endsAt))]
    .toSorted((a, b) => a - b)
    .filter((end, index, all) => index === 0 || end - (all[index - 1] ?? 0) > 2 * margin)
  const marks = [now, ...ends, (ends.at(-1) ?? now) + beyond]
  const stretches = marks.length - 1
  const stops = ends
    .flatMap((end) => [end - margin, end + margin])
    .filter((stop) => stop - now >= margin)
  return {
    stretches,
    stops,
    at: (position) => {
      const index = Math.min(stretches - 1, Math.max(0, Math.floor(position)))
      const from = marks[index] ?? now
      const to = marks[index + 1] ?? from
      const instant = from + (to - from) * Math.min(1, Math.max(0, position - index))
      return now + Math.round((instant - now) / 1000) * 1000
    },
    positionOf: (instant) => {
      const index = Math.max(
        0,
        marks.findLastIndex((mark) => mark <= instant),
      )
      if (index >= stretches) return stretches
      const from = marks[index] ?? now
      const to = marks[index + 1] ?? from + 1
      return index + Math.max(0, instant - from) / (to - from)
    },
  }
}
