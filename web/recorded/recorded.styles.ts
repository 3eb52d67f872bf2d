import { css } from 'lit'

/** The small player: bar, picture or list, sentence, transport; as high as whoever holds it says. */
export const recordedStyles = css`
  :host {
    display: block;
    block-size: 100%;
    container-type: inline-size;
    --head: 40px;
    --label: 12.5px;
    color: var(--ink);
    font: 400 0.9375rem/1.45 var(--sans);
    text-align: start;
    letter-spacing: normal;
  }
  .player {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
    block-size: 100%;
    border: 1px solid var(--line-2);
    border-radius: 10px;
    background: var(--surface);
    overflow: hidden;
  }
  .player.has-details {
    grid-template-rows: auto minmax(0, 2fr) auto minmax(0, 3fr);
  }
  .bar,
  .controls {
    display: flex;
    align-items: center;
    gap: 4px 10px;
    padding: 4px 12px;
    font-size: var(--text-s);
  }
  .bar {
    min-block-size: 40px;
    border-block-end: 1px solid var(--line);
  }
  .name {
    flex: 1;
    margin: 0;
    font-size: inherit;
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .badge-text {
    flex: none;
    padding: 0 8px;
    border: 1px solid var(--line-2);
    border-radius: 10px;
    color: var(--ink-2);
    font-size: var(--text-xs);
  }
  .bar a {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 28px;
    font-weight: 600;
    text-decoration: none;
  }
  .scroller {
    position: relative;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
    scrollbar-color: var(--line-2) transparent;
  }
  .canvas {
    position: relative;
    margin-inline: auto;
    padding-block-end: 80px;
  }
  .ahead {
    position: absolute;
    inset-inline: 0;
    background: color-mix(in srgb, var(--surface) 45%, transparent);
    pointer-events: none;
  }
  .list li {
    border-block-end: 1px solid var(--line);
  }
  .list button {
    display: block;
    inline-size: 100%;
    padding: 6px 12px;
    text-align: start;
  }
  .list [aria-current] {
    background: var(--now-wash);
  }
  .list .story {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .sentence {
    display: grid;
    align-content: start;
    gap: 2px;
    block-size: 6.75rem;
    padding: 8px 16px;
    overflow: auto;
    border-block-start: 1px solid var(--line);
  }
  .has-details .sentence {
    block-size: auto;
    max-block-size: 6.75rem;
  }
  .sentence .what {
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  .sentence .what b {
    color: var(--ink);
  }
  .interfere {
    border-block-start: 1px solid var(--line);
  }
  .badge-text.is-live {
    border-color: var(--now);
    color: var(--now);
  }
  .details {
    overflow: auto;
    border-block-start: 1px solid var(--line);
  }
  .controls {
    flex-wrap: wrap;
    border-block-start: 1px solid var(--line);
  }
  .controls button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    min-inline-size: 34px;
    min-block-size: 34px;
    border-radius: 8px;
    color: var(--ink-2);
  }
  .controls button:hover {
    background: var(--sunken);
  }
  .controls .play {
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--now);
    color: var(--on-now);
  }
  .controls .text {
    padding: 0 8px;
    font-weight: 600;
  }
  .controls [aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
  .controls .live {
    border: 1px solid var(--now);
    color: var(--now);
  }
  .buttons {
    display: flex;
    align-items: center;
    gap: 0;
  }
  .controls input {
    flex: 1 1 80px;
    min-inline-size: 60px;
    block-size: 28px;
    margin: 0;
    accent-color: var(--now);
  }
  .count {
    min-inline-size: 4.4em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .notice {
    padding: 8px 16px;
    background: var(--expiry-wash);
    color: var(--expiry);
  }
  @container (width < 34rem) {
    .bar .word {
      display: none;
    }
    .controls input {
      flex-basis: 100%;
      order: -1;
    }
    .count {
      min-inline-size: 0;
    }
  }
  @media print {
    .controls,
    .interfere,
    .bar a,
    .live,
    .ahead {
      display: none;
    }
  }
`
