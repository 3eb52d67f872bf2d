import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { lessons, type Workflow } from '../../scenarios/catalogue/index.ts'
import type { BranchSummary, Difference, Profile } from '../../scenarios/vocabulary.ts'
import { workflowLink } from '../deep-link.ts'
import { branchName } from '../branches/name.ts'
import { emit } from '../events.ts'
import type { Place } from '../run/open.ts'
import type { Theme } from '../theme.ts'
import { base } from '../styles/base.ts'
import { speaker } from '../words/speaker.ts'
import { icon, type IconName } from './icons.ts'
import { headerStyles } from './lab-header.styles.ts'
import type { Pick, PickGroup } from './lab-picker.ts'

const brand = html`<a class="brand" href="./">
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path class="lane" d="M5 3v18M19 3v18" />
    <path class="out" d="M5 8.5h11M12.5 5l3.5 3.5-3.5 3.5" />
    <path class="in" d="M19 16H9" />
    <circle class="dot" cx="8" cy="16" r="1.75" />
  </svg>
  <span>Login Lab</span>
</a>`

/**
 * Name, workflow, lesson, branch, and the few things that concern the whole page. What has no room
 * moves into the menu.
 *
 * @fires lab-branch - another branch was chosen
 * @fires lab-picture - diagram or list
 * @fires lab-theme - light or dark
 * @fires lab-view - one run, or two beside each other
 * @fires lab-predict - predictions on or off
 * @fires lab-share - the run is to be taken elsewhere
 * @fires lab-seek - a message that differs from what was expected
 */
export class LabHeader extends LitElement {
  static override properties = {
    workflows: { attribute: false },
    workflow: { attribute: false },
    lesson: { attribute: false },
    branch: { attribute: false },
    branches: { attribute: false },
    names: { attribute: false },
    forks: { attribute: false },
    picture: { attribute: false },
    theme: { attribute: false },
    view: { attribute: false },
    predicting: { attribute: false },
    place: { attribute: false },
    profile: { attribute: false },
    differences: { attribute: false },
  }
  declare workflows: readonly Workflow[]
  declare workflow: Workflow | undefined
  /** Name of the lesson; '' for the first. */
  declare lesson: string
  declare branch: string
  declare branches: readonly BranchSummary[]
  /** Names that the learner gave to branches, by id. */
  declare names: ReadonlyMap<string, string>
  /** Whether acting in the past opens a branch. */
  declare forks: boolean
  declare picture: 'diagram' | 'list'
  declare theme: Theme
  declare view: 'start' | 'play' | 'compare'
  declare predicting: boolean
  /** Where the run is; null while there is none. */
  declare place: Place | null
  /** How FusionAuth is set in this run; null while there is none. */
  declare profile: Profile | null
  /** In what a real FusionAuth differs from the stand-in. */
  declare differences: readonly Difference[]

  constructor() {
    super()
    this.workflows = []
    this.workflow = undefined
    this.lesson = ''
    this.branch = ''
    this.branches = []
    this.names = new Map()
    this.forks = true
    this.picture = 'diagram'
    this.theme = 'light'
    this.view = 'play'
    this.predicting = false
    this.place = null
    this.profile = null
    this.differences = []
  }

  static override styles = [base, headerStyles]

  readonly #speaker = speaker(this)

  override render() {
    const { ui, say } = this.#speaker.words
    const { header } = ui
    const isStart = this.view === 'start'
    const other = this.picture === 'list' ? 'diagram' : 'list'
    const isDark = this.theme === 'dark'
    const themeWords = isDark ? header.toLight : header.toDark
    return html`<header>
      ${brand}
      ${isStart ? nothing : html`<h1 class="unseen">${say(this.workflow?.title ?? 'Login Lab')}</h1>`}
      ${isStart ? nothing : this.#pickers()}
      ${this.branches.length > 1 || !this.forks ? this.#branches() : nothing}
      <span class="space"></span>
      ${this.#where()} ${this.differences.length > 0 ? this.#differences() : nothing}
      ${this.place === null ? nothing : html`<div class="wide">${this.#doings()}</div>`}
      ${
        this.place === null
          ? nothing
          : this.#tool(
              other,
              `${other === 'list' ? header.asList : header.asDiagram} (o)`,
              () => emit(this, 'lab-picture', other),
              'roomy',
            )
      }
      ${this.#tool(isDark ? 'moon' : 'sun', `${themeWords} (d)`, () =>
        emit(this, 'lab-theme', isDark ? 'light' : 'dark'),
      )}
      <lab-menu
        .profile=${this.place === 'recording' ? null : this.profile}
        ?running=${this.place !== null}
      >
        ${this.place === null ? nothing : html`<div class="narrow">${this.#doings()}</div>`}
      </lab-menu>
    </header>`
  }

  #tool(sign: IconName, words: string, act: () => void, name = ''): TemplateResult {
    return html`<button
      type="button"
      class="tool ${name}"
      aria-label=${words}
      title=${words}
      @click=${act}
    >
      ${icon(sign)}
    </button>`
  }

  #doings(): TemplateResult {
    const { header } = this.#speaker.words.ui
    const compares = this.view === 'compare'
    return html`<button
        type="button"
        class="doing"
        title=${header.predictTitle}
        aria-pressed=${this.predicting ? 'true' : 'false'}
        @click=${() => emit(this, 'lab-predict', !this.predicting)}
      >
        ${icon('predict')}${header.predict}
      </button>
      <button
        type="button"
        class="doing"
        title=${header.compareTitle}
        aria-pressed=${compares ? 'true' : 'false'}
        @click=${() => emit(this, 'lab-view', compares ? 'play' : 'compare')}
      >
        ${icon('compare')}${header.compare}
      </button>
      <button
        type="button"
        class="doing"
        title=${header.shareTitle}
        @click=${() => emit(this, 'lab-share', null)}
      >
        ${icon('share')}${header.share}
      </button>`
  }

  #where() {
    const { header } = this.#speaker.words.ui
    const badge = (words: string, title: string) =>
      html`<span class="place" title=${title}>${words}</span>`
    if (this.place === 'page') return badge(header.inPage, header.inPageTitle)
    return this.place === 'recording' ? badge(header.recording, header.recordingTitle) : nothing
  }

  #differences() {
    const { header } = this.#speaker.words.ui
    return html`<button type="button" class="differs" popovertarget="differences">
        ${icon('warning')}${header.differences(this.differences.length)}
      </button>
      <nav id="differences" popover aria-label=${header.differencesTitle}>
        <ul>
          ${this.differences.map(
            ({ n, sentence, because }) =>
              html`<li>
                <button type="button" ?disabled=${n === null} @click=${() => this.#goTo(n)}>
                  <b>${n === null ? header.notObserved : header.message(n)}</b> ${sentence}
                  ${because}
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

  #pickers() {
    const { ui, say } = this.#speaker.words
    const { header } = ui
    const { workflow } = this
    const taught = workflow === undefined ? [] : lessons(workflow)
    const lesson = taught.find(({ name }) => name === this.lesson) ?? taught[0]
    return html`<lab-picker
        class="workflow"
        .label=${header.workflow}
        .listLabel=${header.workflows}
        .findLabel=${header.find}
        .current=${workflow === undefined ? header.chooseWorkflow : say(workflow.title)}
        .groups=${this.#workflowGroups()}
      ></lab-picker>
      ${
        workflow === undefined || this.place === 'recording'
          ? nothing
          : html`<lab-picker
              class="lesson"
              .label=${header.lesson}
              .listLabel=${header.lessons}
              .current=${say(lesson?.title ?? '')}
              .groups=${[
                {
                  title: '',
                  picks: taught.map(({ name, title }) => ({
                    href: workflowLink(workflow.slug, location.search, name),
                    title: say(title),
                    note: '',
                    noteStands: false,
                    current: name === lesson?.name,
                  })),
                },
              ]}
            ></lab-picker>`
      }`
  }

  #workflowGroups(): readonly PickGroup[] {
    const { header } = this.#speaker.words.ui
    const clients = [...new Set(this.workflows.map(({ client }) => client))]
    return clients.map((client) => ({
      title: clients.length > 1 ? header.clients[client] : '',
      picks: this.workflows
        .filter((workflow) => workflow.client === client)
        .map((workflow) => this.#pick(workflow)),
    }))
  }

  #pick({ slug, title, sso }: Workflow): Pick {
    const { ui, say } = this.#speaker.words
    return {
      href: workflowLink(slug, location.search),
      title: say(title),
      note: sso ? ui.header.sso : ui.header.noSso,
      noteStands: sso,
      current: slug === this.workflow?.slug,
    }
  }

  #branches() {
    const { words } = this.#speaker
    const { branches } = words.ui
    const shown = this.branches.find(({ id }) => id === this.branch)
    const name = shown === undefined ? branches.title : branchName(shown, this.names, words)
    return html`<button type="button" class="branches" popovertarget="branches">
        ${icon('branch')}<span class="unseen">${branches.title}: </span>
        <span class="title">${name}</span>${icon('down')}
      </button>
      <nav
        id="branches"
        popover
        aria-label=${branches.title}
        @lab-compare=${this.#closeBranches}
        @lab-branch=${this.#closeBranches}
      >
        <lab-branches
          .branch=${this.branch}
          .branches=${this.branches}
          .names=${this.names}
          .forks=${this.forks}
        ></lab-branches>
      </nav>`
  }

  readonly #closeBranches = (): void => {
    this.renderRoot.querySelector<HTMLElement>('#branches')?.hidePopover()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-header': LabHeader
  }
}
