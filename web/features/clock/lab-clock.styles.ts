import { css } from 'lit'

/** The protocol clock: its face, the slider, and what can be done with it. */
export const clockStyles = css`
  :host {
    display: block;
    font-size: var(--text-s);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    margin-bottom: 6px;
  }
  time {
    font: 600 1.5rem / 1.2 var(--mono);
    font-variant-numeric: tabular-nums slashed-zero;
  }
  time.is-then {
    color: var(--expiry);
  }
  header p {
    flex: 1 1 12em;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .slide {
    display: grid;
    gap: 2px;
    margin-block: 4px 8px;
  }
  .slide label {
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-2);
  }
  .line {
    position: relative;
    display: grid;
    align-items: center;
    block-size: 32px;
  }
  .line .rail {
    position: absolute;
    inset: 50% 8px auto;
    block-size: 4px;
    translate: 0 -50%;
    border-radius: 2px;
    background: var(--line-2);
  }
  .rail i {
    position: absolute;
    inset-block: -6px;
    inline-size: 2px;
    translate: -1px;
    background: var(--expiry);
  }
  .rail .gone {
    inset-block: 0;
    inset-inline-start: 0;
    translate: none;
    background: var(--expiry);
    border-radius: 2px;
  }
  input {
    position: relative;
    appearance: none;
    inline-size: 100%;
    block-size: 32px;
    margin: 0;
    background: none;
    cursor: ew-resize;
  }
  input:disabled {
    cursor: default;
    opacity: 0.5;
  }
  input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    border: 3px solid var(--expiry);
    background: var(--surface);
  }
  input::-moz-range-thumb {
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    border: 3px solid var(--expiry);
    background: var(--surface);
  }
  .help {
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-bottom: 10px;
  }
  .deeds button {
    min-block-size: 30px;
    padding: 2px 11px;
    border: 1px solid var(--line-2);
    border-radius: 15px;
    font-weight: 600;
    text-align: start;
  }
  .deeds button:hover {
    border-color: var(--expiry);
    color: var(--expiry);
  }
  .deeds .go {
    border-color: var(--expiry);
    background: var(--expiry-wash);
    color: var(--expiry);
  }
  .why {
    display: flex;
    gap: 6px;
    margin-bottom: 8px;
    color: var(--ink-2);
  }
  h3 {
    font-size: var(--text-xs);
    font-weight: 650;
    color: var(--ink-3);
  }
`
