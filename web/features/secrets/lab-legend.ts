import { css, html, LitElement, svg } from 'lit'
import { secretKinds } from '../../../scenarios/projections/secrets.ts'
import { base } from '../../ui/styles/base.ts'
import { inspectorStyles } from '../inspector/inspector.styles.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'
import { kindWords } from './lab-chip.ts'

const sample = (kind: string, body: unknown) =>
  html`<svg class=${kind} viewBox="0 0 64 20" aria-hidden="true">${body}</svg>`

const arrow = svg`<path class="wire" d="M4 10h48" /><path class="head" d="M60 10l-9 -4.5v9z" />`
const ring = svg`<circle class="ring" cx="32" cy="10" r="8" />`

const barbed = svg`<path class="wire" d="M4 10h42" /><path class="head" d="M60 10l-9 -4.5v9zM52 10l-9 -4.5v9z" />`
const corner = svg`<path class="ground" d="M4 10l9 -9l9 9l-9 9z" />`

const signs = [
  [sample('request', arrow), 'request'],
  [sample('response', arrow), 'response'],
  [sample('planned', arrow), 'planned'],
  [sample('attack', [barbed, corner]), 'attack'],
  [sample('unpublished', ring), 'unpublished'],
  [sample('mistaken', ring), 'differs'],
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
      .unpublished .ring {
        stroke-dasharray: 2 2;
      }
      .mistaken .ring {
        stroke: var(--expiry);
        stroke-width: 3;
      }
      .ground {
        fill: var(--surface);
      }
      .mask {
        justify-self: center;
        color: var(--attack);
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

  readonly #speaker = speaker(this)

  override render() {
    const { words } = this.#speaker
    const { legend } = words.ui
    return html`<section>
        <h3>${legend.title}</h3>
        <ul>
          ${signs.map(([picture, name]) => html`<li>${picture}<span>${legend[name]}</span></li>`)}
        </ul>
      </section>
      <section>
        <h3>${legend.secrets}</h3>
        <ul>
          ${secretKinds.map(
            (kind) =>
              html`<li>
                <span class="bead" style="--hue:var(--hue-${kind})"></span>
                <span>${kindWords(kind, words)}</span>
              </li>`,
          )}
          <li><span class="mask">${icon('hacker')}</span><span>${legend.stolen}</span></li>
        </ul>
        <p class="quiet">${legend.names}</p>
      </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-legend': LabLegend
  }
}
