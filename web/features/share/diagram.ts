import { matchPublished } from '../../../scenarios/catalogue/published.ts'
import { secretsOf, type Secret } from '../../../scenarios/projections/secrets.ts'
import { sequenceOf } from '../../../scenarios/projections/sequence.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Message, Trace } from '../../../scenarios/model/trace.ts'
import { leavesOf, type ChapterSetting } from '../diagram/draw.ts'
import { labelLines } from '../diagram/labels.ts'
import { chapterGeometry, lanesOf, type Lanes } from '../diagram/geometry.ts'
import { chapterPicture, type ArrowPlace, type ChapterPicture } from '../diagram/picture.ts'
import { layOut } from '../diagram/layout.ts'
import { element } from '../diagram/svg.ts'
import { chipsOn } from './chips.ts'
import type { ResolveColour } from './colours.ts'
import { paint } from './paint.ts'
import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { labelText } from '../../../scenarios/i18n/label.ts'

/** The words around a picture that is on its own, in the language of the page. */
export interface PictureWords {
  readonly title: string
  /** What the picture is, in a sentence, for who cannot see it. */
  readonly description: string
  /** Below the picture: where it comes from, and what its signs mean. */
  readonly foot: readonly string[]
  readonly say: Say
  /** What stands on a participant; its name when left out. */
  readonly name?: (participant: Participant) => string
}

const lane = 196
const fontSize = 12.5
const margin = 24
const lineHeight = 18
const titleHeight = 44
const headsHeight = 40

const text = (
  words: string,
  x: number,
  y: number,
  look: Readonly<Record<string, string | number>>,
): SVGTextElement => {
  const made = element('text', { x, y, ...look })
  made.textContent = words
  return made
}

/** Longest name on a participant, in characters. */
const longestName = 21

const headOf = (
  participant: Participant,
  called: string,
  x: number,
  resolve: ResolveColour,
): readonly SVGElement[] => {
  const colour = resolve(`var(--lane-${participant.toLowerCase()}, var(--ink-2))`)
  const isHacker = participant === 'Hacker'
  const name = called.length > longestName ? `${called.slice(0, longestName - 1)}…` : called
  const width = Math.max(112, 24 + name.length * 7.5)
  return [
    element('rect', {
      x: x - width / 2,
      y: 4,
      width,
      height: 28,
      rx: 6,
      fill: resolve('var(--surface)'),
      stroke: colour,
      'stroke-width': 1.5,
      ...(isHacker && { 'stroke-dasharray': '5 4' }),
    }),
    text(name, x, 23, {
      fill: colour,
      'font-size': 13,
      'font-weight': 600,
      'text-anchor': 'middle',
    }),
  ]
}

interface Contents {
  readonly messages: readonly Message[]
  readonly secrets: readonly Secret[]
  /** Numbers of the messages that the published diagram does not have. */
  readonly unpublished: ReadonlySet<number>
}

/** Height of a row of chips; the arrows below it make room. */
const chipsHeight = 16

/** Puts its chips on an arrow; gives the room that they take below it. */
const dress = (place: ArrowPlace, contents: Contents, resolve: ResolveColour): number => {
  const { group, arrow, x1, x2, y } = place
  group.classList.toggle('is-unpublished', contents.unpublished.has(arrow.n))
  const message = contents.messages[arrow.n - 1]
  if (message === undefined) return 0
  const middle = arrow.kind === 'self' ? x1 + 90 : (x1 + x2) / 2
  const chips = chipsOn(message, contents.secrets, middle, y + 4, resolve)
  group.append(...chips)
  return chips.length === 0 ? 0 : chipsHeight
}

/** Puts the chips on the arrows of a chapter; gives its height with them. */
const dressAll = (
  { svg, places, height }: ChapterPicture,
  contents: Contents,
  resolve: ResolveColour,
): number => {
  let room = 0
  for (const place of places) {
    if (room > 0) place.group.setAttribute('transform', `translate(0 ${room})`)
    room += dress(place, contents, resolve)
  }
  for (const line of svg.querySelectorAll('.lifeline'))
    line.setAttribute('y2', String(height + room))
  return height + room
}

const chapterAt = (
  picture: ChapterPicture,
  title: string,
  top: number,
  resolve: ResolveColour,
): SVGGElement => {
  const group = element('g', { transform: `translate(${margin} ${top})` })
  group.append(...picture.svg.childNodes)
  if (title !== '')
    group.append(
      text(title, 0, picture.title + 16, {
        fill: resolve('var(--ink-2)'),
        'font-size': 13.5,
        'font-weight': 700,
        stroke: resolve('var(--surface)'),
        'stroke-width': 6,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
      }),
    )
  return group
}

const frame = (lanes: Lanes, height: number, words: PictureWords, resolve: ResolveColour) => {
  const width = lanes.width + 2 * margin
  const svg = element('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'title description',
  })
  const [title, description] = [
    element('title', { id: 'title' }),
    element('desc', { id: 'description' }),
  ]
  title.textContent = words.title
  description.textContent = words.description
  const ground = element('rect', { width, height, fill: resolve('var(--surface)') })
  svg.append(title, description, ground)
  return svg
}

/**
 * Draws a trace as one picture that needs nothing else: no style sheet, no font file, no address.
 * Colours are those of the page's theme; each arrow has its secrets as chips. Drawn anew, so that it
 * is whole whatever the window shows.
 */
export const drawDiagram = (
  trace: Trace,
  words: PictureWords,
  resolve: ResolveColour,
): SVGSVGElement => {
  const { participants, messages } = trace
  const lanes = lanesOf(participants, lane)
  const lines = labelLines(participants, lane, fontSize)
  const setting: ChapterSetting = {
    lanes,
    lane,
    fontSize,
    lines: (arrow) => lines(arrow, labelText(arrow.label, words.say)),
    say: words.say,
  }
  const sequence = sequenceOf({ trace, plan: [], plannedDividers: [] })
  const leaves = leavesOf(sequence, setting)
  const pictures = leaves.map(({ structure, chapter }) =>
    chapterPicture(chapterGeometry(layOut(structure, fontSize), chapter, lanes), chapter, setting),
  )

  const published = matchPublished(trace).arrows
  const contents: Contents = {
    messages,
    secrets: secretsOf(messages),
    unpublished: new Set(messages.map(({ n }) => n).filter((n) => published[n - 1] === null)),
  }
  const body = titleHeight + headsHeight
  const heights = pictures.map((picture) => dressAll(picture, contents, resolve))
  const drawn = heights.reduce((sum, height) => sum + height, 0)
  const height = body + drawn + margin + words.foot.length * lineHeight + 8
  const svg = frame(lanes, height, words, resolve)
  svg.append(
    text(words.title, margin, 29, {
      'font-size': 17,
      'font-weight': 700,
      fill: resolve('var(--ink)'),
    }),
  )
  const heads = element('g', { transform: `translate(${margin} ${titleHeight})` })
  for (const { participant, x } of lanes.columns)
    heads.append(...headOf(participant, words.name?.(participant) ?? participant, x, resolve))
  let top = body
  pictures.forEach((picture, index) => {
    svg.append(chapterAt(picture, leaves[index]?.title ?? '', top, resolve))
    top += heights[index] ?? 0
  })
  svg.append(heads)
  words.foot.forEach((line, index) => {
    const y = top + margin + index * lineHeight
    svg.append(text(line, margin, y, { 'font-size': 11.5, fill: resolve('var(--ink-3)') }))
  })
  paint(svg, resolve)
  return svg
}

/** A picture as the text of a file. */
export const svgText = (svg: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`
