import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import { sameEvent } from '../../../scenarios/model/same-event.ts'
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
