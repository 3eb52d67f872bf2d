import { html, nothing, type TemplateResult } from 'lit'
import type { Contrast, Row } from '../../scenarios/align/index.ts'
import type { Message } from '../../scenarios/vocabulary.ts'
import type { Words } from '../words/catalogue.ts'
import { numberLink, type Column } from './parts.ts'

/** How the two messages of a row stand to each other. */
type Relation = 'same' | 'differs' | 'left' | 'right'

export const relationOf = ({ left, right, contrasts }: Row): Relation => {
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

const messageCell = (message: Message | null, column: Column, words: Words): TemplateResult => {
  if (message === null)
    return html`<div class="cell empty">
      <span class="letter">${column.letter}</span>
      <span class="quiet">${words.ui.compare.missing}</span>
    </div>`
  const { n, from, to, kind, label } = message
  return html`<div class="cell">
    <span class="letter">${column.letter}</span>
    ${numberLink(n, column, words)}
    <span class="way">${kind === 'self' ? from : `${from} → ${to}`}</span>
    <span class="what mono">${words.say(label)}</span>
  </div>`
}

const values = (items: readonly string[], column: Column, { ui }: Words): TemplateResult =>
  html`<dd class="mono">
    <span class="letter">${column.letter}</span>${
      items.length === 0
        ? ui.compare.none
        : items.map((item, index) => html`${index === 0 ? nothing : ', '}<span>${item}</span>`)
    }
  </dd>`

const contrastRow = (
  { what, left, right }: Contrast,
  [a, b]: readonly [Column, Column],
  words: Words,
): TemplateResult =>
  html`<div class="contrast">
    <dt>${words.ui.compare.contrasts[what]}</dt>
    ${values(left, a, words)}${values(right, b, words)}
  </div>`

/** Two messages beside each other, and in what they differ. */
export const messageRow = (
  row: Row,
  columns: readonly [Column, Column],
  words: Words,
): TemplateResult => {
  const { compare } = words.ui
  const relation = relationOf(row)
  const [a, b] = columns
  const told = {
    same: compare.same,
    differs: compare.differs,
    left: compare.only(a.letter),
    right: compare.only(b.letter),
  }[relation]
  return html`<li class="row ${relation}">
    ${messageCell(row.left, a, words)}
    <span class="relation"><span aria-hidden="true">${signs[relation]}</span> ${told}</span>
    ${messageCell(row.right, b, words)}
    ${
      row.contrasts.length === 0
        ? nothing
        : html`<dl>${row.contrasts.map((contrast) => contrastRow(contrast, columns, words))}</dl>`
    }
  </li>`
}
