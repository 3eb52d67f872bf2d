import { css } from 'lit'

export const controlStyles = css`
  :host {
    display: grid;
    grid-template-columns: auto minmax(120px, 1fr) auto;
    align-items: center;
    gap: 4px 16px;
    padding: 8px 16px;
    font-size: var(--text-s);
  }
  .buttons {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .buttons button {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 8px;
    color: var(--ink-2);
    font-size: 1rem;
  }
  .buttons button:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .buttons .play {
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    background: var(--now);
    color: var(--on-now);
  }
  .buttons .play:hover {
    background: color-mix(in srgb, var(--now) 88%, var(--ink));
    color: var(--on-now);
  }
  .track {
    position: relative;
    display: grid;
    align-items: center;
    block-size: 36px;
  }
  .rail {
    position: absolute;
    inset: 50% 8px auto;
    block-size: 4px;
    translate: 0 -50%;
    border-radius: 2px;
    /* Painted, not moved: a step lays out and composes nothing anew for it. */
    background: linear-gradient(
      90deg,
      var(--now) var(--shown),
      var(--line-2) var(--shown) var(--sent),
      var(--line) var(--sent)
    );
  }
  .tick {
    position: absolute;
    inset-block: -5px;
    inline-size: 2px;
    margin-inline-start: -1px;
    background: var(--line-2);
  }
  input[type='range'] {
    position: relative;
    appearance: none;
    inline-size: 100%;
    block-size: 36px;
    margin: 0;
    background: none;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    border: 3px solid var(--now);
    background: var(--surface);
  }
  input[type='range']::-moz-range-thumb {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    border: 3px solid var(--now);
    background: var(--surface);
  }
  .facts {
    display: flex;
    align-items: center;
    gap: 14px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .count {
    min-width: 4.6em;
    text-align: end;
  }
  .count b {
    font-weight: 700;
  }
  select {
    min-height: 32px;
    padding: 2px 4px;
    border: 1px solid var(--line-2);
    border-radius: 6px;
    background: var(--surface);
  }
  .clock {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 2px 10px;
    border: 1px solid var(--line-2);
    border-radius: 18px;
    color: var(--ink-2);
    anchor-name: --clock;
  }
  .clock:hover {
    border-color: var(--expiry);
    color: var(--expiry);
  }
  .day {
    font-size: var(--text-xs);
    color: var(--ink-3);
  }
  .lifetimes {
    display: inline-flex;
    gap: 10px;
    margin-inline-end: 6px;
  }
  .lifetime {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font: 600 0.75rem var(--mono);
    color: light-dark(oklch(40% 0.11 var(--hue)), oklch(84% 0.09 var(--hue)));
  }
  .lifetime.hacker svg {
    color: var(--attack);
  }
  .lifetime.is-over {
    text-decoration: line-through;
    opacity: 0.75;
  }
  .lifetime i {
    inline-size: 30px;
    block-size: 6px;
    border-radius: 3px;
    background: linear-gradient(
      90deg,
      light-dark(oklch(62% 0.14 var(--hue)), oklch(70% 0.12 var(--hue))) calc(100% * var(--share)),
      var(--line) 0
    );
  }
  .lifetime.hacker i {
    border-radius: 0;
    outline: 1px dashed var(--attack);
    outline-offset: 1px;
  }
  @container (max-width: 80rem) {
    .lifetimes {
      display: none;
    }
  }
  .panel {
    inset: auto 12px 76px auto;
    inline-size: min(440px, 94vw);
    max-block-size: min(640px, 78vh);
    margin: 0;
    padding: 14px 18px 16px;
    overflow: auto;
    border: 1px solid var(--line-2);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 12px 40px rgb(0 0 0 / 22%);
    white-space: normal;
  }
  @supports (position-area: top) {
    .panel {
      inset: auto;
      position-anchor: --clock;
      position-area: top span-left;
      margin-block-end: 8px;
    }
  }
  @container (max-width: 40rem) {
    :host {
      grid-template-columns: 1fr auto;
      gap: 4px 6px;
      padding: 2px 12px 8px;
    }
    .track {
      grid-column: 1 / -1;
      grid-row: 1;
    }
    .facts {
      gap: 4px;
    }
    .buttons {
      gap: 0;
    }
    .count {
      min-width: 0;
    }
    .clock {
      padding: 2px 7px;
    }
    .clock time,
    .day {
      display: none;
    }
  }
`
