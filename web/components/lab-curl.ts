import { html, LitElement, nothing } from 'lit'
import { curlOf } from '../../scenarios/projections/curl.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { speaker } from '../words/speaker.ts'
import { partnerOf } from './inspector/other-half.ts'
import { wireStyles } from './inspector/wire.styles.ts'
import { inspectorStyles } from './inspector.styles.ts'

/** The request of the exchange at the cursor. */
const requestAt = ({ message, run }: Moment): Message | null => {
  if (message === null || message.kind === 'request') return message
  return partnerOf(message, run.trace.messages)
}

/** The request at the cursor, or the one that is answered, as a command to try by oneself. */
export class LabCurl extends LitElement {
  static override properties = { moment: { attribute: false } }
  declare moment: Moment | null

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.moment = null
  }

  static override styles = [base, inspectorStyles, wireStyles]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const { raw } = this.#speaker.words.ui
    const request = requestAt(moment)
    const command = request === null ? null : curlOf(request)
    if (request === null || command === null)
      return html`<section class="empty">${raw.curlNothing}</section>`
    return html`<section>
      <div class="head">
        <h3>${raw.curlTitle}</h3>
        <lab-copy .text=${command}></lab-copy>
      </div>
      ${request.n === moment.cursor ? nothing : html`<p>${raw.curlOf(request.n)}</p>`}
      <pre class="wire" tabindex="0" role="region" aria-label=${raw.curlRegion}>${command}</pre>
      ${this.#hints(request, command, moment).map((hint) => html`<p class="hint">${hint}</p>`)}
    </section>`
  }

  #hints({ n }: Message, command: string, moment: Moment): readonly string[] {
    const { raw } = this.#speaker.words.ui
    const dead = moment.secrets.filter(
      ({ name, carriedBy }) =>
        carriedBy.includes(n) && !['alive', 'unborn'].includes(moment.fates.get(name) ?? 'alive'),
    )
    return [
      ...(moment.run.trace.fusionauth.kind === 'stand-in' ? [raw.standIn] : []),
      ...(command.includes('<your ') ? [raw.placeholders] : []),
      ...(dead.length === 0 ? [] : [raw.spent(dead.map(({ name }) => name).join(', '))]),
    ]
  }

  protected override updated(): void {
    const copy = this.renderRoot.querySelector('lab-copy')
    if (copy !== null) copy.source = this.renderRoot.querySelector('pre')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-curl': LabCurl
  }
}
