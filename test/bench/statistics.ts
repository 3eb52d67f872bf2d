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
