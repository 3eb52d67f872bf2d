import { html } from 'lit'
import { ownLessonName } from '../../../scenarios/model/own-lesson-name.ts'
import { elementCode } from './docs-tools.ts'
import { embedCode, frameCode } from './embed-code.ts'
import type { ShareGroup, Shared } from './item.ts'
import { isAddressable } from './run-address.ts'

/** Code that shows the player in pages of one's own. */
export const embedGroup = ({
  playback,
  address,
  words,
}: Pick<Shared, 'playback' | 'address' | 'words'>): ShareGroup => {
  const { share } = words.ui
  const { trace } = playback.run
  const step = trace.messages[playback.cursor - 1]?.id ?? null
  const isOwn = trace.lesson === ownLessonName
  const hasFile = isAddressable(address, trace)
  const unless = hasFile ? '' : share.noFile
  return {
    ...(hasFile && {
      more: html`<lab-embed-code .trace=${trace} .step=${step}></lab-embed-code>`,
      note: `${isOwn ? share.embedOwn : share.embedRecorded} ${share.embedScripts}`,
    }),
    title: share.embed,
    items: [
      {
        id: 'element',
        icon: 'code',
        does: 'copy',
        title: share.element,
        note: share.elementNote,
        unless,
        make: async () => elementCode(embedCode(address, trace, step, words)),
      },
      {
        id: 'frame',
        icon: 'browser',
        does: 'copy',
        title: share.frame,
        note: share.frameNote,
        unless,
        make: async () => frameCode(address, trace, step),
      },
    ],
  }
}
