/**
 * Messages of a trace that a page can show so that a step stays below a second. A saved trace with more
 * is not opened.
 */
export const mostMessages = 2_000

/** Far more than the messages of the longest step, 38. */
const mostOfStep = 100

/**
 * Messages from which on no step of a run in a page begins: whatever the last one brings, the run can be
 * saved, and opened again.
 */
export const fullFrom = mostMessages - mostOfStep
