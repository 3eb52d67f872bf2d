import { css } from 'lit'

export const branchMenuStyles = css`
  .branches {
    display: inline-flex;
    flex: 0 1 auto;
    align-items: center;
    gap: 6px;
    min-inline-size: min-content;
    max-inline-size: 17rem;
    min-block-size: 34px;
    padding: 2px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    anchor-name: --branches;
  }
  /* No narrower than its longest word: a name that breaks within words cannot be read. */
  .branches .title {
    min-inline-size: min-content;
    overflow-wrap: normal;
  }
  .branches:hover {
    border-color: var(--line-2);
  }
  .stays {
    max-inline-size: 46ch;
    padding: 6px 8px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  #branches {
    inline-size: min(460px, calc(100vw - 24px));
    position-anchor: --branches;
  }
`
