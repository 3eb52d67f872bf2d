import { lanesOf, type Lanes } from '../../features/diagram/geometry.ts'
import { isHackers } from '../../features/diagram/picture.ts'
import { escapeHtml } from './html.ts'
import type { ToldWorkflow } from './told.ts'

/** Width of a picture in CSS pixels. */
export const pictureWidth = 800

/** Height of what an embed shows of it before it plays. */
export const screenful = (pictureWidth * 62) / 100

const headHeight = 40
const row = 30
/** Between two chapters. */
const gap = 8
const fontSize = 12
/** Width of a character of the monospaced face. */
const advance = fontSize * 0.6

/**
 * The colours of the app, in a light and a dark theme. The ground of a number is the stroke of its
 * text; the Hacker’s arrows differ in shape too.
 */
const style =
  ':root{color-scheme:light dark;--s:light-dark(#fff,#151a23);--i:light-dark(#171b24,#e8ecf3);--l:light-dark(#b9c1cf,#465163);--k:light-dark(#a83c0a,#ff9d6b);background:var(--s);font:12px ui-monospace,Menlo,Consolas,monospace}' +
  'text{fill:var(--i);text-anchor:middle;stroke:var(--s);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}' +
  'path{fill:none;stroke:var(--i);stroke-width:1.4}' +
  '.l{stroke:var(--l)}' +
  '.h{stroke:var(--k);stroke-width:2;stroke-dasharray:6 2}' +
  '.n text{fill:var(--s);stroke:var(--i);stroke-width:11px;font-size:10px;font-weight:700}' +
  '.n .k{stroke:var(--k)}' +
  '.t text{font:700 13px system-ui,sans-serif}'

const rounded = (value: number): number => Math.round(value)

const xOf = ({ columns }: Lanes, participant: string): number =>
  rounded(columns.find((column) => column.participant === participant)?.x ?? 0)

/** Cuts words so that they are little wider than their arrow. */
const cut = (words: string, width: number): string => {
  const most = Math.max(20, Math.floor((width - 24) / advance))
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words
}

/** The way of an arrow as path data; what a participant does by itself turns back to it. */
const wayOf = (from: number, to: number, y: number, width: number): string => {
  if (from === to) {
    const side = from + 60 > width ? -1 : 1
    return `M${from} ${y}h${44 * side}v9h${-30 * side}l${8 * side}-4m${-8 * side} 4 ${8 * side} 4`
  }
  const side = to > from ? 1 : -1
  return `M${from} ${y}h${to - from}l${-8 * side}-4m${8 * side} 4 ${-8 * side} 4`
}

/** Texts that look alike are one text: a page lays each text out by itself. */
const createTexts = () => {
  const texts: string[] = []
  return {
    put: (x: number, y: number, words: string | number): void => {
      texts.push(`<tspan x="${x}" y="${y}">${words}</tspan>`)
    },
    drawn: (look = ''): string =>
      texts.length === 0 ? '' : `<text${look}>${texts.join('')}</text>`,
  }
}

/** The picture of a workflow’s tour as an SVG file. */
export interface Picture {
  readonly svg: string
  /** CSS pixels. */
  readonly height: number
}

/**
 * Draws the tour of a workflow, in words only what stands in the protocol, so that it is the same in
 * every language.
 *
 * @param most height beyond which nothing is drawn, CSS pixels; all of it when left out
 */
export const drawPicture = (told: ToldWorkflow, most = Number.POSITIVE_INFINITY): Picture => {
  const lanes = lanesOf(told.participants, pictureWidth / told.participants.length)
  const [ways, attacks, rules]: [string[], string[], string[]] = [[], [], []]
  const [labels, numbers, attackNumbers] = [createTexts(), createTexts(), createTexts()]
  let y = headHeight
  for (const [index, chapter] of told.chapters.entries()) {
    if (index > 0) {
      if (y + gap < most) rules.push(`M0 ${y + gap}h${pictureWidth}`)
      y += gap
    }
    for (const message of chapter.messages) {
      y += row
      // Its label stands above it.
      if (y - row > most) continue
      const isAttack = isHackers(message)
      const [from, to] = [xOf(lanes, message.from), xOf(lanes, message.to)]
      ;(isAttack ? attacks : ways).push(wayOf(from, to, y, pictureWidth))
      ;(isAttack ? attackNumbers : numbers).put(from, y + 4, message.n)
      if (from !== to)
        labels.put((from + to) / 2, y - 6, escapeHtml(cut(message.label, Math.abs(to - from))))
    }
    y += gap
  }
  const height = Math.min(y + gap, most)
  const heads = createTexts()
  for (const { participant } of lanes.columns) heads.put(xOf(lanes, participant), 22, participant)
  const lifelines = lanes.columns.map(
    ({ participant }) => `M${xOf(lanes, participant)} ${headHeight - 8}V${height}`,
  )
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${height}" viewBox="0 0 ${pictureWidth} ${height}">`,
    `<title>${escapeHtml(told.title)}</title><style>${style}</style>`,
    `<path class="l" d="${lifelines.join('')}${rules.join('')}"/>`,
    `<path d="${ways.join('')}"/>`,
    attacks.length === 0 ? '' : `<path class="h" d="${attacks.join('')}"/>`,
    `${labels.drawn()}<g class="n">${numbers.drawn()}${attackNumbers.drawn(' class="k"')}</g>`,
    `<g class="t">${heads.drawn()}</g></svg>`,
  ].join('')
  return { svg, height }
}
