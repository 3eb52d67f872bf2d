import type { RunState } from '../../../scenarios/model/run.ts'

/**
 * The run as if nothing had been sent after message `k` and nothing were planned, so that what is
 * drawn of it gives no answer away.
 */
export const hideAhead = (run: RunState, k: number): RunState => {
  const { trace } = run
  const last = trace.messages[k - 1] ?? trace.messages[0]
  const isAll = k >= trace.messages.length
  return {
    ...run,
    trace: {
      ...trace,
      messages: trace.messages.slice(0, k),
      dividers: trace.dividers.filter(({ before }) => before <= k),
      outcome: trace.outcome.filter(({ evidence }) => evidence.every((n) => n <= k)),
    },
    decisionPoints: run.decisionPoints.filter(({ after }) => after <= k),
    plan: [],
    plannedDividers: [],
    now: isAll || last === undefined ? run.now : Date.parse(last.at),
  }
}
