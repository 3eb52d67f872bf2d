import { css } from 'lit'

/** Two columns with the relation between them; one column where there is no room for two. */
export const compareStyles = css`
  :host {
    display: block;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line-2) transparent;
  }
  .page {
    max-inline-size: 1320px;
    margin-inline: auto;
    padding: 20px 24px 48px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px 20px;
    margin-block-end: 18px;
  }
  h2 {
    font-size: var(--text-l);
    font-weight: 650;
    line-height: 1.25;
  }
  .top h2 {
    flex: 1;
    min-inline-size: 8em;
  }
  section > h2 {
    margin-block: 30px 10px;
    font-size: 1.125rem;
  }
  h3 {
    font-size: var(--text-m);
    font-weight: 650;
  }
  .picker {
    display: grid;
    gap: 3px;
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-3);
  }
  select {
    min-block-size: 36px;
    max-inline-size: min(460px, 82vw);
    padding: 2px 8px;
    border: 1px solid var(--line-2);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: var(--text-s);
    font-weight: 400;
    color: var(--ink);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 0 14px;
    border: 1px solid var(--line-2);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--text-s);
  }
  .back:hover {
    border-color: var(--now);
    color: var(--now);
  }
  .intro {
    max-inline-size: 64ch;
    color: var(--ink-2);
  }
  .tree {
    max-inline-size: 560px;
    margin-block-start: 18px;
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  .tree h3 {
    padding: 6px 8px 2px;
    font-size: var(--text-s);
  }
  .late {
    opacity: 0;
    animation: appear 0.2s 0.3s forwards;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  .trouble {
    max-inline-size: 64ch;
    padding: 12px 16px;
    border-inline-start: 3px solid var(--refuse);
    background: var(--refuse-wash);
  }
  .trouble button {
    margin-block-start: 8px;
    padding: 4px 14px;
    border: 1px solid var(--line-2);
    border-radius: var(--radius);
    background: var(--raised);
  }

  .letter {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 18px;
    block-size: 18px;
    margin-inline-end: 6px;
    border-radius: 4px;
    background: var(--ink-2);
    font: 700 0.6875rem / 1 var(--sans);
    color: var(--surface);
  }
  td > .letter,
  .cell > .letter,
  dd > .letter {
    display: none;
  }

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
  .evidence {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 3px;
    vertical-align: middle;
  }
  .number {
    display: inline-grid;
    place-items: center;
    min-inline-size: 26px;
    min-block-size: 24px;
    padding-inline: 5px;
    border: 1px solid var(--line-2);
    border-radius: 12px;
    background: var(--surface);
    font: 600 0.75rem / 1 var(--mono);
    font-variant-numeric: slashed-zero;
    color: var(--ink-2);
    text-decoration: none;
  }
  .number:hover {
    border-color: var(--now);
    background: var(--now-wash);
    color: var(--now);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 20px;
    font-size: var(--text-s);
    color: var(--ink-2);
  }
  .bar label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
  }
  .bar input {
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--now);
  }
  .phase {
    margin-block-start: 18px;
    padding: 12px 0 6px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  .phase h3,
  .hidden {
    padding-inline: 14px;
  }
  .hidden {
    padding-block: 6px;
    font-size: var(--text-s);
    color: var(--ink-3);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 116px minmax(0, 1fr);
    gap: 0 8px;
    align-items: center;
    padding: 5px 14px;
    border-block-start: 1px solid var(--line);
    font-size: var(--text-s);
  }
  .cell {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 8px;
    align-items: center;
    min-inline-size: 0;
  }
  .cell .number {
    grid-row: span 2;
    align-self: center;
  }
  .cell .way {
    font-weight: 600;
  }
  .cell .what {
    grid-column: 2;
    overflow-wrap: anywhere;
    color: var(--ink-2);
  }
  .empty {
    grid-template-columns: minmax(0, 1fr);
    text-align: center;
  }
  .relation {
    padding: 2px 8px;
    border-radius: 10px;
    font-size: var(--text-xs);
    font-weight: 600;
    text-align: center;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .differs .relation {
    background: var(--expiry-wash);
    color: var(--expiry);
  }
  .left .relation,
  .right .relation {
    background: var(--now-wash);
    color: var(--now);
  }
  .changed {
    text-decoration: underline 2px color-mix(in srgb, var(--expiry) 60%, transparent);
    text-underline-offset: 3px;
  }
  .same .cell .way {
    font-weight: 400;
  }
  dl {
    grid-column: 1 / -1;
    margin-block: 4px 2px;
  }
  .contrast {
    display: grid;
    grid-template: 'left what right' auto / minmax(0, 1fr) 116px minmax(0, 1fr);
    gap: 0 8px;
    align-items: baseline;
    padding-block: 1px;
  }
  dt {
    grid-area: what;
    text-align: center;
    font-size: var(--text-xs);
    color: var(--ink-3);
  }
  dd {
    grid-area: left;
    padding-inline-start: 34px;
    overflow-wrap: anywhere;
  }
  dd + dd {
    grid-area: right;
  }

  @container (max-width: 700px) {
    .page {
      padding: 14px 14px 40px;
    }
    .letter,
    td > .letter,
    .cell > .letter,
    dd > .letter {
      display: inline-grid;
    }
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
    .row {
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
      padding: 8px 12px;
    }
    .relation {
      justify-self: start;
      order: -1;
    }
    .cell {
      grid-template-columns: auto auto minmax(0, 1fr);
      gap: 0 4px;
    }
    .cell .letter,
    .cell .number {
      grid-row: span 2;
    }
    .cell .what {
      grid-column: 3;
    }
    .empty {
      display: flex;
      text-align: start;
    }
    .same .relation ~ .cell .way,
    .same .relation ~ .cell .what {
      display: none;
    }
    .contrast {
      grid-template: none;
      padding-block: 4px;
    }
    dt,
    dd,
    dd + dd {
      grid-area: auto;
      padding: 0;
      text-align: start;
    }
  }

  @media print {
    :host {
      overflow: visible;
    }
    .top,
    .bar label {
      display: none;
    }
  }
`
