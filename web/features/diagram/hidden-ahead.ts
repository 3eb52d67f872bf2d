import { css, html, type TemplateResult } from 'lit'
import type { Board } from './board-places.ts'
import type { Frame } from '../../player/frame.ts'
import type { Words } from '../../i18n/catalogue.ts'

export const hiddenAheadStyles = css`
  .hidden-ahead {
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
export const hiddenAhead = (
  { places }: Board,
  { cursor }: Frame,
  { ui: { diagram } }: Words,
): TemplateResult =>
  html`<div class="hidden-ahead" style="top:${places.get(cursor)?.bottom ?? 0}px">
    ${diagram.hiddenAhead}
  </div>`
