import { lanesOf, type Lanes } from '../diagram/geometry.ts'
import { alternativeText } from './alternative.ts'
import { arrowAt, chipsAt, headsAt, lifelines, loopHeight, markAt, titleAt } from './arrows.ts'
import type { Passage, PassageMessage } from './passage.ts'
import { document, element, words as line, wrap } from './svg.ts'
import type { Theme } from './theme.ts'
import type { PassageWords } from './words.ts'

/** Width of a contact sheet in CSS pixels. */
export const sheetWidth = 800

const margin = 24
const gap = 22

/** Widths of a lane by the number of participants: more of them leave the words less room. */
const laneWidths = [0, 130, 124, 104, 90, 78, 66]

const faces = {
  title: { size: 19, isBold: true },
  small: { size: 12 },
  way: { size: 12, isBold: true },
  label: { size: 12, isMono: true, isBold: true },
  sentence: { size: 13.5 },
} as const

const lineHeight = { title: 25, label: 16, sentence: 19 }

/** From this height on a chapter has the names of the participants again, as on another page. */
const headsEvery = 900

interface Setting {
  readonly lanes: Lanes
  readonly lane: number
  readonly theme: Theme
  readonly words: PassageWords
  /** Where the words beside the diagram stand. */
  readonly column: { readonly x: number; readonly width: number }
}

/** Lines of words one below the other; gives what is drawn and the height after it. */
const block = (
  lines: readonly string[],
  x: number,
  y: number,
  face: { readonly size: number; readonly isMono?: boolean; readonly isBold?: boolean },
  height: number,
  fill: string,
) => ({
  drawn: lines.map((text, index) => line(text, x, y + index * height, face, { fill })).join(''),
  bottom: y + lines.length * height,
})

interface Row {
  readonly drawn: string
  readonly bottom: number
}

const rowAt = (message: PassageMessage, top: number, setting: Setting): Row => {
  const { column, theme, words, lanes } = setting
  const { x, width } = column
  const base = top + 18
  const way = `${message.n}  ${words.way(message.from, message.to)}`
  const head = line(way, x, base, faces.way, { fill: theme.ink2, 'xml:space': 'preserve' })
  const label = block(
    wrap(message.label, width, faces.label),
    x,
    base + 18,
    faces.label,
    lineHeight.label,
    theme.ink,
  )
  const told = [message.sentence, message.simulated ? words.simulated : '']
  const sentence = block(
    wrap(told.filter((one) => one !== '').join(' '), width, faces.sentence),
    x,
    label.bottom + 4,
    faces.sentence,
    lineHeight.sentence,
    theme.ink,
  )
  const chips = chipsAt(message.secrets, { x, y: sentence.bottom - 9, width }, theme)
  const isLoop = message.from === message.to
  const least = base + (isLoop ? loopHeight : 0) + 16
  const bottom = Math.max(least, sentence.bottom - 12 + (chips.height === 0 ? 0 : chips.height + 7))
  return {
    drawn: [
      arrowAt(message, lanes, base - 4, { state: 'sent' }, theme),
      head,
      label.drawn,
      sentence.drawn,
      chips.drawn,
    ].join(''),
    bottom: bottom + 12,
  }
}

const bodyAt = (passage: Passage, top: number, setting: Setting): Row => {
  const { theme, column } = setting
  const parts: string[] = []
  const rules: string[] = []
  let y = top
  let heads = top
  for (const chapter of passage.chapters) {
    if (y - heads > headsEvery) {
      parts.push(headsAt(setting.lanes, setting.lane, y + 6, theme))
      y += 36
      heads = y
    }
    for (const mark of chapter.marks) {
      const height = 24
      const box = { x: margin - 8, y: y + 6, width: sheetWidth - 2 * margin + 16, height }
      parts.push(markAt(mark.text, box, theme.tones[mark.tone]))
      y += height + 10
    }
    parts.push(titleAt(chapter.title, margin, y + 22, theme))
    y += 32
    for (const [index, message] of chapter.messages.entries()) {
      const row = rowAt(message, y, setting)
      if (index > 0) rules.push(`M${column.x} ${y}H${sheetWidth - margin}`)
      parts.push(row.drawn)
      y = row.bottom
    }
    y += 4
  }
  const ruled = rules.length === 0 ? '' : element('path', { d: rules.join(''), stroke: theme.line })
  return { drawn: ruled + parts.join(''), bottom: y }
}

/** Lines below the picture. */
const footAt = (passage: Passage, top: number, { theme, words }: Setting): Row => {
  const hasChips = passage.messages.some(({ secrets }) => secrets.length > 0)
  const lines = [words.foot, ...(hasChips ? [words.chips] : [])].flatMap((text) =>
    wrap(text, sheetWidth - 2 * margin, { size: 11 }),
  )
  const drawn = block(lines, margin, top + 20, { size: 11 }, 15, theme.ink3)
  return { ...drawn, bottom: drawn.bottom + 6 }
}

/**
 * A contact sheet: the lifelines on the left, each message as an arrow in its place, and beside it the
 * number, the way, the words on the arrow and the sentence. As wide as a page of a book or of docs, so that
 * it is read on paper too.
 *
 * @returns the text of an SVG file that needs nothing else, and its size in CSS pixels
 */
export const drawSheet = (passage: Passage, words: PassageWords, theme: Theme) => {
  const { participants } = passage
  const lane = laneWidths[participants.length] ?? 66
  const flat = lanesOf(participants, lane)
  const lanes: Lanes = {
    width: flat.width,
    columns: flat.columns.map((one) => ({ ...one, x: one.x + margin })),
  }
  const left = margin + lanes.width + gap
  const column = { x: left, width: sheetWidth - margin - left }
  const setting: Setting = { lanes, lane, theme, words, column }
  const range = words.range(passage.first, passage.last)
  const titles = wrap(passage.title, sheetWidth - 2 * margin, faces.title)
  const title = block(titles, margin, 38, faces.title, lineHeight.title, theme.ink)
  const under = wrap(words.lesson(passage.lesson, range), sheetWidth - 2 * margin, faces.small)
  const lesson = block(under, margin, title.bottom - 3, faces.small, 16, theme.ink3)
  const heads = lesson.bottom
  const body = bodyAt(passage, heads + 30, setting)
  const foot = footAt(passage, body.bottom + 6, setting)
  const size = { width: sheetWidth, height: Math.ceil(foot.bottom) }
  const content = [
    element('rect', { ...size, fill: theme.surface }),
    lifelines(lanes, heads + 26, body.bottom, theme),
    title.drawn,
    lesson.drawn,
    headsAt(lanes, lane, heads, theme),
    body.drawn,
    foot.drawn,
  ].join('')
  const { summary, list } = alternativeText(passage, words)
  const about = {
    title: `${passage.title}: ${range}`,
    description: [summary, ...list].join('\n'),
    language: passage.language,
  }
  return { svg: document({ ...size, ...about }, content), ...size }
}
