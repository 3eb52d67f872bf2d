import { css } from 'lit'

export const actionStyles = css`
  .wide {
    display: inline-flex;
    gap: 2px;
  }
  .doing {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-block-size: 36px;
    padding: 2px 10px;
    border-radius: 8px;
    color: var(--ink-2);
    font-weight: 600;
    white-space: nowrap;
  }
  .doing:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .doing[aria-pressed='true'] {
    background: var(--now-wash);
    color: var(--now);
    box-shadow: inset 0 0 0 1px var(--now);
  }
  .count {
    min-inline-size: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--now-wash);
    color: var(--now);
    font-size: var(--text-xs);
    text-align: center;
  }
`
