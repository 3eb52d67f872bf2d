import { css, html, type TemplateResult } from 'lit'
import { icon } from '../../ui/icons.ts'
import type { MatrixWords } from './words.en.ts'

export const legendStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    font-size: var(--text-s);
  }
  .legend > span:not(.quiet, .unseen) {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-inline-end: 12px;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border-radius: 6px;
    color: var(--ink-3);
  }
  .sign.stopped {
    background: var(--sso-wash);
    color: var(--sso);
  }
  .sign.won {
    background: var(--attack-wash);
    color: var(--attack);
  }
  @container (max-width: 37.5rem) {
    .legend .quiet {
      display: none;
    }
  }
`

/** What the signs in the cells mean. */
export const legend = (words: MatrixWords): TemplateResult =>
  html`<p class="legend">
    <span class="unseen">${words.legend}: </span>
    <span><i class="sign stopped" aria-hidden="true">${icon('shield')}</i>${words.stopped}</span>
    <span><i class="sign won" aria-hidden="true">${icon('cross')}</i>${words.gotIn}</span>
    <span><i class="sign" aria-hidden="true">${icon('cross')}</i>${words.same}</span>
    <span><i class="sign" aria-hidden="true">–</i>${words.untried}</span>
    <span class="quiet">${words.keys}</span>
  </p>`
