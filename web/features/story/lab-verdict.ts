import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import type { AttackVerdict } from '../../../scenarios/projections/attack-verdict.ts'
import type { RunVerdict } from '../../../scenarios/projections/verdict.ts'
import { emit } from '../events.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'

/**
 * What came of a theft or an attack and why, with the messages that show it.
 *
 * @fires lab-defend - what stops the attack is asked
 * @fires lab-seek - a message that shows it was chosen
 */
export class LabVerdict extends LitElement {
  static override properties = { verdict: { attribute: false }, attack: { attribute: false } }
  /** null where nothing was decided; then nothing is shown. */
  declare verdict: RunVerdict | null

  /** What came of an attack; null where nothing was decided. */
  declare attack: AttackVerdict | null

  constructor() {
    super()
    this.verdict = null
    this.attack = null
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 4px 12px;
        margin-block-start: 12px;
        padding: 12px 14px;
        border: 1px solid var(--attack);
        border-inline-start-width: 4px;
        border-radius: 8px;
        background: var(--attack-wash);
      }
      section.safe {
        border-color: var(--sso);
        background: var(--sso-wash);
      }
      svg {
        inline-size: 1.625rem;
        block-size: 1.625rem;
        color: var(--attack);
      }
      .safe svg {
        color: var(--sso);
      }
      p {
        max-inline-size: 62ch;
        font-size: 1.0625rem;
        font-weight: 600;
        line-height: 1.42;
        text-wrap: pretty;
      }
      @container (width > 63rem) and (width <= 70rem) {
        section {
          padding: 8px 12px;
        }
        p {
          font-size: 0.9375rem;
        }
      }
      div {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 10px;
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      button {
        color: var(--now);
        text-decoration: underline;
        text-underline-offset: 2px;
      }
    `,
  ]

  readonly #speaker = speaker(this)

  override render() {
    const { verdict: given, attack } = this
    const { verdict } = this.#speaker.words.ui
    if (given !== null) return this.#told(given.sees, verdict.sentence(given), given.evidence)
    if (attack === null) return nothing
    return this.#told(
      attack.won,
      verdict.attack(attack.won),
      attack.evidence,
      html`<button type="button" @click=${() => emit(this, 'lab-defend', null)}>
        ${verdict.whatStops(attack.won)}
      </button>`,
    )
  }

  #told(
    succeeds: boolean,
    sentence: string,
    evidence: readonly number[],
    more: TemplateResult | typeof nothing = nothing,
  ) {
    const { verdict } = this.#speaker.words.ui
    return html`<section class=${succeeds ? '' : 'safe'}>
      ${icon(succeeds ? 'hacker' : 'barred')}
      <p>${sentence}</p>
      <div>
        ${verdict.evidence}
        ${evidence.map(
          (n) =>
            html`<button type="button" @click=${() => emit(this, 'lab-seek', n)}>
              ${verdict.message(n)}
            </button>`,
        )}
        ${more}
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-verdict': LabVerdict
  }
}
