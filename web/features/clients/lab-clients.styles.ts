import { css } from 'lit'

export const clientsStyles = css`
  .page {
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 100rem;
    padding: clamp(16px, 3cqi, 36px) clamp(12px, 3cqi, 36px) 32px;
  }
  .hero,
  .issuer {
    max-inline-size: 80ch;
  }
  h1 {
    font-size: clamp(1.375rem, 4cqi, 1.875rem);
  }
  h2 {
    font-size: 1.1875rem;
  }
  .scroll {
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
  }
  table {
    inline-size: 100%;
    min-inline-size: 58rem;
    border-collapse: separate;
    border-spacing: 0;
    font-size: var(--text-s);
  }
  th,
  td {
    padding: 8px 12px;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  th {
    background: var(--surface);
    font-weight: 600;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end-color: var(--line-2);
  }
  tbody th[scope='row'],
  .corner {
    position: sticky;
    inset-inline-start: 0;
    inline-size: 13rem;
    border-inline-end: 1px solid var(--line-2);
    overflow-wrap: anywhere;
  }
  tbody th[scope='row'] {
    z-index: 1;
  }
  thead .corner {
    z-index: 2;
  }
  .group th {
    padding-block: 6px;
    background: var(--sunken);
    color: var(--ink-2);
  }
  .group span {
    position: sticky;
    inset-inline-start: 12px;
  }
  .version {
    display: block;
    font-weight: 400;
  }
  td li + li {
    margin-block-start: 4px;
  }
  .note {
    color: var(--ink-3);
  }
  .attributes {
    display: block;
    color: var(--ink-2);
    font-family: var(--mono);
    font-size: var(--text-xs);
  }
  td a {
    display: inline-block;
    min-block-size: 24px;
    white-space: nowrap;
    /* What stays in sight at the edges never lies over what has the focus. */
    scroll-margin: 7rem 1rem 1rem 14rem;
  }
  .issuer {
    display: grid;
    gap: 8px;
  }
  .issuer ul {
    display: grid;
    gap: 4px;
    padding-inline-start: 18px;
    list-style: disc;
  }
  /* Where the table is wider than the page it moves sideways, and its head with it. */
  @container (max-width: 60rem) {
    .scroll {
      overflow-x: auto;
    }
    thead th {
      position: static;
    }
    thead .corner {
      position: sticky;
    }
  }
  @container (max-width: 37.5rem) {
    tbody th[scope='row'],
    .corner {
      inline-size: 8.5rem;
      min-inline-size: 8.5rem;
      padding: 8px;
    }
  }
  @media print {
    .scroll {
      overflow: visible;
      border: 0;
    }
    table {
      min-inline-size: 0;
      font-size: 7.5pt;
    }
    th,
    td,
    tbody th[scope='row'],
    .corner {
      position: static;
      inline-size: auto;
      min-inline-size: 0;
      padding: 4px 6px;
      overflow-wrap: anywhere;
    }
    /* Where a link leads cannot be followed on paper. */
    thead th:last-child,
    td:last-child {
      display: none;
    }
    tr {
      break-inside: avoid;
    }
  }
`
