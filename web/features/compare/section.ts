import { html, nothing, type TemplateResult } from 'lit'
import type { Section } from '../../../scenarios/trace-diff/index.ts'
import type { summarizer } from '../../../scenarios/trace-diff/bottom-line.ts'
import { phaseTitle } from '../../../scenarios/projections/words.ts'
import type { CompareWords } from '../../i18n/catalogue.ts'
import { factTable, phaseFacts } from './facts.ts'
import type { Column } from './parts.ts'
import { messageRow, relationOf } from './rows.ts'

type Summarizer = ReturnType<typeof summarizer>

/** One phase: what it comes to on both sides, and its messages beside each other. */
export const phaseSection = (
  { phase, left, right, rows }: Section,
  columns: readonly [Column, Column],
  [ofLeft, ofRight]: readonly [Summarizer, Summarizer],
  onlyDiffering: boolean,
  words: CompareWords,
): TemplateResult => {
  const { compare } = words.ui
  const title = words.say(phaseTitle(phase))
  const shown = onlyDiffering ? rows.filter((row) => relationOf(row) !== 'same') : rows
  const hidden = rows.length - shown.length
  const facts = phaseFacts(
    [
      [columns[0], ofLeft(left)],
      [columns[1], ofRight(right)],
    ],
    words,
  )
  return html`<article class="phase">
    <h3>${title}</h3>
    ${shown.length === 0 ? nothing : factTable(title, facts, columns, words, false)}
    ${hidden === 0 ? nothing : html`<p class="hidden">${compare.sameHidden(hidden)}</p>`}
    <ol>
      ${shown.map((row) => messageRow(row, columns, words))}
    </ol>
  </article>`
}
