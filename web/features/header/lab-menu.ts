import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Profile } from '../../../scenarios/model/client.ts'
import { viewLink } from '../../router/links.ts'
import { emit, tellToggle } from '../events.ts'
import { base } from '../../ui/styles/base.ts'
import type { Language } from '../../i18n/catalogue.ts'
import { languages } from '../../i18n/languages.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon, type IconName } from '../../ui/icons.ts'
import { menuStyles } from './lab-menu.styles.ts'
import { popoverStyles } from './popover.styles.ts'

const profiles: readonly Profile[] = ['fidelity', 'hardened']

/**
 * What is wanted now and then: how FusionAuth is set, the language, files, help. The slot takes what
 * has no room beside it.
 *
 * @fires lab-profile - FusionAuth is to be set in another way
 * @fires lab-language - another language was chosen
 * @fires lab-save - the trace is to be saved
 * @fires lab-file - a saved trace is to be played
 * @fires lab-tour - the tour is wanted
 * @fires lab-help - the keys are wanted
 */
export class LabMenu extends LitElement {
  static override properties = {
    profile: { attribute: false },
    running: { type: Boolean },
    slug: {},
    languages: { attribute: false },
  }
  /** Those that can be chosen. */
  declare languages: readonly Language[]
  /** The workflow that is played; '' while there is none. */
  declare slug: string
  /** How FusionAuth is set in this run; null when it cannot be set. */
  declare profile: Profile | null
  /** There is a run: its trace can be saved, and there is a page to show. */
  declare running: boolean

  constructor() {
    super()
    this.profile = null
    this.running = false
    this.slug = ''
    this.languages = languages
  }

  static override styles = [base, popoverStyles, menuStyles]

  readonly #speaker = speaker(this)
  readonly #toggled = tellToggle(this, 'menu')

  override render() {
    const { menu } = this.#speaker.words.ui
    return html`<button
        type="button"
        class="opener"
        popovertarget="menu"
        aria-label=${menu.title}
        title=${menu.title}
      >
        ${icon('menu')}
      </button>
      <div id="menu" popover role="group" aria-label=${menu.title} @toggle=${this.#toggled}>
        <slot @click=${this.#close}></slot>
        ${this.#pages()}
        <hr />
        ${this.profile === null ? nothing : this.#profiles(this.profile)} ${this.#languages()}
        <hr />
        ${
          this.running
            ? this.#entry('save', menu.save, () => emit(this, 'lab-save', null))
            : nothing
        }
        <label class="entry">
          ${icon('open')}${menu.open}
          <input
            class="unseen"
            type="file"
            accept=".json,application/json"
            @change=${this.#picked}
          />
        </label>
        <hr />
        ${
          this.running
            ? this.#entry('lamp', menu.tour, () => emit(this, 'lab-tour', null))
            : nothing
        }
        ${this.#entry('help', `${menu.keys} (?)`, () => emit(this, 'lab-help', null))}
      </div>`
  }

  #entry(sign: IconName, words: string, act: () => void): TemplateResult {
    const chosen = (): void => {
      this.#close()
      act()
    }
    return html`<button type="button" class="entry" @click=${chosen}>${icon(sign)}${words}</button>`
  }

  /** Pages beside the run, about the workflow that is played. */
  #pages(): TemplateResult {
    const { menu, start } = this.#speaker.words.ui
    const [choose] = start.variants.choose
    const [matrix] = start.variants.matrix
    const [clients] = start.variants.clients
    const { slug } = this
    const link = (sign: IconName, href: string, words: string): TemplateResult =>
      html`<a class="entry" href=${href} @click=${this.#close}>${icon(sign)}${words}</a>`
    const chooser = viewLink('choose', location.search)
    return html`${slug === '' ? nothing : link('check', `${chooser}#about=${slug}`, menu.verdict)}
    ${link('lamp', chooser, choose)}
    ${link('matrix', viewLink('matrix', location.search, slug), matrix)}
    ${link('list', viewLink('clients', location.search), clients)}`
  }

  #profiles(profile: Profile): TemplateResult {
    const { menu } = this.#speaker.words.ui
    const chosen = ({ target }: Event): void =>
      emit(this, 'lab-profile', (target as HTMLSelectElement).value as Profile)
    return html`<label class="choice profile">
      ${menu.fusionauth}
      <select @change=${chosen}>
        ${profiles.map(
          (name) =>
            html`<option value=${name} .selected=${name === profile}>
              ${menu.profiles[name]}
            </option>`,
        )}
      </select>
    </label>`
  }

  #languages(): TemplateResult {
    const { ui, language } = this.#speaker.words
    const chosen = ({ target }: Event): void => {
      const name = (target as HTMLSelectElement).value
      const found = this.languages.find(({ tag }) => tag === name)
      if (found !== undefined) emit(this, 'lab-language', found.tag)
    }
    return html`<label class="choice language">
      ${ui.menu.language}
      <select @change=${chosen}>
        ${this.languages.map(
          ({ tag, name }) =>
            html`<option value=${tag} lang=${tag} .selected=${tag === language}>${name}</option>`,
        )}
      </select>
    </label>`
  }

  readonly #picked = ({ target }: Event): void => {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    this.#close()
    if (file !== undefined) emit(this, 'lab-file', file)
    input.value = ''
  }

  readonly #close = (): void => {
    this.renderRoot.querySelector<HTMLElement>('#menu')?.hidePopover()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-menu': LabMenu
  }
}
