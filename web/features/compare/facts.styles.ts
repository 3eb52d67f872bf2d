import { css } from 'lit'

/** Tables of facts; a list of answers where there is no room for columns. */
export const factStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: var(--text-s);
  }
  .big {
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  th,
  td {
    padding: 9px 14px;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  .questions {
    inline-size: 22%;
  }
  tbody th {
    font-weight: 600;
    color: var(--ink-2);
  }
  thead th {
    font-size: var(--text-s);
    font-weight: 650;
  }
  .small {
    margin-block: 4px 10px;
  }
  .small thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .small th,
  .small td {
    padding-block: 4px;
    border: 0;
  }
  .small th {
    font-weight: 400;
    color: var(--ink-3);
  }
  .facts {
    display: grid;
    gap: 3px;
  }

  @container (max-width: 43.75rem) {
    colgroup {
      display: none;
    }
    table,
    thead,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead th {
      padding-block: 6px;
    }
    thead tr > :first-child {
      display: none;
    }
    tbody tr {
      padding-block: 8px;
      border-block-end: 1px solid var(--line);
    }
    tbody tr:last-child {
      border-block-end: 0;
    }
    th,
    td {
      padding: 3px 12px;
      border: 0;
    }
    td {
      display: flex;
      align-items: baseline;
    }
    .small tbody tr {
      padding-block: 3px;
      border: 0;
    }
  }
`
