import { html, nothing, type TemplateResult } from 'lit'
import type { ContrastKind } from '../../../scenarios/trace-diff/contrast.ts'
import type { Contrast, AlignedRow } from '../../../scenarios/trace-diff/index.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { CompareWords } from '../../i18n/catalogue.ts'
import { numberLink, type Column } from './parts.ts'
import { toldLabel } from '../../i18n/told.ts'

/** How the two messages of a row stand to each other. */
type Relation = 'same' | 'differs' | 'left' | 'right'

export const relationOf = ({ left, right, contrasts }: AlignedRow): Relation => {
  if (right === null) return 'left'
  if (left === null) return 'right'
  return contrasts.length === 0 ? 'same' : 'differs'
}

const signs: Readonly<Record<Relation, string>> = {
  same: '=',
  differs: '≠',
  left: '←',
  right: '→',
}

/** What the message's own line shows already; there it is marked instead of told again. */
const onTheLine: ReadonlySet<ContrastKind> = new Set(['way', 'request', 'status', 'answer'])

/** Values listed; the rest are counted. */
const mostValues = 8

const messageCell = (
  message: Message | null,
  { contrasts }: AlignedRow,
  column: Column,
  words: CompareWords,
): TemplateResult => {
  const differs = contrasts.map(({ what }) => what)
  const isOtherWay = differs.includes('way')
  const isOtherLine = differs.some((what) => what !== 'way' && onTheLine.has(what))
  if (message === null)
    return html`<div class="cell empty">
      <span class="letter">${column.letter}</span>
      <span class="quiet">${words.ui.compare.missing}</span>
    </div>`
  const { n, from, to, kind, label } = message
  return html`<div class="cell">
    <span class="letter">${column.letter}</span>
    ${numberLink(n, column, words)}
    <span class="way ${isOtherWay ? 'changed' : ''}"
      >${kind === 'self' ? from : `${from} → ${to}`}</span
    >
    <span class="what mono ${isOtherLine ? 'changed' : ''}">${toldLabel(label, words)}</span>
  </div>`
}

const values = (items: readonly string[], column: Column, { ui }: CompareWords): TemplateResult => {
  const { compare } = ui
  const shown = items.slice(0, mostValues).join(', ')
  const rest = items.length - mostValues
  return html`<dd class="mono" title=${rest > 0 ? items.join(', ') : nothing}>
    <span class="letter">${column.letter}</span>${items.length === 0 ? compare.none : shown}
    ${rest > 0 ? html`<span class="quiet">${compare.more(rest)}</span>` : nothing}
  </dd>`
}

const contrastRow = (
  { what, left, right }: Contrast,
  [a, b]: readonly [Column, Column],
  words: CompareWords,
): TemplateResult =>
  html`<div class="contrast">
    <dt>${words.ui.compare.contrasts[what]}</dt>
    ${values(left, a, words)}${values(right, b, words)}
  </div>`

/** Two messages beside each other, and in what they differ. */
export const messageRow = (
  row: AlignedRow,
  columns: readonly [Column, Column],
  words: CompareWords,
): TemplateResult => {
  const { compare } = words.ui
  const relation = relationOf(row)
  const [a, b] = columns
  const told = row.contrasts.filter(({ what }) => !onTheLine.has(what))
  const relationWords = {
    same: compare.same,
    differs: compare.differs,
    left: compare.only(a.letter),
    right: compare.only(b.letter),
  }[relation]
  return html`<li class="row ${relation}">
    ${messageCell(row.left, row, a, words)}
    <span class="relation"
      ><span aria-hidden="true">${signs[relation]}</span> ${relationWords}</span
    >
    ${messageCell(row.right, row, b, words)}
    ${
      told.length === 0
        ? nothing
        : html`<dl>${told.map((contrast) => contrastRow(contrast, columns, words))}</dl>`
    }
  </li>`
}
