import { css } from 'lit'

export const differencesStyles = css`
  .differs {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    min-block-size: 34px;
    padding: 2px 10px;
    border: 1px solid var(--expiry);
    border-radius: 8px;
    color: var(--expiry);
    font-weight: 600;
    anchor-name: --differs;
  }
  #differences {
    inline-size: min(40rem, calc(100vw - 24px));
    position-anchor: --differs;
    position-area: bottom span-left;
  }
  li button {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 6px 12px;
    border-radius: 8px;
    text-align: start;
  }
  li button:hover:enabled {
    background: var(--sunken);
  }
  li b {
    font-weight: 600;
  }
`
