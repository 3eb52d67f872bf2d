import { messageAddress, runAddress } from '../run-link/address.ts'
import { sharedRun } from '../run-link/lines.ts'
import type { Group, Shared } from './item.ts'

/** Links to the message and to the run. */
export const linkGroup = ({ playback, traces, address, words }: Shared): Group => {
  const { share } = words.ui
  const { run, cursor } = playback
  const { trace } = run
  const step = trace.messages[cursor - 1]?.id ?? null
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
        make: async () => messageAddress(address, trace, step).href,
      },
      {
        id: 'run-link',
        icon: 'branch',
        does: 'copy',
        title: share.runLink,
        note: share.runLinkNote,
        make: async () => runAddress(address, trace, lines, step).href,
      },
    ],
  }
}
