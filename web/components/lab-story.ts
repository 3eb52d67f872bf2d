import { css, html, LitElement, nothing } from 'lit'
import { errata } from '../../scenarios/catalogue/errata.ts'
import type { Inference } from '../../scenarios/catalogue/inferences.ts'
import type { PublishedArrow } from '../../scenarios/catalogue/published.ts'
import type { Difference, Message } from '../../scenarios/vocabulary.ts'
import { phaseTitle } from '../../scenarios/view/words.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { participantIcon } from './icons.ts'

/** What the message is, in a line: `POST /oauth2/token`, `200 OK · …`. */
const heading = ({ from, to, kind }: Message) =>
  kind === 'self'
    ? html`<span class="who">${participantIcon(from)}${from}</span>`
    : html`<span class="who">${participantIcon(from)}${from}</span> <span aria-hidden="true">→</span
        ><span class="unseen">to</span> <span class="who">${participantIcon(to)}${to}</span>`

/** The teacher's sentence about the message at the cursor; the largest text on the stage. */
export class LabStory extends LitElement {
  static override properties = {
    moment: { attribute: false },
    sentence: { attribute: false },
    published: { attribute: false },
    assumed: { attribute: false },
    differences: { attribute: false },
  }
  declare moment: Moment | null
  declare sentence: string
  /** The published arrow that it is; null when the diagram has none, undefined when unknown. */
  declare published: PublishedArrow | null | undefined
  /** What the stand-in assumes of FusionAuth at this message. */
  declare assumed: readonly Inference[]
  /** In what a real FusionAuth differs from the stand-in, in the whole run. */
  declare differences: readonly Difference[]

  constructor() {
    super()
    this.moment = null
    this.sentence = ''
    this.published = undefined
    this.assumed = []
    this.differences = []
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-bottom: 8px;
        font-size: var(--text-s);
        color: var(--ink-2);
      }
      .number {
        min-width: 24px;
        padding: 1px 7px;
        border-radius: 12px;
        background: var(--now);
        color: var(--on-now);
        font-weight: 700;
        font-size: var(--text-xs);
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      .who {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-weight: 600;
      }
      .phase {
        margin-inline-start: auto;
        color: var(--ink-3);
      }
      h2 {
        order: 1;
        flex: 1 1 100%;
        margin-top: 4px;
        font: 600 var(--text-m) / 1.4 var(--mono);
        color: var(--ink);
        overflow-wrap: anywhere;
      }
      h2.before {
        margin: 0;
        font: 600 var(--text-s) / 1.5 var(--sans);
        color: var(--ink-3);
      }
      .sentence {
        font-size: var(--text-l);
        line-height: 1.42;
        text-wrap: pretty;
        color: var(--ink);
        max-width: 62ch;
      }
      @container (min-width: 701px) and (max-width: 1120px) {
        header {
          padding-inline-end: 0;
          margin-bottom: 4px;
        }
        h2 {
          order: 0;
          flex: 0 1 auto;
          margin: 0 0 0 6px;
        }
        .sentence {
          font-size: 1.125rem;
          max-width: none;
        }
        .note {
          margin-top: 2px !important;
        }
      }
      @container (max-width: 700px) {
        .sentence {
          font-size: 1.125rem;
        }
      }
      .note {
        margin-top: 8px;
        font-size: var(--text-s);
        color: var(--ink-3);
      }
      .differs {
        border-color: var(--expiry) !important;
      }
      .correction {
        padding-inline-start: 10px;
        border-inline-start: 3px solid var(--now);
        color: var(--ink-2);
        max-width: 72ch;
      }
    `,
  ]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const { message } = moment
    if (message === null) return this.#beginning(moment)
    return html`
      <header>
        <span class="number"><span class="unseen">Message </span>${message.n}</span>
        ${heading(message)}
        <h2>${message.label}</h2>
        <span class="phase">${phaseTitle(message.phase)}</span>
      </header>
      <p class="sentence">${this.sentence}</p>
      ${this.#note(message)}
    `
  }

  #beginning({ arrows }: Moment) {
    return html`<header><h2 class="before">Before the first message</h2></header>
      <p class="sentence">
        Nothing has happened yet. Press play, or step forward, and watch the login happen:
        ${arrows.length} arrows, every request and every answer really sent.
      </p>`
  }

  #note({ n, provenance }: Message) {
    const notes = [
      provenance === 'simulated' ? 'Done by the simulator: no message crossed a wire.' : '',
      this.published === null ? 'Not in the published diagram.' : '',
      this.published ? `Arrow ${this.published.n} of the published diagram.` : '',
    ].filter((note) => note !== '')
    const corrections = this.published?.errata ?? []
    return html`${notes.length === 0 ? nothing : html`<p class="note">${notes.join(' ')}</p>`}
    ${corrections.map((id) => html`<p class="note correction"><b>Corrected.</b> ${errata[id]}</p>`)}
    ${this.differences
      .filter((difference) => difference.n === n)
      .map(
        ({ sentence, because }) =>
          html`<p class="note correction differs">
            <b>Not as the stand-in has it.</b> ${sentence} ${because}
          </p>`,
      )}
    ${this.assumed.map(
      ({ what }) => html`<p class="note"><b>Unverified against a real server.</b> ${what}</p>`,
    )}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-story': LabStory
  }
}
