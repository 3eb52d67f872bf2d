import type { SnapshotFrom } from 'xstate'
import type { LabMachine } from '../machine/compose.ts'
import type { LabEvent } from '../model/event.ts'

type Snapshot = SnapshotFrom<LabMachine>
type StateNode = Snapshot['_nodes'][number]

/** The types that a state node has transitions for; XState makes this list anew whenever it is asked. */
const known = new WeakMap<StateNode, ReadonlySet<string>>()

const typesOf = (node: StateNode): ReadonlySet<string> => {
  const types = known.get(node) ?? new Set(node.ownEvents)
  known.set(node, types)
  return types
}

/**
 * Whether the machine takes an event now. Most events have no transition in any state that is
 * active: that is seen at once, and only of the others XState is asked, which weighs their guards.
 */
export const mayHappen = (snapshot: Snapshot, event: LabEvent): boolean =>
  snapshot._nodes.some((node) => typesOf(node).has(event.type)) && snapshot.can(event)
