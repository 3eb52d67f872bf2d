import { html, nothing, type TemplateResult } from 'lit'
import { tellToggle } from '../events.ts'
import { branchName } from '../branches/name.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { icon } from '../../ui/icons.ts'
import type { HeaderParts } from './header-parts.ts'

/** The branch that is shown, and all branches to choose from. */
export const branchMenu = (of: HeaderParts, words: Words): TemplateResult => {
  const { branches } = words.ui
  const close = (): void => of.renderRoot.querySelector<HTMLElement>('#branches')?.hidePopover()
  const shown = of.branches.find(({ id }) => id === of.branch)
  const name = shown === undefined ? branches.title : branchName(shown, of.names, words)
  return html`<button type="button" class="branches" popovertarget="branches">
      ${icon('branch')}<span class="unseen">${branches.title}: </span>
      <span class="title" title=${name}>${name}</span>${icon('down')}
    </button>
    <nav
      id="branches"
      popover
      aria-label=${branches.title}
      @toggle=${tellToggle(of, 'branches')}
      @lab-compare=${close}
      @lab-branch=${close}
    >
      <lab-branches
        .branch=${of.branch}
        .branches=${of.branches}
        .names=${of.names}
        .forks=${of.forks}
      ></lab-branches>
      ${of.stays ? html`<p class="stays">${words.ui.header.atFusionAuthTitle}</p>` : nothing}
    </nav>`
}
