import { outcomesOf } from '../catalogue/outcomes.ts'
import type { Trace } from '../model/trace.ts'

/**
 * A trace as it was after its first `k` messages: what came later is left out, and the outcomes are
 * those that these messages alone show. Its events stay, for they are the whole run's.
 */
export const cutTrace = (trace: Trace, k: number): Trace => {
  if (k >= trace.messages.length) return trace
  const messages = trace.messages.slice(0, Math.max(0, k))
  return {
    ...trace,
    messages,
    dividers: trace.dividers.filter(({ before }) => before <= messages.length),
    outcome: outcomesOf(messages),
  }
}
