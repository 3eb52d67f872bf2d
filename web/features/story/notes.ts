import { html, nothing, type TemplateResult } from 'lit'
import type { Inference } from '../../../scenarios/catalogue/inferences.ts'
import type { PublishedArrow } from '../../../scenarios/catalogue/published.ts'
import type { Difference } from '../../../scenarios/model/difference.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { ErratumId } from '../../../scenarios/model/table-ids.ts'
import { textOf } from '../../../scenarios/model/text.ts'

/** What is known about a message beside its story. */
export interface Beside {
  /** The published arrow that it is; null when the diagram has none, undefined when unknown. */
  readonly published: PublishedArrow | null | undefined
  /** In what the published diagram is mistaken here. */
  readonly corrected: readonly ErratumId[]
  /** What the stand-in assumes of FusionAuth at this message. */
  readonly assumed: readonly Inference[]
  /** In what a real FusionAuth differs from the stand-in, in the whole run. */
  readonly differences: readonly Difference[]
}

const note = (kind: string, label: string, words: string): TemplateResult =>
  html`<li class="note ${kind}"><b>${label}</b> ${words}</li>`

/** The notes of a message: where it comes from, what was corrected, what differs, what is assumed. */
export const notesOf = (
  { n, by, kind, provenance }: Message,
  { published, corrected, assumed, differences }: Beside,
  { ui: { story }, say }: Words,
): TemplateResult | typeof nothing => {
  const origin = [
    by === undefined || kind !== 'request' ? '' : story.by[by],
    provenance === 'simulated' ? story.simulated : '',
    published === null ? story.unpublished : '',
    published ? story.published(published.n) : '',
  ].filter((words) => words !== '')
  const differing = differences.filter((difference) => difference.n === n)
  const notes = [
    ...corrected.map((erratum) =>
      note('corrected', story.corrected, say(textOf('erratum', { erratum }))),
    ),
    ...differing.map(({ sentence, reason }) =>
      note('differs', story.differs, `${say(sentence)}${reason === null ? '' : ` ${say(reason)}`}`),
    ),
    ...assumed.map(({ id }) =>
      note('assumed', story.assumed, say(textOf('inference', { inference: id }))),
    ),
    ...(origin.length === 0 ? [] : [html`<li class="note origin">${origin.join(' ')}</li>`]),
  ]
  return notes.length === 0
    ? nothing
    : html`<ul class="notes">
        ${notes}
      </ul>`
}
