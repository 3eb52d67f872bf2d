/** Median and extremes of some durations, rounded to a tenth of a millisecond. */
export const summary = (durations: readonly number[]) => {
  const sorted = durations.toSorted((a, b) => a - b)
  const round = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10
  return {
    minimum: round(sorted[0]),
    median: round(sorted[Math.floor(sorted.length / 2)]),
    maximum: round(sorted.at(-1)),
    runs: sorted.length,
  }
}

/** Durations of `times` runs of something, one after another, after one unmeasured run. */
export const timed = async (times: number, run: () => Promise<unknown>): Promise<number[]> => {
  await run()
  const durations: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await run()
    durations.push(performance.now() - start)
  }
  return durations
}

/** The value that a share of all is not above (nearest rank), to a tenth; null of nothing. */
export const percentile = (values: readonly number[], share: number): number | null => {
  const value = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)]
  return value === undefined ? null : Math.round(value * 10) / 10
}

/** The line through values one unit apart: its slope, and the standard error of that. */
export const slopeOf = (
  values: readonly number[],
): { readonly slope: number; readonly error: number } => {
  const count = values.length
  const middle = (count - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const spread = values.reduce((sum, _, place) => sum + (place - middle) ** 2, 0)
  const slope =
    values.reduce((sum, value, place) => sum + (place - middle) * (value - mean), 0) / spread
  const residue = values.reduce(
    (sum, value, place) => sum + (value - mean - slope * (place - middle)) ** 2,
    0,
  )
  return { slope, error: Math.sqrt(residue / (count - 2) / spread) }
}
