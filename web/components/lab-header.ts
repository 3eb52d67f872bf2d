import { html, LitElement, nothing } from 'lit'
import type { Workflow } from '../../scenarios/catalogue/index.ts'
import type { BranchSummary, Difference, Profile } from '../../scenarios/vocabulary.ts'
import { eventWords } from '../../scenarios/view/words.ts'
import { workflowLink } from '../deep-link.ts'
import { emit } from '../events.ts'
import type { Place } from '../run/open.ts'
import type { Theme } from '../theme.ts'
import { base } from '../styles/base.ts'
import { icon } from './icons.ts'
import { headerStyles } from './lab-header.styles.ts'

const branchWords = ({ firstEvent, forkedAt, parent }: BranchSummary): string => {
  if (parent === null) return 'The lesson'
  const what = firstEvent === null ? 'a copy' : eventWords(firstEvent)
  return `After message ${forkedAt}: ${what}`
}

/** How FusionAuth can be set, as the learner chooses it. */
const profileWords: readonly (readonly [Profile, string])[] = [
  ['fidelity', 'FusionAuth as it comes'],
  ['hardened', 'FusionAuth hardened'],
]

/**
 * Name, workflow, branch, and the few things that concern the whole page.
 *
 * @fires lab-branch - another branch was chosen
 * @fires lab-picture - diagram or list
 * @fires lab-theme - light or dark
 * @fires lab-help - the keys are wanted
 * @fires lab-profile - FusionAuth is to be set in another way
 * @fires lab-save - the trace is to be saved
 * @fires lab-file - a saved trace is to be played
 * @fires lab-seek - a message that differs from what was expected
 */
export class LabHeader extends LitElement {
  static override properties = {
    workflows: { attribute: false },
    workflow: { attribute: false },
    branch: { attribute: false },
    branches: { attribute: false },
    picture: { attribute: false },
    theme: { attribute: false },
    place: { attribute: false },
    profile: { attribute: false },
    differences: { attribute: false },
  }
  declare workflows: readonly Workflow[]
  declare workflow: Workflow | undefined
  declare branch: string
  declare branches: readonly BranchSummary[]
  declare picture: 'diagram' | 'list'
  declare theme: Theme
  /** Where the run is; null while it opens. */
  declare place: Place | null
  /** How FusionAuth is set in this run; null while it opens. */
  declare profile: Profile | null
  /** In what a real FusionAuth differs from the stand-in. */
  declare differences: readonly Difference[]

  constructor() {
    super()
    this.workflows = []
    this.workflow = undefined
    this.branch = ''
    this.branches = []
    this.picture = 'diagram'
    this.theme = 'light'
    this.place = null
    this.profile = null
    this.differences = []
  }

  static override styles = [base, headerStyles]

  override render() {
    const other = this.picture === 'list' ? 'diagram' : 'list'
    const otherTheme = this.theme === 'dark' ? 'light' : 'dark'
    return html`<header>
      <a class="brand" href="./">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path class="lane" d="M5 3v18M19 3v18" />
          <path class="out" d="M5 8.5h11M12.5 5l3.5 3.5-3.5 3.5" />
          <path class="in" d="M19 16H9" />
          <circle class="dot" cx="8" cy="16" r="1.75" />
        </svg>
        <span>Login Lab</span>
      </a>
      <h1 class="unseen">${this.workflow?.title ?? 'Login Lab'}</h1>
      ${this.#picker()} ${this.branches.length > 1 ? this.#branches() : nothing}
      ${this.profile === null || this.place === 'recording' ? nothing : this.#profiles(this.profile)}
      <span class="space"></span>
      ${this.#where()} ${this.differences.length > 0 ? this.#differences() : nothing}
      ${this.place === null ? nothing : this.#files()}
      <button
        type="button"
        class="tool"
        aria-label="Show the messages as a ${other}"
        title="Show the messages as a ${other} (o)"
        @click=${() => emit(this, 'lab-picture', other)}
      >
        ${icon(other)}
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Show the page ${otherTheme}"
        title="Show the page ${otherTheme} (d)"
        @click=${() => emit(this, 'lab-theme', otherTheme)}
      >
        ${icon(otherTheme === 'dark' ? 'moon' : 'sun')}
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Keys"
        title="Keys (?)"
        @click=${() => emit(this, 'lab-help', null)}
      >
        ${icon('help')}
      </button>
    </header>`
  }

  #profiles(profile: Profile) {
    return html`<label class="branches profile" title="How FusionAuth is set">
      ${icon('fusionauth')}<span class="unseen">How FusionAuth is set</span>
      <select
        @change=${(event: Event) =>
          emit(this, 'lab-profile', (event.target as HTMLSelectElement).value as Profile)}
      >
        ${profileWords.map(
          ([name, words]) =>
            html`<option value=${name} .selected=${name === profile}>${words}</option>`,
        )}
      </select>
    </label>`
  }

  #where() {
    if (this.place === 'page')
      return html`<span
        class="place"
        title="No server is involved: everything happens in this page."
        >Runs in this page</span
      >`
    return this.place === 'recording'
      ? html`<span class="place" title="This run happened before. It can be played, not acted in."
          >A recording</span
        >`
      : nothing
  }

  #differences() {
    const { length } = this.differences
    return html`<button type="button" class="picker differs" popovertarget="differences">
        ${icon('warning')}${length} ${length === 1 ? 'difference' : 'differences'}
      </button>
      <nav id="differences" popover aria-label="Differences from the stand-in">
        <ul>
          ${this.differences.map(
            ({ n, sentence, because }) =>
              html`<li>
                <button type="button" ?disabled=${n === null} @click=${() => this.#goTo(n)}>
                  <b>${n === null ? 'Not observed' : `Message ${n}`}</b> ${sentence} ${because}
                </button>
              </li>`,
          )}
        </ul>
      </nav>`
  }

  #goTo(n: number | null): void {
    this.renderRoot.querySelector<HTMLElement>('#differences')?.hidePopover()
    if (n !== null) emit(this, 'lab-seek', n)
  }

  #files() {
    return html`<button
        type="button"
        class="tool"
        aria-label="Save the trace"
        title="Save the trace"
        @click=${() => emit(this, 'lab-save', null)}
      >
        ${icon('save')}
      </button>
      <label class="tool" title="Open a saved trace">
        ${icon('open')}<span class="unseen">Open a saved trace</span>
        <input class="unseen" type="file" accept=".json,application/json" @change=${this.#picked} />
      </label>`
  }

  readonly #picked = ({ target }: Event): void => {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    if (file !== undefined) emit(this, 'lab-file', file)
    input.value = ''
  }

  #picker() {
    return html`<button type="button" class="picker" popovertarget="workflows">
        <span class="unseen">Workflow: </span>
        <span class="title">${this.workflow?.title ?? 'Choose a workflow'}</span>${icon('down')}
      </button>
      <nav id="workflows" popover aria-label="Workflows">
        <ul>
          ${this.workflows.map((workflow) => this.#choice(workflow))}
        </ul>
      </nav>`
  }

  #choice(workflow: Workflow) {
    const isHere = workflow.slug === this.workflow?.slug
    return html`<li>
      <a
        href=${workflowLink(workflow.slug, location.search)}
        aria-current=${isHere ? 'page' : nothing}
      >
        <b>${workflow.title}</b>
        <span class="sso ${workflow.sso ? 'yes' : ''}"
          >${workflow.sso ? 'Single sign-on' : 'No single sign-on'}</span
        >
      </a>
    </li>`
  }

  #branches() {
    return html`<label class="branches">
      ${icon('branch')}<span class="unseen">Branch</span>
      <select
        @change=${(event: Event) =>
          emit(this, 'lab-branch', (event.target as HTMLSelectElement).value)}
      >
        ${this.branches.map(
          (branch) =>
            html`<option value=${branch.id} .selected=${branch.id === this.branch}>
              ${branchWords(branch)}
            </option>`,
        )}
      </select>
    </label>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-header': LabHeader
  }
}
