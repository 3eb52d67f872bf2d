import type { RunState } from '../../scenarios/model/run.ts'
import type { Bounds } from './bounds.ts'

/** Messages that a run holds: what each branch does not share with its parent. */
const held = ({ trace, branches }: RunState): number =>
  Math.max(
    trace.messages.length,
    branches.reduce((sum, { length, forkedAt }) => sum + length - forkedAt, 0),
  )

/** Why a run has no room for another step, as a sentence; undefined while it has. */
export const noRoom = (state: RunState, bounds: Bounds, forks: boolean): string | undefined => {
  if (held(state) >= bounds.messages)
    return `This run is full: it holds ${held(state)} messages, and no step begins from ${bounds.messages} on. Look back through it as you like; to do more, start a new run.`
  if (forks && state.branches.length >= bounds.branches)
    return `This run has ${state.branches.length} branches, and ${bounds.branches} is the most. Go on at the end of one of them, or start a new run.`
  return undefined
}
