import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import type { Profile } from '../../../scenarios/model/client.ts'
import type { Difference } from '../../../scenarios/model/difference.ts'
import type { BranchSummary } from '../../../scenarios/model/run.ts'
import type { Language } from '../../i18n/catalogue.ts'
import { languages } from '../../i18n/languages.ts'
import { speaker } from '../../i18n/speaker.ts'
import type { RunPlace } from '../../player/run/status.ts'
import type { RunlessPage } from '../../router/route.ts'
import { icon, type IconName } from '../../ui/icons.ts'
import { base } from '../../ui/styles/base.ts'
import type { Theme } from '../../ui/theme.ts'
import { emit } from '../events.ts'
import { actionStyles } from './actions.styles.ts'
import { actions } from './actions.ts'
import { branchMenuStyles } from './branch-menu.styles.ts'
import { branchMenu } from './branch-menu.ts'
import { brandStyles } from './brand.styles.ts'
import { differencesStyles } from './differences.styles.ts'
import { differences } from './differences.ts'
import { headerStyles } from './lab-header.styles.ts'
import { headerPickers } from './pickers.ts'
import { popoverStyles } from './popover.styles.ts'
import { titleStyles } from './title.styles.ts'

/** The way home, with the name and the sign: a message and its answer between two lifelines. */
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
 * @fires lab-defend - attacks and defences are wanted
 * @fires lab-share - the run is to be taken elsewhere
 * @fires lab-seek - a message that differs from what was expected
 */
export class LabHeader extends LitElement {
  static override properties = {
    workflows: { attribute: false },
    workflow: { attribute: false },
    lesson: { attribute: false },
    own: { attribute: false },
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
    switched: { attribute: false },
    stays: { attribute: false },
    languages: { attribute: false },
  }
  declare workflows: readonly Workflow[]
  declare workflow: Workflow | undefined
  /** Name of the lesson; '' for the first. */
  declare lesson: string
  /** Title of the own lesson that is played; null for one of the catalogue. */
  declare own: string | null
  declare branch: string
  declare branches: readonly BranchSummary[]
  /** Names that the learner gave to branches, by id. */
  declare names: ReadonlyMap<string, string>
  /** Whether acting in the past opens a branch. */
  declare forks: boolean
  declare picture: 'diagram' | 'list'
  declare theme: Theme
  declare view: RunlessPage | 'play' | 'compare'
  declare predicting: boolean
  /** Where the run is; null while there is none. */
  declare place: RunPlace | null
  /** How FusionAuth is set in this run; null while there is none. */
  declare profile: Profile | null
  /** In what a real FusionAuth differs from the stand-in. */
  declare differences: readonly Difference[]
  /** The run is at a real FusionAuth: it cannot be made again elsewhere. */
  declare stays: boolean
  /** How many switches of this run are not as usual. */
  declare switched: number
  /** Those that can be chosen. */
  declare languages: readonly Language[]

  constructor() {
    super()
    this.workflows = []
    this.workflow = undefined
    this.lesson = ''
    this.own = null
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
    this.switched = 0
    this.stays = false
    this.languages = languages
  }

  static override styles = [
    base,
    popoverStyles,
    titleStyles,
    brandStyles,
    branchMenuStyles,
    differencesStyles,
    actionStyles,
    headerStyles,
  ]

  readonly #speaker = speaker(this)

  override render() {
    const { words } = this.#speaker
    const { ui, say } = words
    const { header } = ui
    const isStart = this.view !== 'play' && this.view !== 'compare'
    const other = this.picture === 'list' ? 'diagram' : 'list'
    const isDark = this.theme === 'dark'
    const themeWords = isDark ? header.toLight : header.toDark
    return html`<header>
      <div class="name">${brand} ${this.#where()}</div>
      ${
        isStart
          ? nothing
          : html`<h1 class="unseen">
              ${this.workflow === undefined ? 'Login Lab' : say(this.workflow.title)}
            </h1>`
      }
      ${isStart ? nothing : this.#chosen()}
      <span class="space"></span>
      ${this.differences.length > 0 ? differences(this, words) : nothing}
      ${this.place === null ? nothing : html`<div class="wide">${actions(this, words)}</div>`}
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
        .languages=${this.languages}
        .slug=${isStart ? '' : (this.workflow?.slug ?? '')}
      >
        ${this.place === null ? nothing : html`<div class="narrow">${actions(this, words)}</div>`}
      </lab-menu>
    </header>`
  }

  #chosen(): TemplateResult {
    const { words } = this.#speaker
    return html`<div class="chosen">
      ${headerPickers(this, words)}
      ${this.branches.length > 1 || !this.forks ? branchMenu(this, words) : nothing}
    </div>`
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

  #where() {
    const { header } = this.#speaker.words.ui
    const badge = (words: string, title: string) =>
      html`<span class="place" title=${title}>${words}</span>`
    if (this.stays) return badge(header.atFusionAuth, header.atFusionAuthTitle)
    if (this.place === 'page') return badge(header.inPage, header.inPageTitle)
    return this.place === 'recording' ? badge(header.recording, header.recordingTitle) : nothing
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-header': LabHeader
  }
}
