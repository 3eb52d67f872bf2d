import { css } from 'lit'

/** The picture's looks: Mermaid draws the lines, the colours are all here. */
export const diagramStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--surface);
    scrollbar-gutter: stable;
    scrollbar-color: var(--line-2) transparent;
  }
  .heads {
    position: sticky;
    top: 0;
    z-index: 4;
    block-size: var(--head);
    min-inline-size: 100%;
    background: var(--surface);
    border-block-end: 1px solid var(--line);
    contain: layout style;
  }
  .head-row {
    position: relative;
    margin-inline: auto;
    block-size: 100%;
  }
  .participant {
    position: absolute;
    inset-block: 0;
    display: grid;
    grid-template-rows: 38px 24px;
    justify-items: center;
    translate: -50%;
    white-space: nowrap;
  }
  .who {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    block-size: 38px;
    font-weight: 600;
    font-size: var(--text-s);
    color: var(--lane);
    border-block-end: 2px solid transparent;
  }
  .is-active .who {
    color: var(--ink);
    border-block-end-color: var(--lane);
  }
  .is-active svg {
    color: var(--lane);
  }
  .is-narrow .who {
    font-size: 0.6875rem;
  }
  .is-narrow .who svg {
    display: none;
  }
  .hand {
    display: flex;
    align-items: center;
    gap: 3px;
  }
  .hand lab-chip {
    zoom: 0.88;
  }
  .more {
    font-size: var(--text-xs);
    color: var(--ink-3);
  }
  .canvas {
    position: relative;
    margin-inline: auto;
    padding-block-end: 140px;
  }
  .chapter {
    position: relative;
    block-size: var(--height);
    padding-block-start: var(--title);
    contain: strict;
  }
  .chapter > svg {
    position: absolute;
    inset: 0;
  }
  /* It scrolls with its chapter: each title that stuck was one more layer to build at every step. */
  .title {
    position: relative;
    z-index: 1;
    inline-size: max-content;
    max-inline-size: 100%;
    margin-inline-start: 8px;
    padding: 3px 12px 4px;
    font-weight: 600;
    font-size: var(--text-s);
    color: var(--ink-2);
    pointer-events: none;
  }
  .is-theft > .title {
    color: var(--attack);
  }
  svg text {
    font-family: var(--mono);
    user-select: none;
  }
  .lifeline {
    stroke: var(--line-2);
    stroke-width: 1px;
  }
  .lifeline.is-hacker {
    stroke: var(--lane-hacker);
    stroke-dasharray: 5 5;
  }

  .step {
    --tone: var(--ink-2);
    cursor: pointer;
  }
  .hit {
    fill: transparent;
  }
  .step:hover .hit {
    fill: light-dark(rgb(20 30 60 / 4%), rgb(220 230 255 / 5%));
  }
  .wire {
    fill: none;
    stroke: var(--tone);
    stroke-width: 1.5px;
  }
  .is-response .wire {
    stroke-dasharray: 5 4;
  }
  .head {
    fill: var(--tone);
  }
  .wording {
    fill: var(--ink);
    font-size: var(--label);
    stroke: var(--surface);
    stroke-width: 4px;
    paint-order: stroke;
    stroke-linejoin: round;
  }
  .badge-ground {
    fill: var(--surface);
    stroke: var(--tone);
    stroke-width: 1.25px;
  }
  .badge {
    fill: var(--ink);
    font-size: 10.5px;
    font-weight: 600;
    text-anchor: middle;
    font-family: var(--sans);
  }
  .is-unpublished .badge-ground {
    stroke-dasharray: 2 2;
  }
  .is-mistaken .badge-ground {
    stroke: var(--expiry);
    stroke-width: 3px;
  }

  /* Not a colour for each part of each arrow: a step would have all of them computed again. */
  .is-ahead {
    opacity: 0.7;
  }
  .is-planned .wording {
    fill: var(--ink-3);
  }
  .is-planned {
    --tone: var(--line-2);
  }
  .is-planned .wire {
    stroke-width: 1px;
  }
  .is-planned .badge {
    fill: var(--ink-3);
    font-weight: 400;
  }
  .is-attack:not(.is-planned) {
    --tone: var(--lane-hacker);
  }
  .is-current {
    --tone: var(--now);
  }
  .is-current .hit,
  .is-current:hover .hit {
    fill: color-mix(in srgb, var(--now) 11%, transparent);
  }
  .is-current .wire {
    stroke-width: 2.5px;
  }
  .is-current .wording {
    fill: var(--ink);
    stroke: var(--now-wash);
  }
  .is-current .badge-ground {
    fill: var(--now);
  }
  .is-current .badge {
    fill: var(--on-now);
  }
  .is-current.is-attack {
    --tone: var(--attack);
  }
  .is-current.is-attack .badge-ground {
    fill: var(--attack);
  }
  .is-current.is-unpublished .badge-ground,
  .is-current.is-mistaken .badge-ground {
    stroke: var(--on-now);
  }
  .is-following .step:not(.carries, .is-found, .is-current) {
    opacity: 0.28;
  }
  .carries .wire {
    stroke-width: 2.5px;
  }
  .is-found .hit {
    fill: color-mix(in srgb, var(--expiry) 12%, transparent);
  }

  .mark rect {
    fill: var(--sunken);
  }
  .mark text {
    fill: var(--ink-2);
    font-family: var(--sans);
    font-weight: 600;
    font-size: 12.5px;
    text-anchor: middle;
  }
  .mark-expiry rect {
    fill: var(--expiry-wash);
  }
  .mark-expiry text {
    fill: var(--expiry);
  }
  .mark-sso rect {
    fill: var(--sso-wash);
  }
  .mark-sso text {
    fill: var(--sso);
  }
  .mark-attack rect {
    fill: var(--attack-wash);
  }
  .mark-attack text {
    fill: var(--attack);
  }

  .band {
    position: absolute;
    inline-size: 7px;
    translate: -50%;
    border-radius: 4px;
    background: light-dark(oklch(80% 0.12 var(--hue)), oklch(48% 0.12 var(--hue)));
    pointer-events: none;
  }
  .band.is-hacker {
    outline: 2px dashed var(--attack);
    outline-offset: 1px;
  }
  .chips {
    position: absolute;
    display: flex;
    gap: 4px;
    translate: -50% -50%;
    z-index: 2;
    pointer-events: none;
  }
  /* Where a chip has no ground of its own, the arrow behind it would strike it through. */
  .chips lab-chip {
    border-radius: 5px;
    background: var(--surface);
    pointer-events: auto;
  }
  .chips .more {
    align-self: center;
    font-size: var(--text-xs);
    background: var(--surface);
    padding: 0 4px;
    border-radius: 4px;
  }
  .bead {
    fill: light-dark(oklch(68% 0.13 var(--hue)), oklch(62% 0.12 var(--hue)));
  }
  .bead.is-dead {
    fill: var(--surface);
    stroke: light-dark(oklch(68% 0.13 var(--hue)), oklch(62% 0.12 var(--hue)));
    stroke-width: 1px;
  }
  .bead.is-dimmed {
    opacity: 0.15;
  }
  .is-current .beads {
    display: none;
  }
  .remark {
    position: absolute;
    z-index: 3;
    inline-size: 300px;
    translate: -50%;
    padding: 10px 14px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--raised);
    box-shadow: 0 8px 28px rgb(0 0 0 / 16%);
    font-size: var(--text-s);
    pointer-events: none;
  }
  @media print {
    :host {
      overflow: visible;
      contain: none;
      background: none;
    }
    .heads {
      position: static;
    }
    .chapter {
      contain: none;
      break-inside: avoid;
    }
    .chips,
    .hand,
    .return {
      display: none;
    }
    .canvas {
      zoom: 0.72;
      padding-block-end: 0;
    }
    .heads {
      zoom: 0.72;
    }
  }
  .return {
    position: sticky;
    inset-block-end: 14px;
    z-index: 4;
    display: flex;
    align-items: center;
    gap: 6px;
    inline-size: max-content;
    margin: -46px auto 0;
    min-block-size: 32px;
    padding: 0 14px;
    border-radius: 16px;
    background: var(--now);
    color: var(--on-now);
    font-size: var(--text-s);
    font-weight: 600;
    box-shadow: 0 4px 16px rgb(0 0 0 / 22%);
  }
`
