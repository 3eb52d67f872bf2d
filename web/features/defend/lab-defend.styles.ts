import { css } from 'lit'

export const defendStyles = css`
  dialog {
    inline-size: min(70rem, calc(100vw - 24px));
    block-size: min(54rem, calc(100dvh - 24px));
    max-block-size: none;
  }
  h2 {
    font-size: 1.125rem;
  }
  h3 {
    font-size: 1.0625rem;
  }
  h4 {
    margin-block: 14px 4px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
    border-block: 1px solid var(--line);
  }
  .body > section {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 16px 24px 24px;
  }
  .defences {
    border-inline-start: 1px solid var(--line);
  }
  .body .quiet {
    font-size: var(--text-s);
  }
  input[type='search'],
  select,
  input[type='number'] {
    min-block-size: 34px;
    padding: 3px 10px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--surface);
  }
  input[type='search'] {
    inline-size: 100%;
    margin-block: 10px 8px;
  }
  details {
    margin-block-start: 8px;
  }
  summary {
    gap: 6px;
    min-block-size: 34px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  details > ul:not(.switches) {
    padding-inline-start: 24px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  code {
    font-family: var(--mono);
    font-size: 0.8125rem;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 24px;
  }
  footer p {
    flex: 1 1 12rem;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  footer button {
    min-block-size: 38px;
    padding: 2px 14px;
    border-radius: 8px;
  }
  .reset {
    border: 1px solid var(--line-2);
  }
  .reset:disabled {
    color: var(--ink-3);
  }
  .go {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    background: var(--now);
    color: var(--on-now);
    font-weight: 650;
  }
  @container (max-width: 47.5rem) {
    header,
    footer {
      padding-inline: 16px;
    }
    .body {
      display: block;
      overflow: auto;
    }
    .body > section {
      overflow: visible;
      padding-inline: 16px;
    }
    .defences {
      border-inline-start: 0;
      border-block-start: 1px solid var(--line);
    }
    footer p {
      flex-basis: 100%;
    }
  }
`
