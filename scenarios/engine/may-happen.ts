import { getNextTransitions, type SnapshotFrom } from 'xstate'
import { evaluateGuard } from 'xstate/guards'
import type { LabMachine } from '../machine/compose.ts'
import type { LabEvent } from '../model/event.ts'

type Snapshot = SnapshotFrom<LabMachine>

type Transition = ReturnType<typeof getNextTransitions>[number]

/** The transitions of the states that are active, by type of event, for each snapshot. */
const known = new WeakMap<Snapshot, ReadonlyMap<string, readonly Transition[]>>()

const transitionsAt = (snapshot: Snapshot): ReadonlyMap<string, readonly Transition[]> => {
  const found = known.get(snapshot)
  if (found !== undefined) return found
  const transitions = new Map<string, Transition[]>()
  for (const transition of getNextTransitions(snapshot)) {
    const same = transitions.get(transition.eventType)
    if (same === undefined) transitions.set(transition.eventType, [transition])
    else same.push(transition)
  }
  known.set(snapshot, transitions)
  return transitions
}

/**
 * Whether the machine takes an event now: one of the states that are active has a transition for it
 * whose guard holds. It says what `snapshot.can` says of a machine that forbids nothing by an empty
 * transition; that one goes through every region of the machine for each event anew.
 */
export const mayHappen = (snapshot: Snapshot, event: LabEvent): boolean =>
  transitionsAt(snapshot)
    .get(event.type)
    ?.some(
      ({ guard }) => guard === undefined || evaluateGuard(guard, snapshot.context, event, snapshot),
    ) ?? false
