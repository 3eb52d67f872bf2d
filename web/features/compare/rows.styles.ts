import { css } from 'lit'

/** Two messages beside each other, or one above the other. */
export const rowStyles = css`
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 7.25rem minmax(0, 1fr);
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
    grid-template: 'left what right' auto / minmax(0, 1fr) 7.25rem minmax(0, 1fr);
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

  @container (max-width: 43.75rem) {
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
`
