import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Message } from '../../../scenarios/model/trace.ts'
import { verdictAt } from '../../../scenarios/projections/verdict.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import { nameOf } from '../../i18n/name-of.ts'
import { speaker } from '../../i18n/speaker.ts'
import { toldLabel } from '../../i18n/told.ts'

/**
 * The whole run on paper: every message with its story, chapter by chapter, and what came of it.
 * Made when the page is printed, and only then.
 */
export class LabPrint extends LitElement {
  static override properties = {
    frame: { attribute: false },
    heading: {},
    printing: { state: true },
  }
  declare frame: Frame | null
  /** The workflow's title. */
  declare heading: string
  declare printing: boolean

  constructor() {
    super()
    this.frame = null
    this.heading = ''
    this.printing = false
  }

  static override styles = [
    base,
    css`
      :host {
        display: none;
      }
      @media print {
        :host {
          display: block;
          font: 10.5pt / 1.45 var(--sans);
        }
      }
      h1 {
        font-size: 18pt;
        margin-block-end: 4pt;
      }
      h2 {
        margin: 14pt 0 4pt;
        font-size: 12.5pt;
        break-after: avoid;
      }
      li {
        display: grid;
        grid-template-columns: 2.2em minmax(0, 1fr);
        gap: 0 8pt;
        padding: 3pt 0;
        break-inside: avoid;
      }
      .number {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .wire {
        color: var(--ink-2);
        font-size: 9pt;
      }
      .outcome {
        grid-column: 2;
        margin-block-start: 3pt;
        padding: 4pt 8pt;
        border: 1pt solid currentcolor;
        font-weight: 600;
      }
    `,
  ]

  readonly #speaker = speaker(this)

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('beforeprint', this.#before)
    addEventListener('afterprint', this.#after)
  }

  override disconnectedCallback(): void {
    removeEventListener('beforeprint', this.#before)
    removeEventListener('afterprint', this.#after)
    super.disconnectedCallback()
  }

  /** What nobody prints is not drawn at every step. */
  protected override shouldUpdate(changes: PropertyValues<this>): boolean {
    return this.printing || changes.has('printing')
  }

  override render() {
    const { frame } = this
    if (frame === null || !this.printing) return nothing
    const { words } = this.#speaker
    const { messages } = frame.run.trace
    return html`<h1>${this.heading}</h1>
      <p class="quiet">${words.ui.print.about(messages.length)}</p>
      ${frame.sequence.chapters.map(({ title, arrows }) => {
        const sent = arrows.flatMap(({ n }) => messages[n - 1] ?? [])
        if (sent.length === 0) return nothing
        return html`<h2>${words.say(title)}</h2>
          <ol>
            ${sent.map((message) => this.#message(message, frame))}
          </ol>`
      })}`
  }

  #message(message: Message, { run, secrets }: Frame) {
    const { words } = this.#speaker
    const { n, kind, from, to, label } = message
    const verdict = verdictAt(run.trace, secrets, n)
    return html`<li>
      <span class="number">${n}</span>
      <div>
        <div class="wire">
          ${kind === 'self' ? nameOf(from, words) : `${nameOf(from, words)} → ${nameOf(to, words)}`}
          ·
          <span class="mono">${toldLabel(label, words)}</span>
        </div>
        ${words.story(message, run.trace)}
      </div>
      ${verdict === null ? nothing : html`<p class="outcome">${words.ui.verdict.sentence(verdict)}</p>`}
    </li>`
  }

  /** At once: the browser takes what stands there when the listeners have run. */
  readonly #before = (): void => {
    this.printing = true
    this.performUpdate()
  }

  readonly #after = (): void => {
    this.printing = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-print': LabPrint
  }
}
