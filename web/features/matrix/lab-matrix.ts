import { html, LitElement, type PropertyValues } from 'lit'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import { emit } from '../events.ts'
import { writeAsked, type MatrixQuery } from './asked.ts'
import { controlsStyles } from './controls.styles.ts'
import { controls } from './controls.ts'
import type { MatrixIndex } from './data.ts'
import { gridStyles } from './grid.styles.ts'
import { gridTable } from './grid.ts'
import { legend, legendStyles } from './legend.ts'
import { loadMatrix } from './load.ts'
import { namesIn, type Names } from './names.ts'
import { shownOf, type ShownMatrix } from './shown.ts'
import { cellName, moved, placeOf, type Grid, type CellPlace } from './table.ts'
import { toldStyles } from './told.styles.ts'
import { told } from './told.ts'
import { matrixEnglish } from './words.en.ts'
import { base } from '../../ui/styles/base.ts'
import { ownWords } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { formStyles } from '../../ui/styles/form.styles.ts'
import { matrixStyles } from './lab-matrix.styles.ts'
import { pageStyles } from '../../ui/styles/page.styles.ts'
import { variantStyles } from '../../ui/styles/variants.styles.ts'

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'there'; readonly matrix: MatrixIndex }

/**
 * Attack × defence × workflow: a table of experiments that have run, each a link that plays it.
 *
 * @fires lab-asks - the workflow or the attack that is looked at
 * @fires lab-cell - the cell that is looked at
 */
export class LabMatrix extends LitElement {
  static override properties = {
    asks: {},
    cell: {},
    workflows: { attribute: false },
    load: { attribute: false },
    loaded: { state: true },
    place: { state: true },
  }
  /** A workflow's slug or an attack's name, and how much of it: `csrf.difference`. */
  declare asks: string
  /** The cell to begin at: `SLUG.ATTACK.DEFENCE`. */
  declare cell: string
  declare workflows: readonly Workflow[]
  /** Where the experiments come from. */
  declare load: () => Promise<MatrixIndex>
  declare loaded: Loaded
  declare place: CellPlace

  readonly #speaker = speaker(this)
  readonly #own = ownWords(this, this.#speaker, 'matrix', matrixEnglish)

  constructor() {
    super()
    this.asks = ''
    this.cell = ''
    this.workflows = []
    this.load = loadMatrix
    this.loaded = { kind: 'loading' }
    this.place = { line: 0, column: -1 }
  }

  static override styles = [
    base,
    pageStyles,
    formStyles,
    variantStyles,
    controlsStyles,
    legendStyles,
    gridStyles,
    toldStyles,
    matrixStyles,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetch()
  }

  async #fetch(): Promise<void> {
    this.loaded = { kind: 'loading' }
    try {
      this.loaded = { kind: 'there', matrix: await this.load() }
    } catch (error) {
      this.loaded = { kind: 'failed', problem: error instanceof Error ? error.message : '' }
    }
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (this.loaded.kind !== 'there') return
    if (!changes.has('asks') && !changes.has('cell') && !changes.has('loaded')) return
    const { grid } = shownOf(this.loaded.matrix, this.asks, this.cell)
    this.place = placeOf(this.cell, grid) ?? { line: 0, column: -1 }
  }

  override render() {
    const words = this.#own.words
    return html`<div class="page">
      <section class="hero" aria-labelledby="title">
        <h1 id="title">${words.title}</h1>
        <p>${words.lead}</p>
      </section>
      ${this.#content()}
    </div>`
  }

  #content() {
    const words = this.#own.words
    const { loaded } = this
    if (loaded.kind === 'loading') return html`<p role="status">${words.loading}</p>`
    if (loaded.kind === 'failed')
      return html`<p role="alert">
        ${words.failed(loaded.problem)}
        <button type="button" class="again" @click=${() => void this.#fetch()}>
          ${words.again}
        </button>
      </p>`
    return this.#shown(loaded.matrix, shownOf(loaded.matrix, this.asks, this.cell))
  }

  #shown(matrix: MatrixIndex, shown: ShownMatrix) {
    const words = this.#own.words
    const { pivot, onlyDifference, grid, differing, all } = shown
    const lab = this.#speaker.words
    const names = namesIn(words, lab)
    return html`${controls({
      matrix,
      workflows: this.workflows,
      pivot,
      onlyDifference,
      difference: words.difference(
        differing.lines.length,
        all.lines.length,
        differing.columns.length,
        all.columns.length,
      ),
      words,
      names,
      ask: (asked) => this.#ask(asked, shown),
    })}
    ${legend(words)} ${grid.lines.length === 0 ? this.#nothing(shown) : this.#table(shown, names)}
    ${told(grid, this.place, words, names, lab)}`
  }

  /** Another workflow or attack is begun at its first cell; more or less of this one, where one is. */
  #ask(asked: MatrixQuery, { pivot, grid }: ShownMatrix): void {
    this.cell = asked.of === pivot.of ? cellName(grid, this.place) : ''
    emit(this, 'lab-cell', this.cell)
    emit(this, 'lab-asks', writeAsked(asked))
  }

  #nothing(shown: ShownMatrix) {
    const words = this.#own.words
    if (shown.all.lines.length === 0) return html`<p>${words.none}</p>`
    const all = { of: shown.pivot.of, onlyDifference: false }
    return html`<p>
      ${words.noDifference}
      <button type="button" class="again" @click=${() => this.#ask(all, shown)}>
        ${words.showAll}
      </button>
    </p>`
  }

  #table({ grid, pivot, onlyDifference }: ShownMatrix, names: Names) {
    return gridTable({
      sparse: onlyDifference,
      grid,
      pivot,
      place: this.place,
      words: this.#own.words,
      names,
      come: (place) => this.#come(place, grid),
      keyed: (event) => this.#keyed(event, grid),
    })
  }

  #come(place: CellPlace, grid: Grid): void {
    if (place.line === this.place.line && place.column === this.place.column) return
    this.place = place
    emit(this, 'lab-cell', cellName(grid, place))
  }

  #keyed(event: KeyboardEvent, grid: Grid): void {
    const to = moved(grid, this.place, event.key, event.ctrlKey)
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    this.renderRoot.querySelector<HTMLElement>(`[data-place="${to.line} ${to.column}"]`)?.focus()
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (!changes.has('loaded') || this.loaded.kind !== 'there' || this.cell === '') return
    this.renderRoot
      .querySelector('[tabindex="0"]')
      ?.scrollIntoView({ block: 'center', inline: 'center' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-matrix': LabMatrix
  }
}
