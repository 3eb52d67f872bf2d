import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { BranchSummary } from '../../../scenarios/model/run.ts'
import { branchName } from './name.ts'
import { treeOf, type BranchNode } from './tree.ts'
import { emit } from '../events.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'

/**
 * The branches of a run as a small tree, each with where it left its parent.
 *
 * @fires lab-branch - a branch that is to be shown
 * @fires lab-branch-name - a branch and its new name
 * @fires lab-compare - a branch to compare with, as `branch:ID`
 */
export class LabBranches extends LitElement {
  static override properties = {
    branch: { attribute: false },
    branches: { attribute: false },
    names: { attribute: false },
    forks: { attribute: false },
    naming: { state: true },
  }
  /** Id of the branch that is shown. */
  declare branch: string
  declare branches: readonly BranchSummary[]
  /** Names given by the learner, by id. */
  declare names: ReadonlyMap<string, string>
  /** Whether acting in the past opens a branch. */
  declare forks: boolean
  /** Id of the branch that is being named. */
  declare naming: string | null

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.branch = ''
    this.branches = []
    this.names = new Map()
    this.forks = true
    this.naming = null
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        font-size: var(--text-s);
      }
      .how {
        max-inline-size: 46ch;
        padding: 6px 8px;
        color: var(--ink-2);
      }
      ul ul {
        margin-inline-start: 15px;
        padding-inline-start: 10px;
        border-inline-start: 2px solid var(--line-2);
      }
      .row {
        display: flex;
        align-items: center;
        gap: 4px;
        border-radius: var(--radius);
      }
      .row:hover {
        background: var(--sunken);
      }
      .open {
        display: grid;
        flex: 1;
        min-inline-size: 0;
        padding: 5px 8px;
        text-align: start;
      }
      .open b {
        overflow-wrap: anywhere;
        font-weight: 600;
      }
      [aria-current] b {
        color: var(--now);
      }
      .tool {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 32px;
        min-block-size: 32px;
        border-radius: var(--radius);
        color: var(--ink-2);
      }
      .tool:hover {
        background: var(--now-wash);
        color: var(--now);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 6px;
        padding: 6px 8px;
      }
      label {
        display: grid;
        flex: 1 1 14em;
        gap: 2px;
        color: var(--ink-2);
      }
      input {
        min-block-size: 32px;
        padding: 2px 8px;
        border: 1px solid var(--line-2);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
      }
      form button {
        min-block-size: 32px;
        padding: 0 10px;
        border: 1px solid var(--line-2);
        border-radius: var(--radius);
      }
    `,
  ]

  protected override updated(changes: PropertyValues<this>): void {
    if (!changes.has('naming')) return
    const former = changes.get('naming')
    if (this.naming !== null) this.renderRoot.querySelector('input')?.select()
    else if (former != null)
      this.renderRoot.querySelector<HTMLElement>(`[data-rename='${CSS.escape(former)}']`)?.focus()
  }

  override render() {
    const { branches } = this.#speaker.words.ui
    if (!this.forks) return html`<p class="how">${branches.cannot}</p>`
    return html`${
      this.branches.length > 1 ? nothing : html`<p class="how">${branches.how}</p>`
    }${this.#nodes(treeOf(this.branches))}`
  }

  #nodes(nodes: readonly BranchNode[]): TemplateResult | typeof nothing {
    if (nodes.length === 0) return nothing
    return html`<ul>
      ${nodes.map(
        ({ branch, children }) =>
          html`<li>
            ${branch.id === this.naming ? this.#form(branch) : this.#row(branch)}
            ${this.#nodes(children)}
          </li>`,
      )}
    </ul>`
  }

  #row(branch: BranchSummary) {
    const { words } = this.#speaker
    const { branches } = words.ui
    const name = branchName(branch, this.names, words)
    const isShown = branch.id === this.branch
    const left = branch.parent === null ? '' : `${branches.left(branch.forkedAt)} · `
    return html`<div class="row">
      <button
        type="button"
        class="open"
        title=${isShown ? nothing : branches.open(name)}
        aria-current=${isShown ? 'true' : nothing}
        @click=${() => emit(this, 'lab-branch', branch.id)}
      >
        <b>${name}</b>
        <span class="quiet"
          >${left}${branches.messages(branch.length)}${isShown ? ` · ${branches.shown}` : ''}</span
        >
      </button>
      <button
        type="button"
        class="tool"
        data-rename=${branch.id}
        aria-label=${branches.rename(name)}
        title=${branches.rename(name)}
        @click=${() => {
          this.naming = branch.id
        }}
      >
        ${icon('pen')}
      </button>
      ${
        isShown
          ? nothing
          : html`<button
              type="button"
              class="tool"
              aria-label=${branches.compare(name)}
              title=${branches.compare(name)}
              @click=${() => emit(this, 'lab-compare', `branch:${branch.id}`)}
            >
              ${icon('compare')}
            </button>`
      }
    </div>`
  }

  #form(branch: BranchSummary) {
    const { branches } = this.#speaker.words.ui
    const given = this.names.get(branch.id) ?? ''
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault()
        const name = this.renderRoot.querySelector('input')?.value ?? ''
        emit(this, 'lab-branch-name', { branch: branch.id, name })
        this.naming = null
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        this.naming = null
      }}
    >
      <label>
        ${branches.name}
        <input maxlength="80" autocomplete="off" placeholder=${branches.byItself} .value=${given} />
      </label>
      <button>${branches.save}</button>
      <button
        type="button"
        @click=${() => {
          this.naming = null
        }}
      >
        ${branches.cancel}
      </button>
    </form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-branches': LabBranches
  }
}
