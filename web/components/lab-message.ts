import { html, LitElement, nothing } from 'lit'
import type { Message } from '../../scenarios/vocabulary.ts'
import { inspect, type Inspection, type Parameter } from '../../scenarios/view/inspection.ts'
import { claimRows, decodeToken } from '../../scenarios/view/token.ts'
import { emit } from '../events.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { inspectorStyles } from './inspector.styles.ts'
import { chip } from './lab-chip.ts'

const sources: Readonly<Record<Parameter['source'], string>> = {
  query: 'Query parameters',
  location: 'Parameters of the Location',
  form: 'Form fields',
  json: 'JSON',
}

const size = (text: string): string => {
  const bytes = new TextEncoder().encode(text).length
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`
}

/** The first line; a query is told as parameters below and as it was at the very end. */
const withoutQuery = ({ line }: Inspection): string => line.replace(/\?\S*/, '?…')

/**
 * One message laid out: first line, parameters by where they stand, decoded JWTs, headers, body and
 * the whole as sent.
 *
 * @fires lab-seek - to the other half of the exchange
 */
export class LabMessage extends LitElement {
  static override properties = { moment: { attribute: false } }
  declare moment: Moment | null

  constructor() {
    super()
    this.moment = null
  }

  static override styles = [base, inspectorStyles]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const { message } = moment
    if (message === null) return html`<lab-legend></lab-legend>`
    const inspection = inspect(message)
    if (inspection === null) return this.#withoutWire(message, moment)
    return html`
      <section>
        <code class="line">${withoutQuery(inspection)}</code>
        <p class="quiet">${inspection.host} ${this.#otherHalf(message, moment)}</p>
      </section>
      ${(['query', 'location', 'form', 'json'] as const).map((source) =>
        this.#parameters(
          source,
          inspection.parameters.filter((parameter) => parameter.source === source),
          moment,
        ),
      )}
      ${this.#tokens(moment)} ${this.#headers(inspection, moment)} ${this.#body(inspection, moment)}
    `
  }

  #text(text: string, moment: Moment) {
    return html`<lab-text .text=${text} .moment=${moment}></lab-text>`
  }

  #withoutWire(message: Message, moment: Moment) {
    return html`<section>
      <p>
        ${
          message.provenance === 'simulated'
            ? 'The simulator did this; no message crossed a wire.'
            : `${message.from} did this by itself; no message crossed a wire.`
        }
        What it changed is under State and Cookies.
      </p>
      ${this.#otherHalf(message, moment)}
    </section>`
  }

  #otherHalf(message: Message, { run }: Moment) {
    const other = run.trace.messages.find(
      ({ n, exchange, kind }) =>
        exchange !== null && exchange === message.exchange && n !== message.n && kind !== 'self',
    )
    if (other === undefined || message.kind === 'self') return nothing
    const words = message.kind === 'request' ? 'Answered by' : 'Answers'
    return html`<button type="button" class="go" @click=${() => emit(this, 'lab-seek', other.n)}>
      ${words} message ${other.n}
    </button>`
  }

  #parameters(source: Parameter['source'], parameters: readonly Parameter[], moment: Moment) {
    if (parameters.length === 0) return nothing
    return html`<section>
      <h3>${sources[source]}</h3>
      <dl class="rows">
        ${parameters.map(
          ({ name, value }) =>
            html`<dt>${name}</dt>
              <dd>${this.#text(value, moment)}</dd>`,
        )}
      </dl>
    </section>`
  }

  #tokens(moment: Moment) {
    const carried = moment.secrets.filter(
      ({ kind, carriedBy }) => kind === 'jwt' && carriedBy.includes(moment.cursor),
    )
    return carried.map((secret) => {
      const token = decodeToken(secret.value)
      if (token === null) return nothing
      return html`<section>
        <h3>${chip(secret, moment)} decoded</h3>
        <h4>Header</h4>
        ${this.#claims(token.header, moment)}
        <h4>Claims</h4>
        ${this.#claims(token.claims, moment)}
        <p class="quiet">
          Signature: ${token.signature.length} characters. Decoded only; checking it is the
          application's work.
        </p>
      </section>`
    })
  }

  #claims(values: Parameters<typeof claimRows>[0], moment: Moment) {
    return html`<dl class="rows">
      ${claimRows(values).map(
        ({ name, value }) =>
          html`<dt>${name}</dt>
            <dd>${this.#text(value, moment)}</dd>`,
      )}
    </dl>`
  }

  #headers({ headers }: Inspection, moment: Moment) {
    return html`<section>
      <h3>Headers</h3>
      ${headers.length === 0 ? html`<p class="empty">None.</p>` : nothing}
      <dl class="rows">
        ${headers.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${this.#text(value, moment)}</dd>`,
        )}
      </dl>
    </section>`
  }

  #body({ body, bodyKind, raw }: Inspection, moment: Moment) {
    return html`<section>
      <h3>Body</h3>
      ${
        bodyKind === 'none'
          ? html`<p class="empty">None.</p>`
          : html`<details>
              <summary>
                ${bodyKind === 'text' ? 'Text' : bodyKind.toUpperCase()}, ${size(body)}
              </summary>
              <pre tabindex="0" role="region" aria-label="Body">${this.#text(body, moment)}</pre>
            </details>`
      }
      <details>
        <summary>The whole message as sent</summary>
        <pre tabindex="0" role="region" aria-label="Message as sent">
${this.#text(raw, moment)}</pre>
      </details>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-message': LabMessage
  }
}
