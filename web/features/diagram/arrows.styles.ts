import { css } from 'lit'

/** Lifelines, arrows and marks: Mermaid lays them out, the colours are all here. */
export const arrowStyles = css`
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
`
