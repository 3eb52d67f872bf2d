import { css } from 'lit'

export const toldStyles = css`
  .told {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 24px;
    padding: 12px 16px;
    border: 1px solid var(--line-2);
    border-radius: 10px;
    background: var(--raised);
  }
  .told p:first-child {
    flex: 1 1 24rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .told b {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  @container (max-width: 37.5rem) {
    .told {
      position: static;
    }
  }
`
