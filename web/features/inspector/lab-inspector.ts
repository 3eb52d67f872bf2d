import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { besideJars } from '../../../scenarios/projections/memory.ts'
import { emit } from '../events.ts'
import { layers, type Layer } from '../../router/layers.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { tabsStyles } from './tabs.styles.ts'

/** What there is to see at this message beside the message itself. */
const counts = ({ message, tables }: Frame): Readonly<Partial<Record<Layer, number>>> => ({
  cookies: (message?.cookies.length ?? 0) + (message?.received.length ?? 0),
  state: besideJars(tables).reduce(
    (sum, { entries, gone }) => sum + entries.filter((e) => e.fresh).length + gone.length,
    0,
  ),
})

/** Where a key leads from a tab (APG tabs pattern); undefined for other keys. */
const target = (key: string, from: number): number | undefined => {
  const last = layers.length - 1
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'ArrowRight') return from === last ? 0 : from + 1
  return key === 'ArrowLeft' ? (from === 0 ? last : from - 1) : undefined
}

/**
 * The message at the cursor, layer by layer: explained, its cookies and why, what everybody
 * remembers, what the user sees, as sent, to try by oneself. Above them the life of the secret that
 * is being followed.
 *
 * @fires lab-layer - the layer that was chosen
 * @fires lab-seek - a message of the followed secret's life
 * @fires lab-follow - null when following ends
 */
export class LabInspector extends LitElement {
  static override properties = {
    frame: { attribute: false },
    layer: {},
  }
  declare frame: Frame | null
  declare layer: Layer

  constructor() {
    super()
    this.frame = null
    this.layer = 'message'
  }

  static override styles = [base, tabsStyles]
  readonly #speaker = speaker(this)
  /** The tab that was brought into sight last, and in which language. */
  #revealed = ''

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { words } = this.#speaker
    const shown = counts(frame)
    return html`
      <div role="tablist" aria-label=${words.ui.inspector.title} @keydown=${this.#keyed}>
        ${layers.map((layer) => this.#tab(layer, shown[layer] ?? 0))}
      </div>
      ${frame.followed === null ? nothing : html`<lab-journey .frame=${frame}></lab-journey>`}
      <div
        role="tabpanel"
        id="panel"
        tabindex="0"
        aria-labelledby="tab-${this.layer}"
        @lab-layer=${this.#wanted}
      >
        ${this.#panel(frame)}
      </div>
    `
  }

  protected override updated(): void {
    const shown = `${this.layer} ${this.#speaker.words.language}`
    if (shown === this.#revealed) return
    this.#revealed = shown
    this.renderRoot.querySelector(`#tab-${this.layer}`)?.scrollIntoView({ block: 'nearest' })
  }

  #tab(layer: Layer, count: number) {
    const { inspector } = this.#speaker.words.ui
    const isChosen = layer === this.layer
    return html`<button
      type="button"
      role="tab"
      id="tab-${layer}"
      aria-selected=${isChosen ? 'true' : 'false'}
      aria-controls="panel"
      tabindex=${isChosen ? 0 : -1}
      @click=${() => this.#choose(layer)}
    >
      ${inspector.layers[layer]}${
        count === 0
          ? nothing
          : html`<span class="mark">${count}<span class="unseen">${inspector.changes}</span></span>`
      }
    </button>`
  }

  #panel(frame: Frame): TemplateResult {
    const panels: Readonly<Record<Layer, () => TemplateResult>> = {
      message: () => html`<lab-message .frame=${frame}></lab-message>`,
      cookies: () => html`<lab-cookies .frame=${frame}></lab-cookies>`,
      state: () => html`<lab-state .frame=${frame}></lab-state>`,
      screen: () => html`<lab-screen .frame=${frame}></lab-screen>`,
      raw: () => html`<lab-raw .frame=${frame}></lab-raw>`,
      curl: () => html`<lab-curl .frame=${frame}></lab-curl>`,
    }
    return panels[this.layer]()
  }

  /** A layer asks for another one. */
  readonly #wanted = ({ detail }: CustomEvent<Layer>): void => {
    this.layer = detail
  }

  #choose(layer: Layer): void {
    if (layer === this.layer) return
    this.layer = layer
    emit(this, 'lab-layer', layer)
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const next = layers[target(event.key, layers.indexOf(this.layer)) ?? -1]
    if (next === undefined || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    this.#choose(next)
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus(),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-inspector': LabInspector
  }
}
