import { StandInError } from './error.ts'
import type { Clock, Duration, MovableClock } from './types.ts'

/** Milliseconds of each unit. */
const units: Readonly<Record<keyof Duration, number>> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
}

const isUnit = (name: string): name is keyof Duration => Object.hasOwn(units, name)

const millisecondsOf = (by: Duration): number => {
  const names = Object.keys(by)
  const unknown = names.find((name) => !isUnit(name))
  if (unknown !== undefined)
    throw new StandInError(
      'option',
      `advance() knows no "${unknown}": use ${Object.keys(units).join(', ')}.`,
    )
  const span = names.filter(isUnit).reduce((sum, name) => sum + (by[name] ?? 0) * units[name], 0)
  if (Number.isFinite(span) && span > 0) return span
  throw new StandInError(
    'option',
    'advance() takes a span of more than no time, such as { hours: 1 }. Time cannot go back: start another stand-in.',
  )
}

/** A clock that stands still at this moment. */
export const stoppedNow = (): Clock => {
  const start = Date.now()
  return { now: () => start }
}

/** A clock that is ahead of another by what it was advanced. */
export const movable = (clock: Clock): MovableClock => {
  let ahead = 0
  return {
    now: () => clock.now() + ahead,
    advance: (by) => {
      ahead += millisecondsOf(by)
    },
  }
}
