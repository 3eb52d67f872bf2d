import { css, html, nothing, type TemplateResult } from 'lit'
import { isAttackId } from '../../../scenarios/model/attack-id.ts'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import type { VerdictWords } from '../../../scenarios/verdicts/words.ts'
import { ruleOf, verdictOf } from '../../../scenarios/verdicts/verdict.ts'
import { viewLink } from '../../router/links.ts'
import { standingBadge } from './badge.ts'

/** The words that a verdict is told with. */
export interface JudgedWords {
  readonly published: string
  readonly today: string
  readonly notInSeries: string
  readonly marked: string
  readonly experiments: string
}

/** A workflow's verdict, as published and as of today, every sentence with where it stands. */
export const judged = (
  workflow: Workflow,
  words: VerdictWords,
  say: JudgedWords,
): TemplateResult => {
  const { published, today } = verdictOf(workflow)
  return html`<dl class="judged">
    <dt>${say.published}</dt>
    <dd>
      ${published === null ? say.notInSeries : words.grades[published.grade]}
      ${published?.recommended === true ? html`<b>${say.marked}</b>` : nothing}
    </dd>
    <dt>${say.today}</dt>
    <dd>
      ${standingBadge(today.standing, words)}
      <ul>
        ${today.rules.map((name) => {
          const { source, url, rows } = ruleOf(name)
          const attacks = rows.filter(isAttackId)
          return html`<li>
            ${words.rules[name]}
            <a class="source" lang="en" href=${url} target="_blank" rel="noreferrer">${source}</a>
            ${attacks.map(
              (attack) =>
                html`<a class="row" href=${viewLink('matrix', location.search, attack)}
                  >${say.experiments}: <code>${attack}</code></a
                >`,
            )}
          </li>`
        })}
      </ul>
    </dd>
  </dl>`
}

export const judgedStyles = css`
  .judged {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 8px 20px;
  }
  .judged dt {
    color: var(--ink-3);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .judged ul {
    display: grid;
    gap: 8px;
    margin-block-start: 8px;
  }
  .judged li {
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--line-2);
  }
  .judged .source,
  .judged .row {
    display: inline-block;
    margin-inline-end: 12px;
    padding-block: 3px;
    font-size: var(--text-s);
  }
  .judged code {
    font-family: var(--mono);
    font-size: 0.9em;
  }
  @container (max-width: 35rem) {
    .judged {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
    }
    .judged dd + dt {
      margin-block-start: 10px;
    }
  }
`
