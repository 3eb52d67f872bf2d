import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { attacks } from '../../scenarios/attacks/index.ts'
import { workflowBySlug, type Workflow } from '../../scenarios/catalogue/index.ts'
import type { Defence } from '../../scenarios/defences/defence.ts'
import type { DefenceId } from '../../scenarios/defences/settings.ts'
import { defences } from '../../scenarios/defences/table.ts'
import { workflowLink, writeDefences } from '../deep-link.ts'
import { emit } from '../events.ts'
import { switchIn, type Cell, type Matrix } from '../matrix/data.ts'
import { loadMatrix } from '../matrix/load.ts'
import {
  cellName,
  gridOf,
  moved,
  pivotOf,
  placeOf,
  type Grid,
  type Line,
  type Pivot,
  type Place,
} from '../matrix/table.ts'
import { matrixEnglish } from '../matrix/words.english.ts'
import { tellReason } from '../defend/reason.ts'
import { base } from '../styles/base.ts'
import { ownWords } from '../words/own.ts'
import { speaker } from '../words/speaker.ts'
import { icon } from './icons.ts'
import { matrixStyles } from './lab-matrix.styles.ts'

const applies = (slug: string, name: string): boolean => {
  const workflow = workflowBySlug(slug)
  const defence = defences[switchIn(name)[0] as DefenceId] as Defence | undefined
  return workflow !== undefined && defence?.appliesTo(workflow) !== false
}

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'there'; readonly matrix: Matrix }

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
  /** A workflow's slug or an attack's name. */
  declare asks: string
  /** The cell to begin at: `SLUG.ATTACK.DEFENCE`. */
  declare cell: string
  declare workflows: readonly Workflow[]
  /** Where the experiments come from. */
  declare load: () => Promise<Matrix>
  declare loaded: Loaded
  declare place: Place

  readonly #speaker = speaker(this)
  readonly #own = ownWords(this, this.#speaker, matrixEnglish, {
    es: async () => (await import('../matrix/words.spanish.ts')).matrixSpanish,
  })

  constructor() {
    super()
    this.asks = ''
    this.cell = ''
    this.workflows = []
    this.load = loadMatrix
    this.loaded = { kind: 'loading' }
    this.place = { line: 0, column: -1 }
  }

  static override styles = [base, matrixStyles]

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

  #pivot(matrix: Matrix): Pivot {
    const [workflow = ''] = this.cell.split('.')
    return pivotOf(this.asks === '' ? workflow : this.asks, matrix)
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (this.loaded.kind !== 'there') return
    if (!changes.has('asks') && !changes.has('cell') && !changes.has('loaded')) return
    const { matrix } = this.loaded
    const grid = gridOf(matrix, this.#pivot(matrix), applies)
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
    const pivot = this.#pivot(loaded.matrix)
    const grid = gridOf(loaded.matrix, pivot, applies)
    return html`${this.#controls(loaded.matrix, pivot)} ${this.#legend()}
    ${grid.lines.length === 0 ? html`<p>${words.none}</p>` : this.#table(grid, pivot)}
    ${this.#about(grid)}`
  }

  #attack(id: string): string {
    const title = attacks.find((attack) => attack.id === id)?.title ?? id
    return this.#speaker.words.say(title)
  }

  #workflow(slug: string): string {
    return this.#speaker.words.say(workflowBySlug(slug)?.title ?? slug)
  }

  #defence(name: string | undefined): string {
    const { defences: told, without } = this.#own.words
    if (name === undefined) return without
    const [id, value] = switchIn(name)
    const title = told[id as DefenceId]?.[0] ?? id
    return value === true ? title : `${title} = ${String(value)}`
  }

  #controls(matrix: Matrix, { by, of }: Pivot) {
    const words = this.#own.words
    const known = this.workflows.filter(({ slug }) => matrix.workflows.includes(slug))
    const kinds = [
      ['workflow', words.byWorkflow, known[0]?.slug ?? ''],
      ['attack', words.byAttack, matrix.attacks[0] ?? ''],
    ] as const
    return html`<form class="controls" @submit=${(event: Event) => event.preventDefault()}>
      <fieldset>
        <legend>${words.show}</legend>
        ${kinds.map(
          ([kind, title, first]) =>
            html`<label
              ><input
                type="radio"
                name="by"
                .checked=${kind === by}
                @change=${() => this.#ask(first)}
              />${title}</label
            >`,
        )}
      </fieldset>
      <label class="of"
        >${by === 'workflow' ? words.workflow : words.attack}
        <select @change=${({ target }: Event) => this.#ask((target as HTMLSelectElement).value)}>
          ${
            by === 'workflow'
              ? known.map(
                  ({ slug, title }) =>
                    html`<option value=${slug} .selected=${slug === of}>
                      ${this.#speaker.words.say(title)}
                    </option>`,
                )
              : matrix.attacks.map(
                  (id) =>
                    html`<option value=${id} .selected=${id === of}>${this.#attack(id)}</option>`,
                )
          }
        </select>
      </label>
    </form>`
  }

  #ask(asks: string): void {
    emit(this, 'lab-cell', '')
    emit(this, 'lab-asks', asks)
  }

  #legend() {
    const words = this.#own.words
    return html`<p class="legend">
      <span class="unseen">${words.legend}: </span>
      <span><i class="sign stopped" aria-hidden="true">${icon('shield')}</i>${words.stopped}</span>
      <span><i class="sign won" aria-hidden="true">${icon('cross')}</i>${words.gotIn}</span>
      <span><i class="sign" aria-hidden="true">–</i>${words.untried}</span>
      <span class="quiet">${words.keys}</span>
    </p>`
  }

  #table(grid: Grid, { by, of }: Pivot) {
    const words = this.#own.words
    const { columns, lines } = grid
    const what = by === 'workflow' ? this.#workflow(of) : this.#attack(of)
    return html`<div class="scroll" tabindex="-1">
      <table
        role="grid"
        aria-label=${words.caption(what)}
        aria-readonly="true"
        @keydown=${(event: KeyboardEvent) => this.#keyed(event, grid)}
      >
        <thead>
          <tr>
            <th scope="col" class="corner">${by === 'workflow' ? words.attack : words.workflow}</th>
            <th scope="col" class="base"><span>${words.without}</span></th>
            ${columns.map((name) => html`<th scope="col"><span>${this.#defence(name)}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map((line, index) => {
            const title =
              by === 'workflow' ? this.#attack(line.attack) : this.#workflow(line.workflow)
            return html`<tr>
              <th scope="row">${title}</th>
              ${[line.base, ...line.cells].map((cell, at) =>
                this.#cell(cell, line, { line: index, column: at - 1 }, grid),
              )}
            </tr>`
          })}
        </tbody>
      </table>
    </div>`
  }

  #href({ workflow, attack }: Line, defence: string | undefined, at: string | null): string {
    const link = workflowLink(workflow, location.search, `attack-${attack}`)
    const address = writeDefences(new URL(link, location.href), defence ?? '')
    return `${address.search}${at === null ? '' : `#step=${encodeURIComponent(at)}`}`
  }

  #cell(cell: Cell | null, line: Line, place: Place, grid: Grid) {
    const words = this.#own.words
    const defence = grid.columns[place.column]
    const isHere = place.line === this.place.line && place.column === this.place.column
    const come = (): void => this.#come(place, grid)
    if (cell === null)
      return html`<td
        class="untried"
        tabindex=${isHere ? 0 : -1}
        data-place="${place.line} ${place.column}"
        @focus=${come}
      >
        <span aria-hidden="true">–</span><span class="unseen">${words.untried}</span>
      </td>`
    const came = cell.won ? words.gotIn : words.stopped
    const label = words.cell(this.#attack(line.attack), this.#defence(defence), came, cell.at ?? '')
    return html`<td class=${cell.won ? 'won' : 'stopped'}>
      <a
        href=${this.#href(line, defence, cell.at)}
        tabindex=${isHere ? 0 : -1}
        data-place="${place.line} ${place.column}"
        aria-label=${label}
        title=${label}
        @focus=${come}
        >${icon(cell.won ? 'cross' : 'shield')}</a
      >
    </td>`
  }

  #come(place: Place, grid: Grid): void {
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

  /** What became of the experiment at which one stands. */
  #about(grid: Grid) {
    const words = this.#own.words
    const line = grid.lines[this.place.line]
    const defence = grid.columns[this.place.column]
    const cell = line?.[defence === undefined ? 'base' : 'cells']
    const found = cell === undefined ? null : 'won' in cell ? cell : cell[this.place.column]
    if (line === undefined || found == null) return nothing
    return html`<section class="told">
      <p role="status">
        <b>${this.#workflow(line.workflow)}</b>
        ${words.told(found.won, this.#attack(line.attack), this.#defence(defence))}
        ${found.at === null ? nothing : words.decided(found.at)}
        ${found.because === null ? nothing : tellReason(found.because, words.reasons, this.#speaker.words.say)}
      </p>
      <p class="ways">
        <a class="go" href=${this.#href(line, defence, found.at)}>${icon('play')}${words.play}</a>
        ${
          defence === undefined
            ? nothing
            : html`<a href=${this.#href(line, undefined, line.base.at)}>${words.playWithout}</a>`
        }
      </p>
    </section>`
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
