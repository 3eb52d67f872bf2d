import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { search, type SearchResult } from '../../../scenarios/projections/search.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'

/** Whether there are other messages to look through; the list of them may be a new one at each step. */
const isOther = (before: Frame | null | undefined, now: Frame | null): boolean => {
  const [former, messages] = [before?.run.trace.messages ?? [], now?.run.trace.messages ?? []]
  return former.length !== messages.length || former.at(-1) !== messages.at(-1)
}

/**
 * Finds a value everywhere it has been. What is typed stays in the page: it is in no address and is
 * not remembered.
 *
 * @fires lab-found - what was found; null when the search is closed
 * @fires lab-seek - to a place where it is
 */
export class LabSearch extends LitElement {
  static override properties = {
    frame: { attribute: false },
    open: { type: Boolean, reflect: true },
  }
  declare frame: Frame | null
  declare open: boolean

  #query = ''

  constructor() {
    super()
    this.frame = null
    this.open = false
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      :host(:not([open])) {
        display: none;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        padding: 6px 12px;
        border-block-end: 1px solid var(--line);
        background: var(--ground);
        font-size: var(--text-s);
      }
      input {
        flex: 1 1 9em;
        min-inline-size: 0;
        min-block-size: 32px;
        padding: 2px 10px;
        border: 1px solid var(--line-2);
        border-radius: 6px;
        background: var(--surface);
        font-family: var(--mono);
      }
      button {
        inline-size: 28px;
        border-radius: 6px;
      }
      button:hover:not(:disabled) {
        background: var(--sunken);
      }
      button:disabled {
        color: var(--ink-3);
      }
      output {
        min-inline-size: 8em;
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }
    `,
  ]

  readonly #speaker = speaker(this)
  #drawnIn: Words | null = null

  /** Opens the field, with what was looked for last. */
  async show(): Promise<void> {
    this.open = true
    emit(this, 'lab-dialog', { dialog: 'search', isOpen: true })
    await this.updateComplete
    const input = this.renderRoot.querySelector('input')
    input?.focus()
    input?.select()
    this.#look()
  }

  /** Closed, it is not drawn at every step. */
  protected override shouldUpdate(changes: PropertyValues<this>): boolean {
    return this.open || changes.has('open') || this.#drawnIn !== this.#speaker.words
  }

  override render() {
    this.#drawnIn = this.#speaker.words
    const { search: say } = this.#speaker.words.ui
    const found = this.open ? (this.frame?.found ?? null) : null
    const none = found === null || found.hits.length === 0
    return html`<form
      role="search"
      aria-label=${say.title}
      @submit=${this.#on}
      @keydown=${this.#keyed}
    >
      <input
        type="search"
        aria-label=${say.title}
        placeholder=${say.hint}
        autocomplete="off"
        spellcheck="false"
        .value=${this.#query}
        @input=${this.#typed}
      />
      <output>${found === null ? nothing : this.#result(found)}</output>
      <button
        type="button"
        title=${say.back}
        aria-label=${say.back}
        ?disabled=${none}
        @click=${() => this.#step(-1)}
      >
        ${icon('back')}
      </button>
      <button type="submit" title=${say.next} aria-label=${say.next} ?disabled=${none}>
        ${icon('forward')}
      </button>
      <button type="button" title=${say.close} aria-label=${say.close} @click=${this.#close}>
        ${icon('cross')}
      </button>
    </form>`
  }

  #result({ query, hits }: SearchResult) {
    const { search: say } = this.#speaker.words.ui
    if (query === '') return nothing
    if (hits.length === 0) return say.none
    const here = hits.find(({ n }) => n === this.frame?.cursor)
    if (here === undefined) return say.messages(hits.length)
    const where = here.places.map((place) => say.places[place]).join(', ')
    return `${say.count(hits.indexOf(here) + 1, hits.length)}: ${where}`
  }

  /** A longer run may have more of it. */
  protected override updated(changes: PropertyValues<this>): void {
    const former = changes.get('frame')
    if (this.open && changes.has('frame') && isOther(former, this.frame)) this.#look()
  }

  #look(): void {
    const { frame } = this
    if (frame === null) return
    const { messages } = frame.run.trace
    emit(this, 'lab-found', search(this.#query, messages, frame.secrets, this.#speaker.words.say))
  }

  readonly #typed = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value
    this.#look()
  }

  readonly #on = (event: Event): void => {
    event.preventDefault()
    this.#step(1)
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#close()
    else if (event.key === 'Enter' && event.shiftKey) this.#step(-1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  readonly #close = (): void => {
    this.open = false
    emit(this, 'lab-dialog', { dialog: 'search', isOpen: false })
    emit(this, 'lab-found', null)
  }

  /** To the next place or the one before; round and round. */
  #step(direction: 1 | -1): void {
    const { frame } = this
    const hits = frame?.found?.hits ?? []
    const cursor = frame?.cursor ?? 0
    const next =
      direction === 1
        ? (hits.find(({ n }) => n > cursor) ?? hits[0])
        : (hits.findLast(({ n }) => n < cursor) ?? hits.at(-1))
    if (next !== undefined) emit(this, 'lab-seek', next.n)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-search': LabSearch
  }
}
