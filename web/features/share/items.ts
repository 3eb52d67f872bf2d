import { cutTrace } from '../../../scenarios/projections/cut.ts'
import { isAddressable, messageAddress, runAddress } from './run-address.ts'
import { sharedRun } from '../../player/run-link/lines.ts'
import { diagramGroup } from './diagram-group.ts'
import { embedGroup } from './embed-group.ts'
import { fileName } from './file-name.ts'
import { passageGroup } from './passage-group.ts'
import { textFile, type ShareGroup, type Shared } from './item.ts'
import { messageGroup } from './message-group.ts'

/** The trace, to be saved and to be opened. */
const runGroup = ({ playback, words }: Shared): ShareGroup => {
  const { share } = words.ui
  const { trace } = playback.run
  return {
    title: share.run,
    items: [
      {
        id: 'trace',
        icon: 'save',
        does: 'save',
        title: share.trace,
        note: share.traceNote,
        file: fileName(trace, null, 'trace.json'),
        make: async () => textFile(JSON.stringify(trace, null, 1), 'application/json'),
      },
      { id: 'open', icon: 'open', does: 'open', title: share.openTrace, note: share.openNote },
    ],
  }
}

/** Links to the message and to the run. */
const linkGroup = ({ playback, traces, address, words }: Shared): ShareGroup => {
  const { share } = words.ui
  const { run, cursor } = playback
  const { trace } = run
  const step = trace.messages[cursor - 1]?.id ?? null
  const unless = isAddressable(address, trace) ? '' : share.noFile
  const { lines, leavesOutTyped } = sharedRun(run, traces)
  return {
    title: share.links,
    note: [
      ...(leavesOutTyped ? [share.typed] : []),
      ...(trace.fusionauth.kind === 'fusionauth' ? [share.otherServer] : []),
    ].join(' '),
    items: [
      {
        id: 'message-link',
        icon: 'link',
        does: 'copy',
        title: step === null ? share.lessonLink : share.messageLink,
        note: step === null ? share.lessonLinkNote : share.messageLinkNote,
        unless,
        make: async () => messageAddress(address, trace, step).href,
      },
      {
        id: 'run-link',
        icon: 'branch',
        does: 'copy',
        title: share.runLink,
        note: share.runLinkNote,
        unless,
        make: async () => runAddress(address, trace, lines, step).href,
      },
    ],
  }
}

/** All ways to take a run elsewhere, in groups. */
export const shareGroups = (shared: Shared): readonly ShareGroup[] => {
  const { playback, scope } = shared
  const { trace } = playback.run
  const isHere = scope === 'here' && playback.cursor > 0
  const cut = isHere ? cutTrace(trace, playback.cursor) : trace
  const step = isHere ? (trace.messages[playback.cursor - 1]?.id ?? null) : null
  return [
    linkGroup(shared),
    diagramGroup(shared, cut, step),
    passageGroup(shared),
    messageGroup(shared, cut, step),
    runGroup(shared),
    embedGroup(shared),
  ]
}
