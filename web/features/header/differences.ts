import { html, nothing, type TemplateResult } from 'lit'
import { emit } from '../events.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { icon } from '../../ui/icons.ts'
import type { HeaderParts } from './header-parts.ts'

const goTo = (of: HeaderParts, n: number | null): void => {
  of.renderRoot.querySelector<HTMLElement>('#differences')?.hidePopover()
  if (n !== null) emit(of, 'lab-seek', n)
}

/** How many differences between a real FusionAuth and the stand-in there are, and all of them. */
export const differences = (of: HeaderParts, { ui: { header }, say }: Words): TemplateResult => {
  return html`<button type="button" class="differs" popovertarget="differences">
      ${icon('warning')}${header.differences(of.differences.length)}
    </button>
    <nav id="differences" popover aria-label=${header.differencesTitle}>
      <ul>
        ${of.differences.map(
          ({ n, sentence, reason }) =>
            html`<li>
              <button type="button" ?disabled=${n === null} @click=${() => goTo(of, n)}>
                <b>${n === null ? header.notObserved : header.message(n)}</b> ${say(sentence)}
                ${reason === null ? nothing : say(reason)}
              </button>
            </li>`,
        )}
      </ul>
    </nav>`
}
