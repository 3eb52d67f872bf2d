import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Choice } from '../../scenarios/vocabulary.ts'
import { actorOf, eventWords } from '../../scenarios/view/words.ts'
import { emit } from '../events.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { actorIcon, icon } from './icons.ts'

/**
 * What can be done at this point of the run. Possible ones are buttons; the others say why not.
 *
 * @fires lab-send - the event of the choice that was made
 * @fires lab-seek - the next point at which something can be decided
 */
export class LabChoices extends LitElement {
  static override properties = {
    moment: { attribute: false },
    waiting: { type: Boolean },
  }
  declare moment: Moment | null
  declare waiting: boolean

  constructor() {
    super()
    this.moment = null
    this.waiting = false
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 48px;
        padding: 6px 16px;
        font-size: var(--text-s);
      }
      .between {
        white-space: nowrap;
      }
      .scroller {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 8px;
        min-width: 0;
        padding: 4px;
        overflow-x: auto;
        padding-inline-end: 28px;
        mask-image: linear-gradient(90deg, black calc(100% - 28px), transparent);
        scrollbar-width: thin;
        scrollbar-color: var(--line-2) transparent;
      }
      h2 {
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--ink-3);
        white-space: nowrap;
      }
      .choice {
        display: inline-flex;
        flex: none;
        align-items: center;
        gap: 6px;
        min-height: 32px;
        padding: 2px 12px 2px 9px;
        border: 1px solid var(--line-2);
        border-radius: 16px;
        background: var(--raised);
        white-space: nowrap;
      }
      .choice:hover:not(:disabled) {
        border-color: var(--now);
        color: var(--now);
      }
      .choice.hacker {
        color: var(--attack);
        border-color: color-mix(in srgb, var(--attack) 45%, transparent);
      }
      .choice.clock {
        color: var(--expiry);
        border-color: color-mix(in srgb, var(--expiry) 45%, transparent);
      }
      .choice.is-next {
        border-color: var(--now);
        box-shadow: inset 0 0 0 1px var(--now);
      }
      .tag {
        font-size: var(--text-xs);
        color: var(--now);
        font-weight: 600;
      }
      .refused {
        position: relative;
      }
      .refused > button {
        padding: 2px 8px;
        min-height: 32px;
        color: var(--ink-3);
        border-radius: 16px;
        white-space: nowrap;
      }
      @supports (position-area: top) {
        .panel {
          inset: auto;
          position-anchor: --refused;
          position-area: top span-left;
          margin: 0 0 8px;
        }
      }
      @container (max-width: 700px) {
        :host {
          padding: 4px 10px;
        }
        h2,
        .between {
          display: none;
        }
      }
      .panel {
        inline-size: min(420px, 92vw);
        max-height: 60vh;
        overflow: auto;
        padding: 12px 16px;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
      }
      #refused-button {
        anchor-name: --refused;
      }
      .panel li {
        display: grid;
        grid-template-columns: 20px 1fr;
        gap: 0 8px;
        padding: 6px 0;
      }
      .panel p {
        grid-column: 2;
        color: var(--ink-2);
      }
    `,
  ]

  protected override updated(changes: PropertyValues<this>): void {
    const former = changes.get('moment')
    if (former === undefined || former?.rest === this.moment?.rest) return
    this.renderRoot.querySelector('.scroller')?.scrollTo({ left: 0, behavior: 'instant' })
  }

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const { rest } = moment
    if (rest === undefined) return this.#between(moment)
    const next = JSON.stringify(rest.next)
    const isNext = ({ event }: Choice): boolean => JSON.stringify(event) === next
    const allowed = rest.choices
      .filter((choice) => choice.allowed)
      .toSorted((a, b) => Number(isNext(b)) - Number(isNext(a)))
    const refused = rest.choices.filter((choice) => !choice.allowed)
    const forks = moment.cursor < moment.run.trace.messages.length
    return html`<h2>${forks ? 'What if, from here' : 'What now?'}</h2>
      <div class="scroller" tabindex="-1">
        ${allowed.map((choice) => this.#button(choice, isNext(choice)))}
        ${allowed.length === 0 ? html`<span class="quiet">Nothing more can be done here.</span>` : ''}
      </div>
      ${refused.length === 0 ? nothing : this.#refused(refused)}`
  }

  #between({ cursor, run }: Moment) {
    const after = run.rests.find((rest) => rest.after > cursor)?.after
    return html`<h2>What now?</h2>
      <div class="scroller">
        <span class="quiet between">In the middle of an exchange.</span>
        ${
          after === undefined
            ? nothing
            : html`<button
                type="button"
                class="choice"
                @click=${() => emit(this, 'lab-seek', after)}
              >
                ${icon('forward')}Go to the next decision, after message ${after}
              </button>`
        }
      </div>`
  }

  #button({ event }: Choice, isNext: boolean) {
    const actor = actorOf(event)
    return html`<button
      type="button"
      class="choice ${actor} ${isNext ? 'is-next' : ''}"
      ?disabled=${this.waiting}
      @click=${() => emit(this, 'lab-send', event)}
    >
      ${actorIcon(actor)}${eventWords(event)}
      ${isNext ? html`<span class="tag">next</span>` : nothing}
    </button>`
  }

  #refused(refused: readonly Choice[]) {
    return html`<div class="refused">
      <button type="button" id="refused-button" popovertarget="refused">
        Not now (${refused.length})
      </button>
      <div id="refused" class="panel" popover>
        <h3 class="label">Not possible at this point</h3>
        <ul>
          ${refused.map(
            ({ event, because }) =>
              html`<li>
                ${actorIcon(actorOf(event))}<span>${eventWords(event)}</span>
                <p>${because}</p>
              </li>`,
          )}
        </ul>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-choices': LabChoices
  }
}
