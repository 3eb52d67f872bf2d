import { html, nothing, type TemplateResult } from 'lit'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { AgentName } from '../../../scenarios/model/participant.ts'

/** A browser without a page; before its first, with the way to open one. */
export const blankPage = (
  of: HTMLElement & { readonly agent: AgentName },
  isFirst: boolean,
  { decisionPoint }: Frame,
  { ui: { screen: words } }: Words,
): TemplateResult => {
  const open = decisionPoint?.choices.find(
    ({ event, allowed }) => allowed && event.type === 'learner.open',
  )
  return html`<div class="blank">
    ${
      isFirst
        ? html`<p>${words.blank(of.agent)}</p>
            ${
              open === undefined || of.agent === 'Hacker'
                ? nothing
                : html`<button
                    type="button"
                    class="do"
                    @click=${() => emit(of, 'lab-send', open.event)}
                  >
                    ${words.open}
                  </button>`
            }`
        : nothing
    }
  </div>`
}
