import { isHackers } from '../diagram/picture.ts'
import { arrowAt, headsAt, lifelines } from './arrows.ts'
import { animationSize, boardOf, labelAt, margin, type Board } from './board.ts'
import type { Passage, PassageMessage } from './passage.ts'
import { document, element, ellipsis, words as line, wrap } from './svg.ts'
import type { Theme } from './theme.ts'
import type { PassageWords } from './words.ts'

const headTop = 46

/** Where the diagram begins, below the title and the participants. */
const diagramTop = 80

const faces = {
  title: { size: 15, isBold: true },
  small: { size: 12 },
  way: { size: 13, isBold: true },
  caption: { size: 16 },
} as const

const captionHeight = 22

/** Longest caption in lines; what is longer ends with an ellipsis. */
const mostLines = 5

/** Height of what is below the diagram, by the lines of its caption. */
const panelHeight = (lines: number): number => lines * captionHeight + 48

/** What all frames of a passage have in common. */
export interface Stage {
  readonly passage: Passage
  readonly board: Board
  /** Height of the part of the board that is seen. */
  readonly window: number
  /** Height of the panel below it. */
  readonly panel: number
  readonly height: number
  readonly theme: Theme
  readonly words: PassageWords
}

const captionOf = ({ sentence, simulated }: PassageMessage, words: PassageWords): string =>
  [sentence, simulated ? words.simulated : ''].filter((one) => one !== '').join(' ')

const openingOf = ({ messages, participants }: Passage, words: PassageWords): string =>
  words.begins(messages.length, words.list(participants))

const captionWidth = animationSize.width - 2 * margin

const captionLines = (text: string): readonly string[] => {
  const lines = wrap(text, captionWidth, faces.caption)
  if (lines.length <= mostLines) return lines
  const last = lines.slice(mostLines - 1).join(' ')
  return [...lines.slice(0, mostLines - 1), ellipsis(last, captionWidth, faces.caption)]
}

/** Below the diagram: who sends what to whom, and the sentence. */
const panelOf = (
  { window, theme, words, panel: height, passage }: Stage,
  message: PassageMessage | null,
): string => {
  const top = diagramTop + window
  const hue = message !== null && isHackers(message) ? theme.attack : theme.now
  const wash = message !== null && isHackers(message) ? theme.attackWash : theme.nowWash
  const ground =
    element('rect', { x: 0, y: top, width: animationSize.width, height, fill: wash }) +
    element('rect', { x: 0, y: top, width: 5, height, fill: hue })
  const head =
    message === null
      ? words.lesson(passage.lesson, words.range(passage.first, passage.last))
      : `${message.n}  ${words.way(message.from, message.to)}`
  const text = message === null ? openingOf(passage, words) : captionOf(message, words)
  const lines = captionLines(text)
  const look = { fill: theme.ink }
  return [
    ground,
    line(head, margin, top + 24, faces.way, { fill: hue, 'xml:space': 'preserve' }),
    ...lines.map((one, index) =>
      line(one, margin, top + 48 + index * captionHeight, faces.caption, look),
    ),
  ].join('')
}

const headLine = ({ passage, theme }: Stage, message: PassageMessage | null): string => {
  const { messages, title } = passage
  const done = message === null ? 0 : messages.indexOf(message) + 1
  const width = animationSize.width - 2 * margin
  return [
    line(ellipsis(title, width - 70, faces.title), margin, 30, faces.title, { fill: theme.ink }),
    message === null
      ? ''
      : line(`${done} / ${messages.length}`, margin + width, 30, faces.small, {
          fill: theme.ink3,
          'text-anchor': 'end',
        }),
    element('rect', {
      x: 0,
      y: 0,
      width: (animationSize.width * done) / messages.length,
      height: 4,
      fill: theme.now,
    }),
  ].join('')
}

/** Lays out an animated picture. */
export const stageOf = (passage: Passage, words: PassageWords, theme: Theme): Stage => {
  const board = boardOf(passage, theme)
  const captions = [
    openingOf(passage, words),
    ...passage.messages.map((message) => captionOf(message, words)),
  ]
  const panel = panelHeight(Math.max(...captions.map((text) => captionLines(text).length)))
  // Even, as video wants it.
  const whole = Math.ceil(board.height / 2) * 2
  const window = Math.min(whole, animationSize.height - diagramTop - panel)
  return { passage, board, window, panel, height: diagramTop + window + panel, theme, words }
}

/**
 * One frame.
 *
 * @param told index of the message that is told; null for the whole passage, as it is before it begins
 */
export const frameAt = (
  stage: Stage,
  told: number | null,
  offset: number,
  travelled: number,
): string => {
  const { board, window, theme, passage, words } = stage
  const message = told === null ? null : (board.places[told]?.message ?? null)
  const size = { width: animationSize.width, height: stage.height }
  const arrows = board.places
    .filter(({ top, bottom }) => top >= offset && bottom <= offset + window)
    .map((place) => {
      const index = board.places.indexOf(place)
      const isAhead = told !== null && index > told
      const isNow = told !== null && index === told
      const state = isAhead ? 'ahead' : isNow ? 'current' : 'sent'
      const wash = isNow && isHackers(place.message) ? theme.attackWash : theme.nowWash
      const ground = isNow
        ? element('rect', {
            x: 0,
            y: place.top,
            width: size.width,
            height: place.bottom - place.top,
            fill: wash,
          })
        : ''
      const look = { state, travelled: isNow ? travelled : 1 } as const
      const halo = isNow ? { ...theme, surface: wash } : theme
      return {
        ground,
        drawn:
          (isAhead ? '' : labelAt(place, board, halo)) +
          arrowAt(place.message, board.lanes, place.y, look, theme),
      }
    })
  const diagram = element(
    'svg',
    {
      x: 0,
      y: diagramTop,
      width: size.width,
      height: window,
      viewBox: `0 ${offset} ${size.width} ${window}`,
    },
    [
      ...arrows.map(({ ground }) => ground),
      lifelines(board.lanes, 0, Math.max(board.height, offset + window), theme),
      board.between,
      ...arrows.map(({ drawn }) => drawn),
    ].join(''),
  )
  const range = words.range(passage.first, passage.last)
  const about = {
    title: `${passage.title}: ${range}`,
    description: message === null ? range : captionOf(message, words),
    language: passage.language,
  }
  return document(
    { ...size, ...about },
    [
      element('rect', { ...size, fill: theme.surface }),
      diagram,
      headLine(stage, message),
      headsAt(board.lanes, board.lane, headTop, theme),
      panelOf(stage, message),
    ].join(''),
  )
}
