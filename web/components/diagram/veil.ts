import { css, html, type TemplateResult } from 'lit'
import type { Board } from '../../diagram/board.ts'
import type { Moment } from '../../moment.ts'
import type { Words } from '../../words/catalogue.ts'

export const veilStyles = css`
  .veil {
    position: absolute;
    inset: 0;
    z-index: 4;
    padding-block-start: 26px;
    border-block-start: 1px dashed var(--line-2);
    background: var(--ground);
    text-align: center;
    font-size: var(--text-s);
    color: var(--ink-3);
  }
`

/** Hides all that comes after the current message while the learner predicts. */
export const veilOf = (
  { places }: Board,
  { cursor }: Moment,
  { ui: { predict } }: Words,
): TemplateResult =>
  html`<div class="veil" style="top:${places.get(cursor)?.bottom ?? 0}px">${predict.veiled}</div>`
