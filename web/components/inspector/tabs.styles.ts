import { css } from 'lit'

/** The inspector's frame: the tabs above, the layer below, the followed secret between them. */
export const tabsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--surface);
  }
  [role='tablist'] {
    display: flex;
    flex: none;
    padding: 0 10px;
    border-bottom: 1px solid var(--line);
    overflow-x: auto;
    scrollbar-width: none;
  }
  [role='tab'] {
    flex: none;
    min-height: 40px;
    padding: 0 10px;
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-3);
    box-shadow: inset 0 -2px transparent;
  }
  [role='tab']:hover {
    color: var(--ink);
  }
  [role='tab']:focus-visible {
    outline-offset: -2px;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ink);
    box-shadow: inset 0 -2px var(--now);
  }
  .mark {
    display: inline-block;
    margin-inline-start: 5px;
    padding: 0 5px;
    border-radius: 8px;
    background: var(--now-wash);
    color: var(--now);
    font-size: var(--text-xs);
  }
  [role='tabpanel'] {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    scrollbar-color: var(--line-2) transparent;
  }
  [role='tabpanel']:focus-visible {
    outline-offset: -2px;
  }
  .life {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 8px 16px 10px 20px;
    border-bottom: 1px solid var(--line);
    background: var(--ground);
    font-size: var(--text-s);
  }
  .life ol {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  .life ol button {
    min-inline-size: 26px;
    min-height: 24px;
    border-radius: 5px;
    font-variant-numeric: tabular-nums;
    color: var(--now);
    font-weight: 600;
  }
  .life ol button:hover,
  .life ol button[aria-current] {
    background: var(--now-wash);
  }
  .close {
    margin-inline-start: auto;
    inline-size: 28px;
    border-radius: 6px;
  }
`
