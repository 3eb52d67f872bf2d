import { fileName } from './file-name.ts'
import { textFile, type Group, type Shared } from './item.ts'

/** The trace, to be saved and to be opened. */
export const runGroup = ({ playback, words }: Shared): Group => {
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
