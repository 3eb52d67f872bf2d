import { frameCode, scriptCode } from './embed-code.ts'
import type { Group, Shared } from './item.ts'

/** Code that shows the player in pages of one's own. */
export const embedGroup = ({ playback, address, words }: Shared): Group => {
  const { share } = words.ui
  const { trace } = playback.run
  const step = trace.messages[playback.cursor - 1]?.id ?? null
  const base = new URL('.', address)
  return {
    title: share.embed,
    note: share.embedNote,
    items: [
      {
        id: 'frame',
        icon: 'browser',
        does: 'copy',
        title: share.frame,
        note: share.frameNote,
        make: async () => frameCode(base, trace, step),
      },
      {
        id: 'script',
        icon: 'code',
        does: 'copy',
        title: share.script,
        note: share.scriptNote,
        make: async () => scriptCode(base, trace, step),
      },
    ],
  }
}
