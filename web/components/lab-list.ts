import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Arrow, Mark } from '../../scenarios/view/sequence.ts'
import { emit } from '../events.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'

/**
 * The messages as an ordered list, chapter by chapter: readable before the picture is there, and
 * always for a keyboard or a screen reader. One tab stop; arrow keys move within.
 *
 * @fires lab-seek - number of the message that was chosen
 */
export class LabList extends LitElement {
  static override properties = { moment: { attribute: false } }
  declare moment: Moment | null

  constructor() {
    super()
    this.moment = null
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 12px 0 24px;
        background: var(--surface);
        scrollbar-color: var(--line-2) transparent;
      }
      h3 {
        padding: 14px 16px 4px;
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      .mark {
        margin: 10px 12px 0;
        padding: 5px 10px;
        border-radius: 5px;
        font-size: var(--text-s);
        font-weight: 600;
        background: var(--sunken);
        color: var(--ink-2);
      }
      .expiry {
        background: var(--expiry-wash);
        color: var(--expiry);
      }
      .sso {
        background: var(--sso-wash);
        color: var(--sso);
      }
      .attack {
        background: var(--attack-wash);
        color: var(--attack);
      }
      button {
        display: grid;
        grid-template-columns: 2.2em max-content minmax(0, 1fr);
        gap: 0 10px;
        align-items: baseline;
        inline-size: 100%;
        min-height: 32px;
        padding: 4px 16px;
        text-align: start;
        border-inline-start: 3px solid transparent;
      }
      button:hover {
        background: var(--sunken);
      }
      .number {
        font-variant-numeric: tabular-nums;
        text-align: end;
        color: var(--ink-3);
        font-size: var(--text-xs);
      }
      @container (min-width: 701px) {
        button {
          grid-template-columns: 2.2em 11.5em minmax(0, 1fr);
        }
      }
      .ways {
        font-size: var(--text-xs);
        color: var(--ink-2);
        white-space: nowrap;
      }
      .words {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .planned .words,
      .planned .ways {
        color: var(--ink-3);
      }
      [aria-current='step'] button {
        background: var(--now-wash);
        border-inline-start-color: var(--now);
      }
      .dimmed button {
        opacity: 0.45;
      }
    `,
  ]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    return html`<nav aria-label="Messages" @keydown=${this.#keyed}>
      ${moment.sequence.chapters.map(
        ({ title, marks, arrows }) => html`
          ${marks.map((mark) => this.#mark(mark))}
          <h3>${title}</h3>
          <ol start=${arrows[0]?.n ?? 1}>
            ${arrows.map((arrow) => this.#item(arrow, moment))}
          </ol>
        `,
      )}
      ${moment.sequence.marks.map((mark) => this.#mark(mark))}
    </nav>`
  }

  #mark({ tone, text }: Mark) {
    return html`<p class="mark ${tone}">${text}</p>`
  }

  #item(arrow: Arrow, { cursor, followed }: Moment) {
    const isCurrent = arrow.n === cursor
    const isStop = isCurrent || (cursor === 0 && arrow.n === 1)
    const dimmed = followed !== null && !followed.carriedBy.includes(arrow.n)
    const ways = arrow.kind === 'self' ? arrow.from : `${arrow.from} → ${arrow.to}`
    return html`<li
      class="${arrow.planned ? 'planned' : ''} ${dimmed ? 'dimmed' : ''}"
      aria-current=${isCurrent ? 'step' : nothing}
    >
      <button
        type="button"
        data-n=${arrow.n}
        tabindex=${isStop ? 0 : -1}
        @click=${() => emit(this, 'lab-seek', arrow.n)}
      >
        <span class="number">${arrow.n}</span>
        <span class="ways"
          >${ways}${arrow.planned ? html`<span class="unseen">, planned</span>` : ''}</span
        >
        <span class="words mono">${arrow.label}</span>
      </button>
    </li>`
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button[data-n]')]
    const here = buttons.findIndex((button) => button.matches(':focus'))
    const target = buttons[here + (event.key === 'ArrowDown' ? 1 : -1)]
    if (here === -1 || target === undefined) return
    event.preventDefault()
    event.stopPropagation()
    target.focus()
  }

  protected override updated(changes: PropertyValues<this>): void {
    const former = changes.get('moment')
    if (former?.cursor === this.moment?.cursor) return
    const current = this.renderRoot.querySelector<HTMLElement>('[aria-current]')
    if (current === null || this.offsetHeight < 40) return
    const { top, bottom } = current.getBoundingClientRect()
    const frame = this.getBoundingClientRect()
    if (top < frame.top + 40) this.scrollTop -= frame.top + 40 - top
    if (bottom > frame.bottom - 40) this.scrollTop += bottom - frame.bottom + 40
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-list': LabList
  }
}
