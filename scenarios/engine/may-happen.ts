import { getNextTransitions, type SnapshotFrom } from 'xstate'
import type { LabMachine } from '../machine/compose.ts'
import type { LabEvent } from '../model/event.ts'

type Snapshot = SnapshotFrom<LabMachine>

/** The types of event for which the states that are active have transitions, by snapshot. */
const known = new WeakMap<Snapshot, ReadonlySet<string>>()

const typesAt = (snapshot: Snapshot): ReadonlySet<string> => {
  const types =
    known.get(snapshot) ?? new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType))
  known.set(snapshot, types)
  return types
}

/**
 * Whether the machine takes an event now. Most events have no transition in any state that is
 * active: that is seen at once, and only of the others XState is asked, which weighs their guards.
 */
export const mayHappen = (snapshot: Snapshot, event: LabEvent): boolean =>
  typesAt(snapshot).has(event.type) && snapshot.can(event)
