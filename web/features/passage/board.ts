import { lanesOf, type Lanes } from '../diagram/geometry.ts'
import { laneOf, loopHeight, markAt, titleAt } from './arrows.ts'
import type { Passage, PassageMessage } from './passage.ts'
import { ellipsis, haloed, words as line, wrap } from './svg.ts'
import type { Theme } from './theme.ts'

/** Size of an animated picture in CSS pixels; it is lower where the passage is short. */
export const animationSize = { width: 800, height: 600 } as const

/** Space left and right. */
export const margin = 24

const face = { size: 12.5, isMono: true } as const

const heights = { label: 16, mark: 24, title: 30 }

/** Where a message stands: its first line of words at `words`, its arrow at `y`. */
export interface Place {
  readonly message: PassageMessage
  readonly label: readonly string[]
  readonly words: number
  readonly y: number
  readonly top: number
  readonly bottom: number
}

/** The whole diagram, of which a frame shows a part. */
export interface Board {
  readonly lanes: Lanes
  readonly lane: number
  readonly places: readonly Place[]
  /** Marks and titles, drawn. */
  readonly between: string
  readonly height: number
}

const labelOf = (message: PassageMessage, lanes: Lanes, lane: number): readonly string[] => {
  const distance = Math.abs(laneOf(lanes, message.to) - laneOf(lanes, message.from))
  const room = distance === 0 ? Math.max(lane * 1.6, 200) : distance - 30
  const lines = wrap(message.label, room, face)
  const [first = '', ...rest] = lines
  return rest.length === 0 ? [first] : [first, ellipsis(rest.join(' '), room, face)]
}

/** Lays out the diagram of a passage. */
export const boardOf = ({ participants, chapters }: Passage, theme: Theme): Board => {
  const width = animationSize.width - 2 * margin
  const lane = width / participants.length
  const flat = lanesOf(participants, lane)
  const lanes: Lanes = {
    width: flat.width,
    columns: flat.columns.map((one) => ({ ...one, x: one.x + margin })),
  }
  const places: Place[] = []
  const between: string[] = []
  let y = 0
  for (const chapter of chapters) {
    for (const mark of chapter.marks) {
      const box = { x: margin, y: y + 6, width, height: heights.mark }
      between.push(markAt(mark.text, box, theme.tones[mark.tone]))
      y += heights.mark + 8
    }
    between.push(titleAt(chapter.title, margin, y + 20, theme))
    y += heights.title
    for (const message of chapter.messages) {
      const label = labelOf(message, lanes, lane)
      const isLoop = message.from === message.to
      const arrow = y + 6 + label.length * heights.label + (isLoop ? 0 : 5)
      const bottom = arrow + (isLoop ? loopHeight : 0) + 16
      places.push({ message, label, words: y + 16, y: arrow, top: y, bottom })
      y = bottom
    }
    y += 4
  }
  return { lanes, lane, places, between: between.join(''), height: y }
}

/** The words above an arrow. */
export const labelAt = (
  { message, label, words }: Place,
  { lanes }: Board,
  theme: Theme,
): string => {
  const [from, to] = [laneOf(lanes, message.from), laneOf(lanes, message.to)]
  const isLoop = from === to
  const isRight = isLoop && from > lanes.width * 0.7
  const x = isLoop ? from + (isRight ? -18 : 18) : (from + to) / 2
  return label
    .map((text, index) =>
      line(text, x, words + index * heights.label, face, {
        fill: theme.ink,
        'text-anchor': isLoop ? (isRight ? 'end' : 'start') : 'middle',
        ...haloed(theme.surface),
      }),
    )
    .join('')
}

/** What of the board is seen in a window of this height when a place is told: as little moves as can be. */
export const scrollTo = (
  place: Place,
  offset: number,
  window: number,
  { height, places }: Board,
): number => {
  const most = Math.max(0, height - window)
  const next = places[places.indexOf(place) + 1] ?? place
  if (place.top >= offset && next.bottom <= offset + window) return offset
  return Math.max(0, Math.min(most, place.top - heights.title))
}
