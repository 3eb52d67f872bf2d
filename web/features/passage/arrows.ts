import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Lanes } from '../diagram/geometry.ts'
import { isHackers } from '../diagram/picture.ts'
import type { PassageMessage, PassageSecret } from './passage.ts'
import { element, haloed, widthOf, words } from './svg.ts'
import type { Theme } from './theme.ts'

/** How an arrow looks: sent, the one that is told now, still to come. */
export type ArrowState = 'sent' | 'current' | 'ahead'

/** X of a participant's lifeline. */
export const laneOf = ({ columns }: Lanes, participant: Participant): number =>
  columns.find((column) => column.participant === participant)?.x ?? 0

const colourOf = (message: PassageMessage, state: ArrowState, theme: Theme): string => {
  if (isHackers(message)) return state === 'current' ? theme.attack : theme.lanes.Hacker
  return state === 'current' ? theme.now : theme.ink2
}

const numberAt = (
  message: PassageMessage,
  x: number,
  y: number,
  state: ArrowState,
  theme: Theme,
): string => {
  const colour = colourOf(message, state, theme)
  const isNow = state === 'current'
  const ground = {
    fill: isNow ? colour : theme.surface,
    stroke: colour,
    'stroke-width': 1.25,
  }
  const shape = isHackers(message)
    ? element('path', { d: `M${x - 13} ${y}l13 -13l13 13l-13 13z`, ...ground })
    : element('circle', { cx: x, cy: y, r: 10, ...ground })
  return (
    shape +
    words(
      String(message.n),
      x,
      y + 3.7,
      { size: 10.5, isBold: true },
      {
        fill: isNow ? theme.onNow : colour,
        'text-anchor': 'middle',
      },
    )
  )
}

/** The head of an arrow; the Hacker's is barbed. */
const headAt = (x: number, y: number, direction: number, barbed: boolean, fill: string): string => {
  const point = (at: number): string => `M${at} ${y}l${-9 * direction} -4.5v9z`
  return element('path', { d: barbed ? point(x) + point(x - 8 * direction) : point(x), fill })
}

/** How high a self arrow is, in CSS pixels. */
export const loopHeight = 18

/**
 * An arrow with its number, at height `y`.
 *
 * @param travelled how far it has come, from 0 to 1
 */
export const arrowAt = (
  message: PassageMessage,
  lanes: Lanes,
  y: number,
  { state, travelled = 1 }: { readonly state: ArrowState; readonly travelled?: number },
  theme: Theme,
): string => {
  const [from, to] = [laneOf(lanes, message.from), laneOf(lanes, message.to)]
  const stroke = colourOf(message, state, theme)
  const barbed = isHackers(message)
  const look = {
    fill: 'none',
    stroke,
    'stroke-width': state === 'current' ? 2.5 : 1.5,
    'stroke-dasharray': message.kind === 'response' ? '5 4' : undefined,
  }
  const isSelf = from === to
  // A loop turns inwards where it would reach beyond the edge.
  const side = isSelf && from + 60 > lanes.width ? -1 : 1
  const direction = isSelf ? -side : Math.sign(to - from)
  const end = from + (to - direction - from) * travelled
  const wire = isSelf
    ? element('path', {
        d: `M${from} ${y}C${from + 52 * side} ${y - 8} ${from + 52 * side} ${y + loopHeight + 8} ${from} ${y + loopHeight}`,
        ...look,
      })
    : element('path', { d: `M${from + 10 * direction} ${y}H${end - 4 * direction}`, ...look })
  const tip = isSelf
    ? headAt(from - direction, y + loopHeight, direction, barbed, stroke)
    : headAt(end, y, direction, barbed, stroke)
  const isStill = isSelf && travelled < 1
  const drawn = (isStill ? '' : wire + tip) + numberAt(message, from, y, state, theme)
  if (state !== 'ahead') return drawn
  // What is behind a pale number must not be seen through it.
  const cover = element('circle', { cx: from, cy: y, r: 10, fill: theme.surface })
  return cover + element('g', { opacity: 0.28 }, drawn)
}

/** Names of participants above their lifelines. */
export const headsAt = (lanes: Lanes, lane: number, y: number, theme: Theme): string =>
  lanes.columns
    .map(({ participant, x }) => {
      const colour = theme.lanes[participant]
      const width = Math.min(112, lane - 8)
      return (
        element('rect', {
          x: x - width / 2,
          y,
          width,
          height: 26,
          rx: 6,
          fill: theme.surface,
          stroke: colour,
          'stroke-width': 1.5,
          'stroke-dasharray': participant === 'Hacker' ? '5 4' : undefined,
        }) +
        words(
          participant,
          x,
          y + 17.5,
          { size: lane < 84 ? 11 : 12.5, isBold: true },
          {
            fill: colour,
            'text-anchor': 'middle',
          },
        )
      )
    })
    .join('')

/** The lifelines from one height to another. */
export const lifelines = (lanes: Lanes, top: number, bottom: number, theme: Theme): string =>
  lanes.columns
    .map(({ participant, x }) =>
      element('path', {
        d: `M${x} ${top}V${bottom}`,
        stroke: participant === 'Hacker' ? theme.lanes.Hacker : theme.line2,
        'stroke-dasharray': participant === 'Hacker' ? '5 5' : undefined,
      }),
    )
    .join('')

const chipFace = { size: 10.5, isMono: true, isBold: true } as const

/** Height of a chip. */
export const chipHeight = 17

const chipAt = ({ name, kind, isOver }: PassageSecret, x: number, y: number, theme: Theme) => {
  const { fill, stroke, ink } = theme.chips[kind]
  const width = Math.ceil(widthOf(name, chipFace) + 12)
  const drawn =
    element('rect', {
      x,
      y,
      width,
      height: chipHeight,
      rx: 5,
      fill: isOver ? theme.surface : fill,
      stroke,
      'stroke-dasharray': isOver ? '3 2' : undefined,
    }) +
    words(name, x + width / 2, y + 12.2, chipFace, {
      fill: ink,
      'text-anchor': 'middle',
      'text-decoration': isOver ? 'line-through' : undefined,
    })
  return { drawn, width }
}

/** The names of secrets in rows from a place on; those that do not fit in two rows are counted. */
export const chipsAt = (
  secrets: readonly PassageSecret[],
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  theme: Theme,
): { readonly drawn: string; readonly height: number } => {
  const parts: string[] = []
  let [left, row] = [x, 0]
  for (const [index, secret] of secrets.entries()) {
    const needed = widthOf(secret.name, chipFace) + 12
    if (left > x && left + needed > x + width - 30) {
      if (row === 1) {
        const rest = `+${secrets.length - index}`
        parts.push(words(rest, left + 2, y + row * 21 + 12.2, chipFace, { fill: theme.ink3 }))
        break
      }
      row += 1
      left = x
    }
    const chip = chipAt(secret, left, y + row * 21, theme)
    parts.push(chip.drawn)
    left += chip.width + 5
  }
  return { drawn: parts.join(''), height: secrets.length === 0 ? 0 : row * 21 + chipHeight }
}

/** What happened between messages, across the picture. */
export const markAt = (
  text: string,
  { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  [ground, ink]: readonly [string, string],
): string =>
  element('rect', { x, y, width, height, rx: 5, fill: ground }) +
  words(
    text,
    x + width / 2,
    y + height / 2 + 4.4,
    { size: 12.5, isBold: true },
    {
      fill: ink,
      'text-anchor': 'middle',
    },
  )

/** The title of a chapter, over the lifelines. */
export const titleAt = (text: string, x: number, y: number, theme: Theme): string =>
  words(text, x, y, { size: 13.5, isBold: true }, { fill: theme.ink2, ...haloed(theme.surface) })
