import type { Attempt, Errands } from './attempts.ts'
import { type AppContext, browserMark, type Errand, unmarkBrowser } from './cookies.ts'
import type { Parameters } from './parameters.ts'

/**
 * The errand that an answer ends: one of this very browser, known by its cookie and by the state that
 * went with it (RFC 9700 §4.7). Null when there is none; then the answer is somebody else's, or old.
 */
export const comeBack = <T extends Attempt>(
  c: AppContext,
  errand: Errand,
  errands: Errands<T>,
  answer: Parameters,
): T | null => {
  const browser = browserMark(c, errand)
  const attempt = errands.take(browser, answer('state'))
  if (browser !== undefined && !errands.isUnderWay(browser)) unmarkBrowser(c, errand)
  return attempt
}
