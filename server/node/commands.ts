import type { GenericSchema } from 'valibot'
import {
  branchRequestSchema,
  forkRequestSchema,
  type Having,
  sendRequestSchema,
} from '../../scenarios/model/request.ts'
import type { CommandResult, Run } from '../../scenarios/model/run.ts'
import type { Bounds } from './bounds.ts'
import { noRoom } from './room.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/** A command on a run: its body, and what it does; it resolves to what a run says to a command. */
export interface Command<T extends Having> {
  readonly schema: GenericSchema<unknown, T>
  readonly act: (run: Run, body: T, bounds: Bounds) => Promise<CommandResult | OutOfRange>
}

/** A place that the trace does not have. */
interface OutOfRange {
  readonly ok: false
  readonly problem: string
  readonly field: string
}

const refused = (problem: Text): CommandResult => ({ ok: false, problem })

const outOfRange = (field: string, place: number, run: Run): OutOfRange | undefined => {
  const { length } = run.state.trace.messages
  if (place <= length) return undefined
  const problem = `${field} must be from 0 to ${length}: the run has ${length} messages.`
  return { ok: false, field, problem }
}

const command = <T extends Having>(
  schema: GenericSchema<unknown, T>,
  act: Command<T>['act'],
): Command<T> => ({
  schema,
  act,
})

/** POST …/events */
export const sendEvent = command(sendRequestSchema, async (run, { event, at }, bounds) => {
  const wrong = at === undefined ? undefined : outOfRange('at', at, run)
  if (wrong !== undefined) return wrong
  const past = at !== undefined && at < run.state.trace.messages.length
  const full = noRoom(run.state, bounds, past)
  if (full !== undefined) return refused(full)
  return run.send(event, at === undefined ? {} : { at })
})

/** POST …/fork */
export const fork = command(forkRequestSchema, async (run, { at }, bounds) => {
  const wrong = outOfRange('at', at, run)
  if (wrong !== undefined) return wrong
  const full = noRoom(run.state, bounds, true)
  if (full !== undefined) return refused(full)
  return (await run.fork?.(at)) ?? refused(textOf('problem.no-fork'))
})

/** POST …/branch */
export const switchTo = command(branchRequestSchema, async (run, { branch }) => {
  return (await run.switchTo?.(branch)) ?? refused(textOf('problem.one-branch'))
})
