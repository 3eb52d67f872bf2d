import type { DecisionPoint, RunState } from '../../scenarios/model/run.ts'

/**
 * The decision point after exactly `k` messages. At the end it is the newest; in the past the first,
 * for there the clock has not moved on yet.
 */
export const decisionPointAt = (state: RunState, k: number): DecisionPoint | undefined => {
  const isHere = ({ after }: DecisionPoint): boolean => after === k
  return k === state.trace.messages.length
    ? state.decisionPoints.findLast(isHere)
    : state.decisionPoints.find(isHere)
}
