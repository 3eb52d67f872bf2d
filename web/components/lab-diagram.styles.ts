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
    z-index: 3;
    height: 44px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
    margin-inline: auto;
    min-width: 100%;
  }
  .head-row {
    position: relative;
    margin-inline: auto;
    height: 100%;
  }
  .participant {
    position: absolute;
    top: 0;
    height: 44px;
    translate: -50%;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-weight: 600;
    font-size: var(--text-s);
    color: var(--lane);
    white-space: nowrap;
    border-bottom: 2px solid transparent;
  }
  .participant.is-active {
    color: var(--ink);
    border-bottom-color: var(--lane);
  }
  .participant.is-active svg {
    color: var(--lane);
  }
  .is-narrow .participant {
    font-size: 0.6875rem;
  }
  .is-narrow .participant svg {
    display: none;
  }
  .canvas {
    position: relative;
    margin-inline: auto;
    padding-block-end: 140px;
  }
  .canvas svg:not(.icon) {
    display: block;
  }
  svg text {
    font-family: var(--mono);
    user-select: none;
  }
  .actor-line {
    stroke: var(--line-2);
    stroke-width: 1px;
  }
  .actor-line[data-id='Hacker'] {
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
  .messageText {
    translate: 0 3px;
    fill: var(--ink);
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
    fill: var(--ink-2);
    font-size: 10.5px;
    font-weight: 600;
    text-anchor: middle;
    font-family: var(--sans);
  }
  .is-unpublished .badge-ground {
    stroke-dasharray: 2 2;
  }

  .is-future {
    --tone: var(--ink-3);
  }
  .is-future .messageText,
  .is-planned .messageText {
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
  .is-current .messageText {
    fill: var(--ink);
    font-weight: 700 !important;
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
  .is-following .step:not(.carries, .is-current) {
    opacity: 0.28;
  }

  .mark rect {
    fill: none;
    stroke: none;
  }
  .noteText {
    fill: var(--ink-2);
    font-family: var(--sans) !important;
    font-weight: 600;
    font-size: 12.5px;
  }
  .mark-chapter text {
    text-anchor: start;
    translate: 0 9px;
    fill: var(--ink-2);
    stroke: var(--surface);
    stroke-width: 6px;
    paint-order: stroke;
  }
  .mark:not(.mark-chapter) rect {
    rx: 5px;
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
  .mark-note rect {
    fill: var(--sunken);
  }

  .chips {
    position: absolute;
    display: flex;
    gap: 4px;
    translate: -50% 2px;
    z-index: 2;
    pointer-events: none;
  }
  .chips lab-chip {
    pointer-events: auto;
  }
  .chips .more {
    align-self: center;
    font-size: var(--text-xs);
    background: var(--surface);
    padding: 0 4px;
    border-radius: 4px;
  }
  .beads {
    position: absolute;
    display: flex;
    gap: 3px;
    translate: -50% 5px;
    pointer-events: none;
  }
  .beads i {
    inline-size: 12px;
    block-size: 5px;
    border-radius: 3px;
    background: light-dark(oklch(68% 0.13 var(--hue)), oklch(62% 0.12 var(--hue)));
  }
  .beads i.dimmed {
    opacity: 0.15;
  }
`
