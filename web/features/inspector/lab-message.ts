import { LitElement, html, nothing } from 'lit'
import { inspect, type Inspection } from '../../../scenarios/projections/inspection.ts'
import { expiryOf } from '../../../scenarios/projections/lifetime-of.ts'
import type { Secret } from '../../../scenarios/projections/secrets.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { HeaderList } from '../../../scenarios/model/wire.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { explainer } from '../../i18n/explainer.ts'
import { speaker } from '../../i18n/speaker.ts'
import type { Frame } from '../../player/frame.ts'
import { deferred } from '../../ui/deferred.ts'
import { remember, remembered } from '../../ui/remember.ts'
import { base } from '../../ui/styles/base.ts'
import { chip, fateWords } from '../secrets/lab-chip.ts'
import { inspectorStyles } from './inspector.styles.ts'
import { ending } from './instant.ts'
import { otherHalf } from './other-half.ts'
import { parametersOf } from './parameters.ts'
import { once, row, rows, wireText, type Content, type RowContext } from './rows.ts'
import { termStyles } from './term.styles.ts'
import { gist } from './term.ts'

const life = (secret: Secret, { frame, words }: RowContext): Content => {
  const fate = frame.fates.get(secret.name) ?? 'alive'
  const end = expiryOf(secret, frame.cursor)
  if ((fate === 'alive' || fate === 'expired') && end !== null) return ending(end, frame.now, words)
  return fate === 'alive'
    ? html`<span class="instant">${words.ui.token.noExpiry}</span>`
    : html`<span class="instant is-over">${fateWords(fate, words)}</span>`
}

/** Values of the message that are only names for what somebody else remembers, and their lives. */
const opaqueOf = (setting: RowContext): Content => {
  const { frame, words } = setting
  const { opaque, opaqueTitle } = words.ui.token
  const carried = frame.secrets.filter(
    ({ kind, carriedBy }) => opaque[kind] !== undefined && carriedBy.includes(frame.cursor),
  )
  if (carried.length === 0) return nothing
  return html`<section>
    <h3>${opaqueTitle}</h3>
    <ul class="opaque">
      ${carried.map(
        (secret) =>
          html`<li>
            ${chip(secret, frame)} ${life(secret, setting)}
            <span class="means">${opaque[secret.kind]}</span>
          </li>`,
      )}
    </ul>
  </section>`
}

const cut = (pair: string): readonly [name: string, value: string] => {
  const equals = pair.indexOf('=')
  return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
}

/** The cookies of a Cookie header, or the cookie of a Set-Cookie with its attributes. */
const cookiesIn = (header: string, value: string, setting: RowContext): Content => {
  const [first = '', ...rest] = value.split(/; ?/)
  const cookie = (pair: string): Content => row('cookie', ...cut(pair), setting)
  return rows(
    header === 'cookie'
      ? [first, ...rest].map(cookie)
      : [cookie(first), ...rest.map((attribute) => row('attribute', ...cut(attribute), setting))],
  )
}

/** Every header field, explained; cookies and their attributes one by one. */
const headersOf = (headers: HeaderList, setting: RowContext): Content => {
  const { message } = setting.words.ui
  const field = ([name, value]: HeaderList[number]): Content =>
    name === 'cookie' || name === 'set-cookie'
      ? row('header', name, '', setting, cookiesIn(name, value, setting))
      : row('header', name, value, setting)
  return html`<section>
    <h3>${message.headers}</h3>
    ${headers.length === 0 ? html`<p class="empty">${message.none}</p>` : rows(headers.map(field))}
  </section>`
}

const size = (text: string, { ui: { message } }: Words): string => {
  const bytes = new TextEncoder().encode(text).length
  return bytes < 1000 ? message.bytes(bytes) : message.kilobytes((bytes / 1000).toFixed(1))
}

/** The body, folded: what matters in a form or in JSON is told name by name above. */
const bodyOf = ({ body, bodyKind }: Inspection, frame: Frame, words: Words): Content => {
  const { message } = words.ui
  return html`<section>
    <h3>${message.body}</h3>
    ${
      bodyKind === 'none'
        ? html`<p class="empty">${message.none}</p>`
        : html`<details>
            <summary>${message.bodies[bodyKind]}, ${size(body, words)}</summary>
            <pre tabindex="0" role="region" aria-label=${message.body}>
${wireText(body, frame)}</pre>
          </details>`
    }
  </section>`
}

/** The first line; a query is told as parameters below, and as it was in the raw layer. */
const withoutQuery = ({ line }: Inspection): string => line.replace(/\?\S*/, '?…')

const storedAs = 'login-lab.explains'

/**
 * One message, every known name explained where it stands: first line, parameters, decoded JWTs and
 * opaque values, headers and cookies, body.
 *
 * @fires lab-seek - to the other half of the exchange
 */
export class LabMessage extends LitElement {
  static override properties = { frame: { attribute: false }, explains: { state: true } }
  declare frame: Frame | null
  declare explains: boolean

  readonly #speaker = speaker(this)
  readonly #explainer = explainer(this, this.#speaker)

  constructor() {
    super()
    this.frame = null
    this.explains = remembered(storedAs) !== 'no'
  }

  static override styles = [base, inspectorStyles, termStyles]

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { message } = frame
    if (message === null) return html`<lab-legend></lab-legend>`
    const inspection = inspect(message)
    const setting = {
      frame,
      words: this.#speaker.words,
      explain: this.explains ? this.#explainer.explain : () => null,
    }
    if (inspection === null) return this.#withoutWire(message, setting)
    const sparing = { ...setting, explain: once(setting.explain) }
    return html`
      ${this.#start(message, inspection, setting)} ${parametersOf(inspection.parameters, sparing)}
      ${deferred(() => [
        this.#tokens(setting),
        opaqueOf(setting),
        headersOf(inspection.headers, sparing),
        bodyOf(inspection, frame, setting.words),
      ])}
    `
  }

  #start(message: Message, inspection: Inspection, setting: RowContext) {
    const { frame, words, explain } = setting
    const { status, url } = message.http ?? { status: null, url: '' }
    const term =
      status === null
        ? explain('path', URL.parse(url)?.pathname ?? '')
        : explain('status', String(status))
    return html`<section>
      <code class="line">${withoutQuery(inspection)}</code>
      ${gist(term, words)}
      <div class="bar">
        <span class="quiet">${inspection.host} ${otherHalf(this, message, frame, words)}</span>
        <label>
          <input type="checkbox" .checked=${this.explains} @change=${this.#switch} />
          ${words.ui.message.explainNames}
        </label>
      </div>
    </section>`
  }

  #withoutWire(message: Message, { frame, words }: RowContext) {
    const { simulated, byItself, changes } = words.ui.message
    return html`<section>
      <p>${message.provenance === 'simulated' ? simulated : byItself(message.from)} ${changes}</p>
      ${otherHalf(this, message, frame, words)}
    </section>`
  }

  #tokens(setting: RowContext): Content[] {
    const { secrets, cursor } = setting.frame
    return secrets
      .filter(({ kind, carriedBy }) => kind === 'jwt' && carriedBy.includes(cursor))
      .map(
        (secret, index) =>
          html`<lab-token
            .secret=${secret}
            .setting=${setting}
            ?opened=${index === 0}
          ></lab-token>`,
      )
  }

  readonly #switch = (event: Event): void => {
    this.explains = event.target instanceof HTMLInputElement && event.target.checked
    remember(storedAs, this.explains ? 'yes' : 'no')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-message': LabMessage
  }
}
