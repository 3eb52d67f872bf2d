import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Fate, Secret, SecretKind } from '../../../scenarios/projections/secrets.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { englishWords } from '../../i18n/languages.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'

/** A kind of secret in words; English when no language is given. */
export const kindWords = (kind: SecretKind, words: Words = englishWords): string =>
  words.ui.chip.kinds[kind]

/** What became of a secret, in words; English when no language is given. */
export const fateWords = (fate: Fate, words: Words = englishWords): string =>
  words.ui.chip.fates[fate]

/**
 * A secret as one thing: the same chip on an arrow, in a jar, in a server's memory, in the Hacker's
 * hand. Struck through once it is of no more use, masked once it is stolen. Pressing it follows the
 * secret through the run.
 *
 * @fires lab-follow - the name of the secret, or null when it was followed already
 */
export class LabChip extends LitElement {
  static override properties = {
    secret: { attribute: false },
    fate: { attribute: false },
    followed: { attribute: false },
    stolen: { type: Boolean },
    decorative: { type: Boolean },
  }
  declare secret: Secret | null
  declare fate: Fate
  /** Name of the secret that is being followed; null when none is. */
  declare followed: string | null
  /** It is in two hands: the Hacker has it, too. */
  declare stolen: boolean
  /** On the picture: for the pointer only, said elsewhere for everybody. */
  declare decorative: boolean

  constructor() {
    super()
    this.secret = null
    this.fate = 'alive'
    this.followed = null
    this.stolen = false
    this.decorative = false
  }

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        vertical-align: baseline;
        white-space: normal;
        line-height: 1.3;
      }
      button {
        min-height: 24px;
        padding: 1px 7px;
        border: 1px solid light-dark(oklch(76% 0.08 var(--hue)), oklch(48% 0.08 var(--hue)));
        border-radius: 5px;
        background: light-dark(oklch(95.5% 0.028 var(--hue)), oklch(27% 0.05 var(--hue)));
        color: light-dark(oklch(36% 0.12 var(--hue)), oklch(88% 0.09 var(--hue)));
        font: 600 0.75rem / 1.3 var(--mono);
        white-space: nowrap;
        transition: opacity 0.15s;
      }
      :host([decorative]) button {
        display: block;
        min-height: 20px;
        padding-block: 0;
      }
      .dead {
        text-decoration: line-through 2px;
        background: none;
        border-style: dashed;
      }
      .stolen {
        border-color: var(--attack);
        box-shadow: inset 0 -2px 0 var(--attack);
      }
      .stolen .icon {
        inline-size: 14px;
        block-size: 14px;
        margin: -3px 4px -2px 0;
        vertical-align: middle;
        color: var(--attack);
      }
      .dimmed:not(:hover, :focus-visible) {
        border-color: var(--line);
        background: none;
        color: var(--ink-3);
        font-weight: 400;
      }
      [aria-pressed='true'] {
        box-shadow: 0 0 0 2px light-dark(oklch(52% 0.15 var(--hue)), oklch(78% 0.12 var(--hue)));
      }
    `,
  ]

  readonly #speaker = speaker(this)

  override render() {
    const { secret, fate, followed, stolen } = this
    if (secret === null) return nothing
    const { chip: say } = this.#speaker.words.ui
    const pressed = followed === secret.name
    const classes = [
      fate === 'alive' || fate === 'unborn' ? '' : 'dead',
      followed !== null && !pressed ? 'dimmed' : '',
      stolen ? 'stolen' : '',
    ].join(' ')
    const words = `${say.is(secret.kind, fate)}${stolen ? `, ${say.stolen}` : ''}`
    return html`<button
      type="button"
      class=${classes}
      .style=${`--hue:var(--hue-${secret.kind})`}
      aria-pressed=${pressed ? 'true' : 'false'}
      tabindex=${this.decorative ? -1 : 0}
      aria-label="${secret.name}, ${words}"
      title="${secret.name}: ${words}. ${say.follow}"
      @click=${(event: Event) => {
        event.stopPropagation()
        emit(this, 'lab-follow', pressed ? null : secret.name)
      }}
    >
      ${stolen ? icon('hacker') : nothing}${secret.name}
    </button>`
  }
}

/** A secret's chip as it is at a moment. */
export const chip = (secret: Secret, frame: Frame, decorative = false): TemplateResult =>
  html`<lab-chip
    .secret=${secret}
    .fate=${frame.fates.get(secret.name) ?? 'alive'}
    .followed=${frame.followed?.name ?? null}
    .stolen=${frame.hands.get(secret.name)?.stolen ?? false}
    ?decorative=${decorative}
  ></lab-chip>`

/** Text with its secrets as chips. */
export const marked = (text: string, frame: Frame): readonly (string | TemplateResult)[] =>
  frame.mark(text).map((piece) => (typeof piece === 'string' ? piece : chip(piece, frame)))

declare global {
  interface HTMLElementTagNameMap {
    'lab-chip': LabChip
  }
}
