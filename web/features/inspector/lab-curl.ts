import { html, LitElement, nothing } from 'lit'
import { curlOf } from '../../../scenarios/projections/curl.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { partnerOf } from './other-half.ts'
import { wireStyles } from './wire.styles.ts'
import { inspectorStyles } from './inspector.styles.ts'

/** The request of the exchange at the cursor. */
const requestAt = ({ message, run }: Frame): Message | null => {
  if (message === null || message.kind === 'request') return message
  return partnerOf(message, run.trace.messages)
}

/** The request at the cursor, or the one that is answered, as a command to try by oneself. */
export class LabCurl extends LitElement {
  static override properties = { frame: { attribute: false } }
  declare frame: Frame | null

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.frame = null
  }

  static override styles = [base, inspectorStyles, wireStyles]

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { raw } = this.#speaker.words.ui
    const request = requestAt(frame)
    const command = request === null ? null : curlOf(request)
    if (request === null || command === null)
      return html`<section class="empty">${raw.curlNothing}</section>`
    return html`<section>
      <div class="head">
        <h3>${raw.curlTitle}</h3>
        <lab-copy .text=${command}></lab-copy>
      </div>
      ${request.n === frame.cursor ? nothing : html`<p>${raw.curlOf(request.n)}</p>`}
      <pre class="wire" tabindex="0" role="region" aria-label=${raw.curlRegion}>${command}</pre>
      ${this.#hints(request, command, frame).map((hint) => html`<p class="hint">${hint}</p>`)}
    </section>`
  }

  #hints({ n }: Message, command: string, frame: Frame): readonly string[] {
    const { raw } = this.#speaker.words.ui
    const dead = frame.secrets.filter(
      ({ name, carriedBy }) =>
        carriedBy.includes(n) && !['alive', 'unborn'].includes(frame.fates.get(name) ?? 'alive'),
    )
    return [
      ...(frame.run.trace.fusionauth.kind === 'stand-in' ? [raw.standIn] : []),
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
