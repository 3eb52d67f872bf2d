/** What was done in a run, from which it is made again. */

import * as v from 'valibot'
import { labEventSchema } from './event.ts'
import { filled, listOf, nothing, strictObject, textOfAtMost, wholeBetween } from './shape.ts'

/** Far more than a run may hold; what it may hold is told where it is made again. */
const most = 100_000

const parent = v.lazy((value): v.GenericSchema<string | null> =>
  value === null ? nothing : filled,
)

const branchSchema = v.pipe(
  strictObject({
    /** The branch that it left; null for the first. */
    parent,
    /** Messages and events that it has in common with its parent. */
    forkedAt: wholeBetween(0, most),
    inherited: wholeBetween(0, most),
    /** All its messages. */
    length: wholeBetween(0, most),
    /** What was done on it since, by name. */
    events: listOf(labEventSchema),
  }),
  v.readonly(),
)
export type BranchHistory = v.InferOutput<typeof branchSchema>

/** A run as what was done in it: branch by branch, `b1`, `b2` and so on, and the one that is shown. */
export const runHistorySchema = v.pipe(
  strictObject({ branches: listOf(branchSchema), branch: textOfAtMost(20) }),
  v.readonly(),
)
export type RunHistory = v.InferOutput<typeof runHistorySchema>
