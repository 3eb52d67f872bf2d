import { html, nothing, type TemplateResult } from 'lit'
import type { PredictQuestion } from '../../../scenarios/predict/question.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { PredictWords } from '../../i18n/catalogue.ts'

/** Evidence told after an answer; more of it proves no more. */
const mostEvidence = 2

/** Why an answer is right: what the author of the question tells, else the story of its evidence. */
export const reasons = (
  { evidence, own }: PredictQuestion,
  trace: Trace,
  words: PredictWords,
): TemplateResult | typeof nothing => {
  if (own !== undefined)
    return own.why === null
      ? nothing
      : html`<p class="reasons" lang=${own.why.language}>${own.why.text}</p>`
  const told = evidence.slice(0, mostEvidence).flatMap((n) => {
    const message = trace.messages[n - 1]
    const story = message === undefined ? '' : words.story(message, trace)
    return story === '' ? [] : [{ n, story }]
  })
  if (told.length === 0) return nothing
  return html`<ul class="reasons">
    ${told.map(({ n, story }) => html`<li><b>${words.ui.predict.evidence(n)}:</b> ${story}</li>`)}
  </ul>`
}
