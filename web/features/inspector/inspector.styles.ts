import { css } from 'lit'

/** What the inspector's panels have in common: sections, rows of name and value, badges. */
export const inspectorStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    font-size: var(--text-s);
    line-height: 1.5;
  }
  section {
    padding: 14px 20px;
    border-top: 1px solid var(--line);
  }
  section:first-of-type {
    border-top: 0;
  }
  h3 {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-bottom: 8px;
    font-size: var(--text-s);
    font-weight: 650;
  }
  h4 {
    margin: 10px 0 4px;
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-3);
  }
  .empty {
    color: var(--ink-3);
  }
  .rows {
    display: grid;
    grid-template-columns: minmax(6.5em, max-content) minmax(0, 1fr);
    gap: 3px 14px;
    align-items: baseline;
  }
  .rows dt {
    color: var(--ink-3);
    font-family: var(--mono);
    font-size: 0.78125rem;
    overflow-wrap: anywhere;
    max-inline-size: 14em;
  }
  .rows dd {
    font-family: var(--mono);
    font-size: 0.78125rem;
    min-inline-size: 0;
  }
  .line {
    display: block;
    font: 600 0.84375rem / 1.6 var(--mono);
    overflow-wrap: anywhere;
  }
  pre {
    margin: 0;
    padding: 10px 12px;
    border-radius: var(--radius);
    background: var(--sunken);
    font: 0.78125rem / 1.6 var(--mono);
    max-block-size: 22rem;
    overflow: auto;
  }
  details {
    margin-top: 4px;
  }
  summary {
    min-height: 28px;
    padding: 4px 0;
    cursor: pointer;
    color: var(--ink-2);
    font-weight: 600;
  }
  .badge {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--line-2);
    border-radius: 4px;
    font-size: var(--text-xs);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .entry {
    position: relative;
    padding: 7px 10px 8px 13px;
    border-radius: var(--radius);
    background: var(--sunken);
    margin-bottom: 6px;
  }
  .entry.is-fresh::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    inline-size: 3px;
    border-radius: 3px 0 0 3px;
    background: var(--now);
  }
  .entry.is-fresh {
    background: var(--now-wash);
  }
  .entry.is-gone {
    background: none;
    border: 1px dashed var(--line-2);
    color: var(--ink-3);
  }
  .entry .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    overflow-wrap: anywhere;
  }
  .fresh-word {
    margin-inline-start: auto;
    color: var(--now);
    font-size: var(--text-xs);
    font-weight: 600;
  }
  .go {
    min-height: 24px;
    padding: 0 8px;
    border-radius: 5px;
    color: var(--now);
    font-weight: 600;
  }
  .go:hover {
    background: var(--now-wash);
  }
`
