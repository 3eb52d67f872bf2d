import { html } from 'lit'
import type { ShareGroup, Shared } from './item.ts'

/** Some messages as a picture; the element is loaded when the dialog is opened. */
export const passageGroup = ({ playback, words }: Shared): ShareGroup => {
  const { share } = words.ui
  return {
    title: share.passage,
    note: share.passageNote,
    items: [],
    more: html`<lab-passage .trace=${playback.run.trace} .cursor=${playback.cursor}></lab-passage>`,
  }
}
