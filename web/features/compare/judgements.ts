import { html } from 'lit'
import { workflowBySlug } from '../../../scenarios/catalogue/index.ts'
import { ruleOf, verdictOf } from '../../../scenarios/verdicts/verdict.ts'
import { standingBadge } from '../chooser/badge.ts'
import type { ChooserWords } from '../chooser/words.en.ts'
import type { Fact } from './facts.ts'
import type { Column } from './parts.ts'

/** How the workflows stand, as published and as of today. */
export const judgements = (columns: readonly Column[], words: ChooserWords): readonly Fact[] => {
  const verdicts = columns.map(({ trace }) => {
    const workflow = workflowBySlug(trace.workflow)
    return workflow === undefined ? null : verdictOf(workflow)
  })
  return [
    {
      question: words.published,
      answers: verdicts.map((verdict) =>
        verdict?.published == null ? words.notInSeries : words.grades[verdict.published.grade],
      ),
    },
    {
      question: words.today,
      answers: verdicts.map((verdict) =>
        verdict === null
          ? ''
          : html`${standingBadge(verdict.today.standing, words)}
              <ul class="facts">
                ${verdict.today.rules.map((name) => {
                  const { source, url } = ruleOf(name)
                  return html`<li>
                    ${words.rules[name]}
                    <a href=${url} target="_blank" rel="noreferrer">${source}</a>
                  </li>`
                })}
              </ul>`,
      ),
    },
  ]
}
