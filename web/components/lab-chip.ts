import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Fate, Secret, SecretKind } from '../../scenarios/view/secrets.ts'
import { emit } from '../events.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'

const kinds: Readonly<Record<SecretKind, string>> = {
  'session-id': 'session id',
  'refresh-token': 'refresh token',
  jwt: 'JWT',
  code: 'authorization code',
  'sso-session': 'single sign-on session',
  state: 'state',
  verifier: 'PKCE code verifier',
  password: 'password',
  'client-secret': 'client secret',
}

/** A kind of secret in words. */
export const kindWords = (kind: SecretKind): string => kinds[kind]

const fates: Readonly<Record<Fate, string>> = {
  unborn: 'not there yet',
  alive: 'valid',
  used: 'used up',
  expired: 'expired',
  ended: 'no longer valid',
}

/** What became of a secret, in words. */
export const fateWords = (fate: Fate): string => fates[fate]

/**
 * A secret as one thing: the same chip on an arrow, in a jar, in a server's memory. Struck through
 * once it is of no more use. Pressing it follows the secret through the run.
 *
 * @fires lab-follow - the name of the secret, or null when it was followed already
 */
export class LabChip extends LitElement {
  static override properties = {
    secret: { attribute: false },
    fate: { attribute: false },
    followed: { attribute: false },
    decorative: { type: Boolean },
  }
  declare secret: Secret | null
  declare fate: Fate
  /** Name of the secret that is being followed; null when none is. */
  declare followed: string | null
  /** On the picture: for the pointer only, said elsewhere for everybody. */
  declare decorative: boolean

  constructor() {
    super()
    this.secret = null
    this.fate = 'alive'
    this.followed = null
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
      .dimmed:not(:hover, :focus-visible) {
        opacity: 0.42;
      }
      [aria-pressed='true'] {
        box-shadow: 0 0 0 2px light-dark(oklch(52% 0.15 var(--hue)), oklch(78% 0.12 var(--hue)));
      }
    `,
  ]

  override render() {
    const { secret, fate, followed } = this
    if (secret === null) return nothing
    const pressed = followed === secret.name
    const classes = [
      fate === 'alive' || fate === 'unborn' ? '' : 'dead',
      followed !== null && !pressed ? 'dimmed' : '',
    ].join(' ')
    const words = `${kindWords(secret.kind)}, ${fateWords(fate)}`
    return html`<button
      type="button"
      class=${classes}
      style="--hue:var(--hue-${secret.kind})"
      aria-pressed=${pressed ? 'true' : 'false'}
      tabindex=${this.decorative ? -1 : 0}
      title="${secret.name}: ${words}. Follow it through the run."
      @click=${(event: Event) => {
        event.stopPropagation()
        emit(this, 'lab-follow', pressed ? null : secret.name)
      }}
    >
      ${secret.name}<span class="unseen">, ${words}</span>
    </button>`
  }
}

/** A secret's chip as it is at a moment. */
export const chip = (secret: Secret, moment: Moment, decorative = false): TemplateResult =>
  html`<lab-chip
    .secret=${secret}
    .fate=${moment.fates.get(secret.name) ?? 'alive'}
    .followed=${moment.followed?.name ?? null}
    ?decorative=${decorative}
  ></lab-chip>`

/** Text with its secrets as chips. */
export const marked = (text: string, moment: Moment): readonly (string | TemplateResult)[] =>
  moment.mark(text).map((piece) => (typeof piece === 'string' ? piece : chip(piece, moment)))

declare global {
  interface HTMLElementTagNameMap {
    'lab-chip': LabChip
  }
}
