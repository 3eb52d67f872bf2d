import { css, html, LitElement, svg } from 'lit'
import { secretKinds } from '../../scenarios/view/secrets.ts'
import { base } from '../styles/base.ts'
import { inspectorStyles } from './inspector.styles.ts'
import { kindWords } from './lab-chip.ts'

const sample = (kind: string, body: unknown) =>
  html`<svg class=${kind} viewBox="0 0 64 20" aria-hidden="true">${body}</svg>`

const arrow = svg`<path class="wire" d="M4 10h48" /><path class="head" d="M60 10l-9 -4.5v9z" />`
const ring = svg`<circle class="ring" cx="32" cy="10" r="8" />`

const signs = [
  [sample('request', arrow), 'A request, or something that a participant does by itself'],
  [sample('response', arrow), 'The answer to a request'],
  [sample('planned', arrow), 'Planned: the lesson will bring it, it was not sent yet'],
  [sample('attack', arrow), 'To or from the Hacker'],
  [sample('unpublished', ring), 'True, but not in the published diagram of this workflow'],
] as const

/** How to read the picture; shown while there is no message to look at. */
export class LabLegend extends LitElement {
  static override styles = [
    base,
    inspectorStyles,
    css`
      li {
        display: grid;
        grid-template-columns: 64px 1fr;
        gap: 0 14px;
        align-items: center;
        padding: 4px 0;
      }
      svg {
        --tone: var(--ink-2);
        inline-size: 64px;
        block-size: 20px;
        fill: none;
        stroke: var(--tone);
        stroke-width: 1.5;
      }
      .head {
        fill: var(--tone);
        stroke: none;
      }
      .response .wire {
        stroke-dasharray: 5 4;
      }
      .planned {
        --tone: var(--line-2);
      }
      .attack {
        --tone: var(--lane-hacker);
      }
      .ring {
        stroke-dasharray: 2 2;
      }
      .beads {
        grid-template-columns: 64px 1fr;
      }
      .bead {
        justify-self: center;
        inline-size: 24px;
        block-size: 6px;
        border-radius: 3px;
        background: light-dark(oklch(68% 0.13 var(--hue)), oklch(62% 0.12 var(--hue)));
      }
    `,
  ]

  override render() {
    return html`<section>
        <h3>How to read the diagram</h3>
        <ul>
          ${signs.map(([picture, words]) => html`<li>${picture}<span>${words}</span></li>`)}
        </ul>
      </section>
      <section>
        <h3>Secrets that a message carries</h3>
        <ul>
          ${secretKinds.map(
            (kind) =>
              html`<li>
                <span class="bead" style="--hue:var(--hue-${kind})"></span>
                <span>${kindWords(kind)}</span>
              </li>`,
          )}
        </ul>
        <p class="quiet">
          Each has one name, such as RT-1, wherever it occurs. Press one to follow it through the
          run; it is struck through once it is worth nothing.
        </p>
      </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-legend': LabLegend
  }
}
