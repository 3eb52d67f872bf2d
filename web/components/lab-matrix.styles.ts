import { css } from 'lit'

export const matrixStyles = css`
  :host {
    display: block;
    min-block-size: 0;
    overflow: auto;
    container-type: inline-size;
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: clamp(16px, 3cqi, 36px) clamp(12px, 3cqi, 36px) 24px;
  }
  .hero {
    display: grid;
    gap: 8px;
    max-inline-size: 80ch;
  }
  h1 {
    font-size: clamp(1.375rem, 4cqi, 1.875rem);
    line-height: 1.15;
    letter-spacing: -0.02em;
  }
  .hero p {
    color: var(--ink-2);
  }
  .again {
    padding: 2px 12px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 10px 28px;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .of {
    padding: 0;
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 600;
  }
  fieldset label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 34px;
  }
  input[type='radio'] {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--now);
  }
  .of {
    display: grid;
    flex: 0 1 36rem;
    gap: 2px;
    min-inline-size: 0;
  }
  select {
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 2px 8px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--surface);
    color: var(--ink);
    font-size: var(--text-m);
    font-weight: 400;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    font-size: var(--text-s);
  }
  .legend > span:not(.quiet, .unseen) {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-inline-end: 12px;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border-radius: 6px;
  }
  .scroll {
    overflow: auto;
    max-block-size: max(360px, calc(100dvh - 300px));
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--text-s);
  }
  th {
    background: var(--surface);
    font-weight: 600;
    text-align: start;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 10px 4px 8px;
    border-block-end: 1px solid var(--line-2);
    vertical-align: bottom;
  }
  thead th span {
    display: inline-block;
    max-height: 8.5rem;
    min-inline-size: 0;
    writing-mode: vertical-rl;
    rotate: 180deg;
    line-height: 1.15;
  }
  tbody th,
  .corner {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    min-inline-size: 11rem;
    max-inline-size: 22rem;
    padding: 6px 12px;
    border-inline-end: 1px solid var(--line-2);
  }
  thead .corner {
    z-index: 2;
  }
  tbody th,
  td {
    border-block-end: 1px solid var(--line);
  }
  td {
    padding: 2px;
    text-align: center;
  }
  td a,
  .untried {
    border-radius: 6px;
  }
  td a {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 32px;
    margin: auto;
    color: inherit;
  }
  .stopped a,
  .sign.stopped {
    background: var(--sso-wash);
    color: var(--sso);
  }
  .won a,
  .sign.won {
    background: var(--attack-wash);
    color: var(--attack);
  }
  .untried {
    color: var(--ink-3);
  }
  td a:hover {
    box-shadow: inset 0 0 0 2px currentcolor;
  }
  tr:focus-within th,
  tr:hover th {
    background: var(--now-wash);
  }
  .told {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 24px;
    padding: 12px 16px;
    border: 1px solid var(--line-2);
    border-radius: 10px;
    background: var(--raised);
  }
  .told p:first-child {
    flex: 1 1 24rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .told b {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 18px;
  }
  .ways a {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
  }
  .ways .go {
    padding: 2px 16px 2px 12px;
    border-radius: 8px;
    background: var(--now);
    color: var(--on-now);
    font-weight: 650;
    text-decoration: none;
  }
  @container (max-width: 600px) {
    tbody th,
    .corner {
      min-inline-size: 8.5rem;
      max-inline-size: 9.5rem;
      padding: 6px 8px;
    }
    .legend .quiet {
      display: none;
    }
    .told {
      position: static;
    }
    .scroll {
      max-block-size: 70dvh;
    }
  }
`
