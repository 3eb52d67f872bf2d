import { css, html, LitElement, nothing } from 'lit'
import type { RunState } from '../../scenarios/model/run.ts'
import { define } from '../app/load-element.ts'
import { branchName } from '../features/branches/name.ts'
import { LabChoices } from '../features/choices/lab-choices.ts'
import { emit } from '../features/events.ts'
import type { Words } from '../i18n/catalogue.ts'
import { provideWords } from '../i18n/speaker.ts'
import { decisionPointAt } from '../player/decision-point.ts'
import { base } from '../ui/styles/base.ts'

const unnamed: ReadonlyMap<string, string> = new Map()

/**
 * What can be done in a run that is at work, at the message that is shown, and its branches.
 *
 * @fires lab-send - the event of the choice that was made
 * @fires lab-seek - the next point at which something can be decided
 * @fires lab-branch - another branch is to be shown
 * @fires lab-defend - attacks and defences are wanted
 */
export class LabLive extends LitElement {
  static override properties = {
    run: { attribute: false },
    cursor: { attribute: false },
    waiting: { attribute: false },
    words: { attribute: false },
  }
  declare run: RunState | null
  /** Messages shown. */
  declare cursor: number
  /** An answer is on its way. */
  declare waiting: boolean
  declare words: Words | null

  readonly #provided = provideWords(this)

  constructor() {
    super()
    this.run = null
    this.cursor = 0
    this.waiting = false
    this.words = null
    // What is unfolded in here is nobody else's business.
    this.addEventListener('lab-dialog', (event) => event.stopPropagation())
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        padding-block: 4px;
      }
      /* What comes next can be read in full: other branches rather stand below it. */
      lab-choices {
        flex: 1 1 40rem;
        min-inline-size: 0;
      }
      select {
        max-inline-size: min(22rem, 100% - 32px);
        margin-inline: 16px;
        min-block-size: 32px;
        padding-inline: 6px;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        background: var(--surface);
        color: var(--ink);
        font: inherit;
        font-size: var(--text-s);
      }
    `,
  ]

  protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
    if (changes.has('words') && this.words !== null) this.#provided.setWords(this.words)
  }

  override render() {
    const { run, cursor, words } = this
    if (run === null || words === null) return nothing
    const frame = { run, cursor, decisionPoint: decisionPointAt(run, cursor) }
    return html`<lab-choices .frame=${frame} ?waiting=${this.waiting}></lab-choices>
      ${run.branches.length > 1 ? this.#branches(run, words) : nothing}`
  }

  #branches({ branches, branch }: RunState, words: Words) {
    return html`<select
      aria-label=${words.ui.branches.title}
      @change=${({ target }: Event) => emit(this, 'lab-branch', (target as HTMLSelectElement).value)}
    >
      ${branches.map(
        (one) =>
          html`<option value=${one.id} .selected=${one.id === branch}>
            ${[
              branchName(one, unnamed, words),
              ...(one.parent === null ? [] : [words.ui.branches.left(one.forkedAt)]),
            ].join(' · ')}
          </option>`,
      )}
    </select>`
  }
}

/** Makes it and what is in it known to the page; twice does no harm. */
export const defineLive = (): void => define({ 'lab-choices': LabChoices, 'lab-live': LabLive })

declare global {
  interface HTMLElementTagNameMap {
    'lab-live': LabLive
  }
}
