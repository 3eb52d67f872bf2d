import { html, nothing, type TemplateResult } from 'lit'
import { withoutClient } from '../header/pickers.ts'
import { icon } from '../../ui/icons.ts'
import type { CompareParts } from './compare-parts.ts'
import { emit } from '../events.ts'
import type { CompareWords } from '../../i18n/catalogue.ts'

/** What there is to compare with: other workflows, and the branches of this run. */
export const offers = (
  of: CompareParts,
  { ui, say }: CompareWords,
): TemplateResult | typeof nothing => {
  const { run } = of
  if (run === null) return nothing
  const clients = [...new Set(of.workflows.map(({ client }) => client))]
  const others = of.workflows.filter(({ slug }) => slug !== run.trace.workflow)
  return html`<div class="offers">
    <section>
      <h3>${ui.compare.workflowGroup}</h3>
      ${clients.map(
        (client) =>
          html`<h4>${ui.header.clients[client]}</h4>
            <ul>
              ${others
                .filter((one) => one.client === client)
                .map(
                  (workflow) =>
                    html`<li>
                      <button type="button" @click=${() => emit(of, 'lab-compare', workflow.slug)}>
                        ${icon('compare')}<span>${say(withoutClient(workflow))}</span>
                      </button>
                    </li>`,
                )}
            </ul>`,
      )}
    </section>
    <section>
      <h3>${ui.compare.branchGroup}</h3>
      <lab-branches
        .branch=${run.branch}
        .branches=${run.branches}
        .names=${of.names}
        .forks=${of.forks}
      ></lab-branches>
    </section>
  </div>`
}
