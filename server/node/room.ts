import type { RunState } from '../../scenarios/model/run.ts'
import type { Bounds } from './bounds.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/** Messages that a run holds: what each branch does not share with its parent. */
const held = ({ trace, branches }: RunState): number =>
  Math.max(
    trace.messages.length,
    branches.reduce((sum, { length, forkedAt }) => sum + length - forkedAt, 0),
  )

/** Why a run has no room for another step; undefined while it has. */
export const noRoom = (state: RunState, bounds: Bounds, forks: boolean): Text | undefined => {
  if (held(state) >= bounds.messages)
    return textOf('problem.no-room', { held: held(state), most: bounds.messages })
  if (forks && state.branches.length >= bounds.branches)
    return textOf('problem.no-room-for-branch', {
      count: state.branches.length,
      most: bounds.branches,
    })
  return undefined
}
