import { css } from 'lit'

/** The list of messages. */
export const listStyles = css`
  :host {
    display: block;
    overflow: auto;
    padding: 12px 0 24px;
    background: var(--surface);
    scrollbar-color: var(--line-2) transparent;
  }
  h3 {
    padding: 14px 16px 4px;
    font-size: var(--text-s);
    color: var(--ink-2);
  }
  .mark {
    margin: 10px 12px 0;
    padding: 5px 10px;
    border-radius: 5px;
    font-size: var(--text-s);
    font-weight: 600;
  }
  button {
    display: grid;
    grid-template-columns: 2.2em max-content minmax(0, 1fr);
    gap: 0 10px;
    align-items: baseline;
    inline-size: 100%;
    min-height: 32px;
    padding: 4px 16px;
    text-align: start;
    border-inline-start: 3px solid transparent;
  }
  button:hover {
    background: var(--sunken);
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  @container (width > 43.75rem) {
    button {
      grid-template-columns: 2.2em 11.5em minmax(0, 1fr);
    }
  }
  .direction {
    font-size: var(--text-xs);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .words {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .planned .words,
  .planned .direction {
    color: var(--ink-3);
  }
  [aria-current='step'] button {
    background: var(--now-wash);
    border-inline-start-color: var(--now);
  }
  .direction .icon {
    inline-size: 15px;
    block-size: 15px;
    margin: -3px 4px -3px 0;
    vertical-align: middle;
  }
  .hackers:not(.planned) .direction {
    color: var(--attack);
    font-weight: 600;
  }
  .remark {
    grid-column: 3;
    font-size: var(--text-xs);
    color: var(--expiry);
  }
  button:not(:hover, :focus-visible) .why {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  [data-found] .words {
    background: var(--expiry-wash);
  }
  .dimmed .direction,
  .dimmed .words {
    color: var(--ink-3);
  }
  [data-lit] button {
    border-inline-start-color: var(--ink-2);
  }
`
