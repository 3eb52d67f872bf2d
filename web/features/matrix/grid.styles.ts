import { css } from 'lit'

export const gridStyles = css`
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
  .stopped a {
    background: var(--sso-wash);
    color: var(--sso);
  }
  .won a {
    background: var(--attack-wash);
    color: var(--attack);
  }
  .same a {
    background: none;
    color: var(--ink-3);
  }
  .sparse .same a:not(:hover, :focus-visible) svg {
    opacity: 0;
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
  @container (max-width: 37.5rem) {
    tbody th,
    .corner {
      min-inline-size: 8.5rem;
      max-inline-size: 9.5rem;
      padding: 6px 8px;
    }
    .scroll {
      max-block-size: 70dvh;
    }
  }
`
