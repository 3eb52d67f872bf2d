import { cutTrace } from '../../scenarios/projections/cut.ts'
import { diagramGroup } from './diagram-group.ts'
import { embedGroup } from './embed-group.ts'
import type { Group, Shared } from './item.ts'
import { linkGroup } from './link-group.ts'
import { messageGroup } from './message-group.ts'
import { runGroup } from './run-group.ts'

/** All ways to take a run elsewhere, in groups. */
export const shareGroups = (shared: Shared): readonly Group[] => {
  const { playback, scope } = shared
  const { trace } = playback.run
  const isHere = scope === 'here' && playback.cursor > 0
  const cut = isHere ? cutTrace(trace, playback.cursor) : trace
  const step = isHere ? (trace.messages[playback.cursor - 1]?.id ?? null) : null
  return [
    linkGroup(shared),
    diagramGroup(shared, cut, step),
    messageGroup(shared, cut, step),
    runGroup(shared),
    embedGroup(shared),
  ]
}
