/** The bodies of requests to the API for runs. */

import * as v from 'valibot'
import { profiles } from './client.ts'
import { runHistorySchema } from './history.ts'
import { labEventSchema } from './event.ts'
import { oneOf, settings, strictObject, textOfAtMost, wholeBetween } from './shape.ts'

/** POST /api/runs: what to run; names as in the catalogue. The same seed gives the same trace. */
export const runRequestSchema = v.pipe(
  strictObject({
    workflow: textOfAtMost(200),
    lesson: v.exactOptional(textOfAtMost(100)),
    seed: v.exactOptional(textOfAtMost(200)),
    /** How FusionAuth is set; its defaults when left out. */
    profile: v.exactOptional(oneOf(profiles)),
    /** Switches that are not as usual. */
    defences: v.exactOptional(settings(64)),
    /** What was done in it before: the run goes on from there. */
    history: v.exactOptional(runHistorySchema),
  }),
  v.readonly(),
)
export type RunRequest = v.InferOutput<typeof runRequestSchema>

/** A place in a trace: the number of messages before it. */
const place = wholeBetween(0, Number.MAX_SAFE_INTEGER)

/** What a page has of the run (`writeExtent`); then it is answered with what is new. */
const have = v.exactOptional(textOfAtMost(120))
export interface Having {
  readonly have?: string
}

/** POST …/events; acting at a place in the past forks. */
export const sendRequestSchema = strictObject({
  event: labEventSchema,
  at: v.exactOptional(place),
  have,
})

/** POST …/fork */
export const forkRequestSchema = strictObject({ at: place, have })

/** POST …/branch */
export const branchRequestSchema = strictObject({ branch: textOfAtMost(200), have })
