/** Cases for each generated property: FUZZ_CASES=100000 for the whole of it. */
const asked = process.env['FUZZ_CASES']

/**
 * Settings of one generated property. `usual` cases run unless FUZZ_CASES says otherwise; one that
 * takes seconds counts as a hang.
 */
export const cases = (usual: number) => ({
  numRuns: asked === undefined ? usual : Number(asked),
  timeout: 5000,
})

/** How long a whole target may take, in milliseconds. */
export const patience = { timeout: 3_600_000 }
