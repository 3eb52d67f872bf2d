import { html, LitElement, type PropertyValues } from 'lit'
import { base } from '../../ui/styles/base.ts'
import { tour as english } from './words.en.ts'
import { speakerWith } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { place } from './place.ts'
import { tourStyles } from './lab-tour.styles.ts'

/** What each step points at, in the order of the words. */
const targets = ['.picture', '.commentary', 'lab-inspector', 'lab-choices', 'lab-controls'] as const

/**
 * A short tour of the page: a card beside what it speaks of. It covers nothing up and stops nothing;
 * playing goes on.
 *
 * @fires lab-tour-over - it was finished or skipped
 */
export class LabTour extends LitElement {
  static override properties = { step: { state: true } }
  declare step: number

  constructor() {
    super()
    this.step = 0
  }

  static override styles = [base, tourStyles]

  readonly #speaker = speakerWith(this, speaker(this), 'tour', english)
  readonly #resized = new ResizeObserver(() => this.#settle())

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.parentElement !== null) this.#resized.observe(this.parentElement)
    const root = this.getRootNode()
    if (!(root instanceof ShadowRoot)) return
    this.#resized.observe(root.host)
    // What is told grows when more of it has come, and moves the rest.
    for (const part of root.querySelectorAll(targets.join())) this.#resized.observe(part)
  }

  override disconnectedCallback(): void {
    this.#resized.disconnect()
    super.disconnectedCallback()
  }

  /** Takes the keyboard to the card. */
  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.next')?.focus(),
    )
  }

  override render() {
    const { tour } = this.#speaker.words.ui
    const [title, text] = tour.steps[this.step] ?? ['', '']
    const isLast = this.step === targets.length - 1
    return html`<i class="ring" aria-hidden="true"></i>
      <section class="card" aria-label=${tour.label} @keydown=${this.#keyed}>
        <div role="status">
          <p class="label">${tour.progress(this.step + 1, targets.length)}</p>
          <h2>${title}</h2>
          <p>${text}</p>
        </div>
        <div class="variants">
          ${
            isLast
              ? ''
              : html`<button type="button" class="skip" @click=${this.#over}>${tour.skip}</button>`
          }
          ${
            this.step === 0
              ? ''
              : html`<button type="button" class="back" @click=${() => this.#go(-1)}>
                  ${tour.back}
                </button>`
          }
          <button type="button" class="next" @click=${() => this.#go(1)}>
            ${isLast ? tour.done : tour.next}
          </button>
        </div>
      </section>`
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('step')) this.#target()?.scrollIntoView({ block: 'nearest' })
    this.#settle()
  }

  #target(): HTMLElement | null {
    const root = this.getRootNode() as ShadowRoot
    return root.querySelector<HTMLElement>(targets[this.step] ?? '')
  }

  #go(by: 1 | -1): void {
    const next = this.step + by
    if (next === targets.length) this.#over()
    else this.step = Math.max(0, next)
  }

  readonly #over = (): void => {
    this.dispatchEvent(new CustomEvent('lab-tour-over'))
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.#over()
  }

  /** Puts the ring around what is spoken of, and the card where it hides none of it. */
  #settle(): void {
    const ring = this.renderRoot.querySelector<HTMLElement>('.ring')
    const card = this.renderRoot.querySelector<HTMLElement>('.card')
    const root = this.getRootNode()
    if (ring === null || card === null || !(root instanceof ShadowRoot)) return
    const frame = root.host.getBoundingClientRect()
    const target = this.#target()?.getBoundingClientRect() ?? frame
    const told = [...root.querySelectorAll('.commentary, lab-controls')].map((element) =>
      element.getBoundingClientRect(),
    )
    const size = { width: card.offsetWidth, height: card.offsetHeight }
    const { about, at } = place(frame, target, told, size)
    ring.style.left = `${about.x}px`
    ring.style.top = `${about.y}px`
    ring.style.width = `${about.width}px`
    ring.style.height = `${about.height}px`
    card.style.left = `${at.x}px`
    card.style.top = `${at.y}px`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-tour': LabTour
  }
}
