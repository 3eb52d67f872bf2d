import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import { sameEvent } from '../../../scenarios/model/same-event.ts'
import { textOf } from '../../../scenarios/model/text.ts'
import type { Reply, RunTransport } from './link.ts'

/** Something that is asked of a run. */
export interface RunCommand {
  /** Asks for it; undefined where the run cannot do that. */
  ask(link: RunTransport): Promise<Reply> | undefined
  /** Whether it was carried out between two states, although no answer to it has come. */
  hasHappened(before: RunState, after: RunState): boolean
}

/** What was typed is not told: any case of the same form is the same event. */
const withoutTyped = (event: LabEvent | undefined): LabEvent | undefined =>
  event?.type === 'learner.submit' ? { ...event, credentials: 'right' } : event

const eventsOf = ({ branches }: RunState, id: string): readonly LabEvent[] =>
  branches.find((branch) => branch.id === id)?.events ?? []

export const sending = (event: LabEvent, at: number): RunCommand => ({
  ask: (link) => link.send(event, at),
  // The branch that is shown is a new one or has an event more, and this is its last.
  hasHappened: (before, after) => {
    const events = eventsOf(after, after.branch)
    const isNew =
      after.branches.length > before.branches.length ||
      events.length > eventsOf(before, after.branch).length
    return isNew && sameEvent(withoutTyped(events.at(-1)), withoutTyped(event))
  },
})

export const forking = (at: number): RunCommand => ({
  ask: (link) => link.fork?.(at),
  hasHappened: (before, after) => after.branches.length > before.branches.length,
})

export const switchingTo = (branch: string): RunCommand => ({
  ask: (link) => link.switchTo?.(branch),
  hasHappened: (_before, after) => after.branch === branch,
})

const unable: Reply = { result: { ok: false, problem: textOf('problem.unable') } }

/**
 * Asks a run for a command; once more when the run was not as the page knew it, unless the command itself
 * was the reason.
 *
 * @param before the run as it was when the command was wanted
 */
export const askOnce = async (
  command: RunCommand,
  link: RunTransport,
  before: RunState,
): Promise<Reply> => {
  const reply = (await command.ask(link)) ?? unable
  const { isOutdated = false, state } = reply
  if (!isOutdated || state === undefined) return reply
  if (command.hasHappened(before, state)) return { result: { ok: true }, state }
  return (await command.ask(link)) ?? unable
}
