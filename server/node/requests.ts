import type { Profile } from '../../scenarios/model/client.ts'
import type { LabEvent } from '../../scenarios/model/event.ts'
import type { Json } from '../../scenarios/model/wire.ts'
import { labEvent } from './events.ts'
import { fields, oneOf, optional, switches, text, whole, type Shape } from './shape.ts'

/** What a learner chooses to begin a run. */
export interface RunOptions {
  readonly workflow: string
  readonly lesson?: string
  readonly seed?: string
  readonly profile?: Profile
  readonly defences?: Readonly<Record<string, Json>>
}

/** The body of POST /api/runs. */
export const runOptions: Shape<RunOptions> = fields<RunOptions>({
  workflow: text(200),
  lesson: optional(text(100)),
  seed: optional(text(200)),
  profile: optional(oneOf('fidelity', 'hardened')),
  defences: optional(switches(64)),
})

/** A place in a trace: the number of messages before it. */
const place = whole(0, Number.MAX_SAFE_INTEGER)

/** What a page has of the run (`writeExtent`); then it is answered with what is new. */
export interface Having {
  readonly have?: string
}
const have = optional(text(120))

/** The body of POST …/events; acting at a place in the past forks. */
export const act = fields<{ readonly event: LabEvent; readonly at?: number } & Having>({
  event: labEvent,
  at: optional(place),
  have,
})

/** The body of POST …/fork. */
export const fork = fields<{ readonly at: number } & Having>({ at: place, have })

/** The body of POST …/branch. */
export const branch = fields<{ readonly branch: string } & Having>({ branch: text(200), have })
