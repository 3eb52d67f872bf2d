import { LitElement, html, nothing } from 'lit'
import type { TermKind } from '../../../scenarios/glossary/term.ts'
import type { Secret } from '../../../scenarios/projections/secrets.ts'
import {
  checkSignature,
  keysSeen,
  type Signature,
} from '../../../scenarios/projections/signature.ts'
import { claimRows } from '../../../scenarios/projections/token.ts'
import { decodeToken, type DecodedToken } from '../../../scenarios/model/jwt.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { icon } from '../../ui/icons.ts'
import { base } from '../../ui/styles/base.ts'
import { chip } from '../secrets/lab-chip.ts'
import { inspectorStyles } from './inspector.styles.ts'
import { clockTime, distance, ending } from './instant.ts'
import { row, rows, type Content, type RowContext } from './rows.ts'
import { termStyles } from './term.styles.ts'

/** What was found out about a signature, in a sentence; null while it is being checked. */
const signatureWords = (signature: Signature | null, { ui: { token } }: Words): string => {
  if (signature === null) return token.checking
  switch (signature.kind) {
    case 'valid':
      return token.valid(signature.kid, signature.n)
    case 'invalid':
      return token.invalid(signature.kid, signature.n)
    case 'unknown-key':
      return token.unknownKey(signature.kid, signature.n)
    case 'no-keys':
      return token.noKeys
    case 'unsigned':
      return token.unsigned
    case 'unavailable':
      return token.unavailable
    case 'shared-secret':
      return token.sharedSecret(signature.alg)
    case 'unsupported':
      return token.unsupported(signature.alg)
  }
}

/** A JWT taken apart: header and claims explained, its end on the protocol clock, its signature. */
export class LabToken extends LitElement {
  static override properties = {
    secret: { attribute: false },
    setting: { attribute: false },
    opened: { type: Boolean },
    signature: { state: true },
  }
  declare secret: Secret | null
  declare setting: RowContext | null
  /** Header and claims are shown from the beginning. */
  declare opened: boolean
  declare signature: Signature | null
  #checked = ''

  constructor() {
    super()
    this.secret = null
    this.setting = null
    this.opened = false
    this.signature = null
  }

  static override styles = [base, inspectorStyles, termStyles]

  protected override willUpdate(): void {
    const { secret, setting } = this
    if (secret === null || setting === null) return
    const { frame } = setting
    const seen = keysSeen(frame.run.trace.messages, frame.cursor)
    const question = `${secret.value} ${seen?.n ?? ''}`
    if (question === this.#checked) return
    this.#checked = question
    this.signature = null
    void checkSignature(secret.value, seen).then((signature) => {
      if (question === this.#checked) this.signature = signature
    })
  }

  override render() {
    const { secret, setting } = this
    const token = secret === null ? null : decodeToken(secret.value)
    if (secret === null || setting === null || token === null) return nothing
    const { frame, words } = setting
    const { exp } = token.claims
    return html`<section>
      <h3>
        ${chip(secret, frame)} ${words.ui.token.decoded}
        ${typeof exp === 'number' ? ending(exp * 1000, frame.now, words) : nothing}
      </h3>
      ${this.#verdict(setting)}
      <details ?open=${this.opened} @toggle=${this.#toggled}>
        <summary>${words.ui.token.contents}</summary>
        ${
          this.opened
            ? [this.#part('token-header', token, setting), this.#part('claim', token, setting)]
            : nothing
        }
      </details>
    </section>`
  }

  #verdict({ words }: RowContext): Content {
    const { signature } = this
    const kind = signature?.kind ?? 'checking'
    const look = kind === 'valid' ? 'yes' : kind === 'invalid' || kind === 'unsigned' ? 'no' : ''
    const sign = look === 'yes' ? icon('check') : look === 'no' ? icon('barred') : nothing
    return html`<p class="signature ${look}">
      ${sign}<span><b>${words.ui.token.signature}.</b> ${signatureWords(signature, words)}</span>
    </p>`
  }

  readonly #toggled = (event: Event): void => {
    this.opened = event.target instanceof HTMLDetailsElement && event.target.open
  }

  #part(kind: TermKind, { header, claims }: DecodedToken, setting: RowContext): Content {
    const { frame, words } = setting
    const isHeader = kind === 'token-header'
    const lines = claimRows(isHeader ? header : claims).map(({ name, value, instant }) => {
      if (instant === null) return row(kind, name, value, setting)
      const from =
        name === 'exp' ? ending(instant, frame.now, words) : distance(instant, frame.now, words)
      const more = html`<span class="instant">${clockTime(instant)}, </span>${from}`
      return row(kind, name, value, setting, more)
    })
    return html`<h4>${isHeader ? words.ui.token.header : words.ui.token.claims}</h4>
      ${rows(lines)}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-token': LabToken
  }
}
