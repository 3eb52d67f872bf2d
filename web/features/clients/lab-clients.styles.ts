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
    overflow: auto;
    max-block-size: max(360px, calc(100dvh - 260px));
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
  }
  table {
    inline-size: 100%;
    min-inline-size: 68rem;
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
  @container (max-width: 37.5rem) {
    tbody th[scope='row'],
    .corner {
      inline-size: 8.5rem;
      min-inline-size: 8.5rem;
      padding: 8px;
    }
    .scroll {
      max-block-size: 75dvh;
    }
  }
`
