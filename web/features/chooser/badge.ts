import { css, html, type TemplateResult } from 'lit'
import type { Standing } from '../../../scenarios/verdicts/rules.ts'
import type { VerdictWords } from '../../../scenarios/verdicts/words.ts'
import { icon, type IconName } from '../../ui/icons.ts'

const signs: Readonly<Record<Standing, IconName>> = {
  recommended: 'check',
  acceptable: 'check',
  discouraged: 'warning',
  'must-not': 'barred',
}

/** How a workflow stands today, in a word and with a sign. */
export const standingBadge = (standing: Standing, words: VerdictWords): TemplateResult =>
  html`<span class="standing ${standing}"
    >${icon(signs[standing])}${words.standings[standing]}</span
  >`

export const badgeStyles = css`
  .standing {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 1px 9px 1px 6px;
    border: 1px solid currentcolor;
    border-radius: 12px;
    font-size: var(--text-xs);
    font-weight: 650;
    white-space: nowrap;
  }
  .standing.recommended {
    color: var(--sso);
  }
  .standing.acceptable {
    color: var(--ink-2);
  }
  .standing.discouraged {
    color: var(--expiry);
  }
  .standing.must-not {
    color: var(--attack);
  }
`
