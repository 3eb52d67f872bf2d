import { html, LitElement, nothing } from 'lit'
import { inspect, type Inspection } from '../../scenarios/projections/inspection.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import type { Moment } from '../moment.ts'
import { afterwards } from '../patient.ts'
import { remember, remembered } from '../remember.ts'
import { base } from '../styles/base.ts'
import { explainer } from '../words/explainer.ts'
import { speaker } from '../words/speaker.ts'
import { bodyOf } from './inspector/body.ts'
import { headersOf } from './inspector/headers.ts'
import { opaqueOf } from './inspector/opaque.ts'
import { otherHalf } from './inspector/other-half.ts'
import { parametersOf } from './inspector/parameters.ts'
import { once, type Content, type Setting } from './inspector/rows.ts'
import { gist } from './inspector/term.ts'
import { termStyles } from './inspector/term.styles.ts'
import { inspectorStyles } from './inspector.styles.ts'

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
  static override properties = { moment: { attribute: false }, explains: { state: true } }
  declare moment: Moment | null
  declare explains: boolean

  readonly #speaker = speaker(this)
  readonly #explainer = explainer(this, this.#speaker)

  constructor() {
    super()
    this.moment = null
    this.explains = remembered(storedAs) !== 'no'
  }

  static override styles = [base, inspectorStyles, termStyles]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const { message } = moment
    if (message === null) return html`<lab-legend></lab-legend>`
    const inspection = inspect(message)
    const setting = {
      moment,
      words: this.#speaker.words,
      explain: this.explains ? this.#explainer.explain : () => null,
    }
    if (inspection === null) return this.#withoutWire(message, setting)
    const sparing = { ...setting, explain: once(setting.explain) }
    return html`
      ${this.#start(message, inspection, setting)} ${parametersOf(inspection.parameters, sparing)}
      ${afterwards(() => [
        this.#tokens(setting),
        opaqueOf(setting),
        headersOf(inspection.headers, sparing),
        bodyOf(inspection, moment, setting.words),
      ])}
    `
  }

  #start(message: Message, inspection: Inspection, setting: Setting) {
    const { moment, words, explain } = setting
    const { status, url } = message.http ?? { status: null, url: '' }
    const term =
      status === null
        ? explain('path', URL.parse(url)?.pathname ?? '')
        : explain('status', String(status))
    return html`<section>
      <code class="line">${withoutQuery(inspection)}</code>
      ${gist(term, words)}
      <div class="bar">
        <span class="quiet">${inspection.host} ${otherHalf(this, message, moment, words)}</span>
        <label>
          <input type="checkbox" .checked=${this.explains} @change=${this.#switch} />
          ${words.ui.message.explainNames}
        </label>
      </div>
    </section>`
  }

  #withoutWire(message: Message, { moment, words }: Setting) {
    const { simulated, byItself, changes } = words.ui.message
    return html`<section>
      <p>${message.provenance === 'simulated' ? simulated : byItself(message.from)} ${changes}</p>
      ${otherHalf(this, message, moment, words)}
    </section>`
  }

  #tokens(setting: Setting): Content[] {
    const { secrets, cursor } = setting.moment
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
