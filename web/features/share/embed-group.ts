import { html } from 'lit'
import { elementCode } from './docs-tools.ts'
import { embedCode, frameCode } from './embed-code.ts'
import type { ShareGroup, Shared } from './item.ts'

/** Code that shows the player in pages of one's own. */
export const embedGroup = ({
  playback,
  address,
  words,
}: Pick<Shared, 'playback' | 'address' | 'words'>): ShareGroup => {
  const { share } = words.ui
  const { trace } = playback.run
  const step = trace.messages[playback.cursor - 1]?.id ?? null
  return {
    more: html`<lab-embed-code .trace=${trace} .step=${step}></lab-embed-code>`,
    title: share.embed,
    note: share.embedNote,
    items: [
      {
        id: 'element',
        icon: 'code',
        does: 'copy',
        title: share.element,
        note: share.elementNote,
        make: async () => elementCode(embedCode(address, trace, step, words)),
      },
      {
        id: 'frame',
        icon: 'browser',
        does: 'copy',
        title: share.frame,
        note: share.frameNote,
        make: async () => frameCode(address, trace, step),
      },
    ],
  }
}
