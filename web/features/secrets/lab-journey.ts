import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import type { JourneySpan, Journey } from '../../../scenarios/projections/journey.ts'
import type { Participant } from '../../../scenarios/model/participant.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import { nameOf } from '../../i18n/name-of.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon, participantIcon } from '../../ui/icons.ts'
import { chip } from './lab-chip.ts'

/**
 * The whole life of the secret that is being followed: where it was born, who saw it, who holds it
 * from when to when, and how it died. Every message named is a way to it.
 *
 * @fires lab-seek - a message of that life
 * @fires lab-follow - null when following ends
 */
export class LabJourney extends LitElement {
  static override properties = { frame: { attribute: false } }
  declare frame: Frame | null

  constructor() {
    super()
    this.frame = null
  }

  static override styles = [
    base,
    css`
      section {
        display: grid;
        gap: 6px;
        max-block-size: 42cqb;
        overflow: auto;
        padding: 8px 16px 12px 20px;
        border-block-end: 1px solid var(--line);
        background: var(--ground);
        font-size: var(--text-s);
      }
      header {
        display: flex;
        align-items: center;
        gap: 10px;
      }
      .close {
        margin-inline-start: auto;
        inline-size: 28px;
        border-radius: 6px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 14px;
        align-items: baseline;
      }
      dt {
        color: var(--ink-3);
        font-size: var(--text-xs);
        font-weight: 600;
      }
      dd {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        align-items: baseline;
      }
      .who {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        vertical-align: middle;
        white-space: nowrap;
        font-weight: 600;
      }
      .Hacker {
        color: var(--attack);
      }
      .over {
        color: var(--ink-3);
        text-decoration: line-through;
      }
      .n {
        vertical-align: middle;
        min-inline-size: 24px;
        min-block-size: 24px;
        padding: 0 5px;
        border-radius: 5px;
        font-variant-numeric: tabular-nums;
        font-weight: 600;
        color: var(--now);
      }
      .n:hover,
      .n[aria-current] {
        background: var(--now-wash);
      }
      .carried {
        gap: 0;
      }
      .theft {
        display: flex;
        gap: 8px;
        align-items: center;
        padding: 5px 10px;
        border-radius: 6px;
        background: var(--attack-wash);
        color: var(--attack);
        font-weight: 600;
      }
    `,
  ]

  readonly #speaker = speaker(this)

  override render() {
    const { frame } = this
    const journey = frame?.journeys.get(frame.followed?.name ?? '')
    if (frame === null || journey === undefined) return nothing
    const { secret, seenBy } = journey
    const { chip: chipWords, journey: say } = this.#speaker.words.ui
    const isStolen = frame.hands.get(secret.name)?.stolen === true
    return html`<section aria-label=${say.title}>
      <header>
        ${chip(secret, frame)}
        <span>${chipWords.is(secret.kind, frame.fates.get(secret.name) ?? 'alive')}</span>
        <button
          type="button"
          class="close"
          aria-label=${say.stop}
          title=${say.stopKey}
          @click=${() => emit(this, 'lab-follow', null)}
        >
          ${icon('cross')}
        </button>
      </header>
      ${isStolen ? html`<p class="theft">${icon('hacker')}${say.copied}</p>` : nothing}
      <dl>
        <dt>${say.born}</dt>
        <dd>${this.#message(secret.bornAt, frame)}</dd>
        <dt>${say.seen}</dt>
        <dd>
          ${seenBy.map(({ who, n }) => html`<span>${this.#who(who)} ${this.#message(n, frame)}</span>`)}
        </dd>
        <dt>${say.held}</dt>
        <dd>${this.#spans(journey, frame)}</dd>
        <dt>${say.carried}</dt>
        <dd class="carried">${secret.carriedBy.map((n) => this.#message(n, frame))}</dd>
        <dt>${say.died}</dt>
        <dd>${this.#death(journey, frame)}</dd>
      </dl>
    </section>`
  }

  #who(who: Participant): TemplateResult {
    return html`<span class="who ${who}"
      >${participantIcon(who)}${nameOf(who, this.#speaker.words)}</span
    >`
  }

  #spans({ spans }: Journey, frame: Frame) {
    const { journey: say } = this.#speaker.words.ui
    if (spans.length === 0) return say.noOne
    return spans.map((span) => {
      const isOver = span.until !== null && span.until <= frame.cursor
      return html`<span class=${isOver ? 'over' : ''}
        >${this.#who(span.holder)} ${this.#stretch(span, frame)}</span
      >`
    })
  }

  #stretch({ from, until }: JourneySpan, frame: Frame): TemplateResult {
    const words = this.#speaker.words.ui.journey.stretch(from, until)
    return html`<span class="unseen">${words}</span>${this.#message(from, frame)}–${
        until === null ? nothing : this.#message(until, frame)
      }`
  }

  #death({ death }: Journey, frame: Frame) {
    const { chip: chipWords, journey: say } = this.#speaker.words.ui
    if (death === null) return say.lives
    return html`${this.#message(death.n, frame)} ${chipWords.fates[death.fate]}`
  }

  #message(n: number, { cursor }: Frame): TemplateResult {
    return html`<button
      type="button"
      class="n"
      aria-label=${this.#speaker.words.ui.journey.message(n)}
      aria-current=${n === cursor ? 'step' : nothing}
      @click=${() => emit(this, 'lab-seek', n)}
    >
      ${n}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-journey': LabJourney
  }
}
