import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { ChapterSetting } from './draw.ts'
import { labelLines, shortLines, wordsOn } from './labels.ts'
import { lanesOf } from './geometry.ts'

/** Below this width, in CSS pixels, the labels are only methods and statuses. */
const narrow = 560

/** Narrowest and widest lane; a smaller window scrolls sideways, a larger one leaves room. */
const lanes = { least: 118, most: 230 }

/** Sizes that labels and participants have, in CSS pixels; Mermaid is asked for its layout at these font sizes. */
export const sizes = { wide: { fontSize: 12.5, head: 66 }, narrow: { fontSize: 11, head: 40 } }

export const isNarrow = (room: number): boolean => room < narrow

export const sizesOf = (room: number) => (isNarrow(room) ? sizes.narrow : sizes.wide)

/** How a picture is set in a room of some width, in a language. */
export const settingOf = (
  room: number,
  participants: readonly Participant[],
  { say }: Pick<Words, 'say'>,
): ChapterSetting => {
  const { fontSize } = sizesOf(room)
  const fair = Math.floor((room - 4) / participants.length)
  const lane = isNarrow(room) ? fair : Math.max(lanes.least, Math.min(lanes.most, fair))
  const lines = labelLines(participants, lane, fontSize)
  return {
    lane,
    lanes: lanesOf(participants, lane),
    fontSize,
    lines: isNarrow(room) ? shortLines : (arrow) => lines(arrow, wordsOn(arrow, say)),
    say,
  }
}
