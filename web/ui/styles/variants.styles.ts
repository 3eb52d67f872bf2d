import { css } from 'lit'

/** Links that lead on, the first of them as a button. */
export const variantStyles = css`
  .variants {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 18px;
  }
  .variants a {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
  }
  .variants .go {
    padding: 2px 16px 2px 12px;
    border-radius: 8px;
    background: var(--now);
    color: var(--on-now);
    font-weight: 650;
    text-decoration: none;
  }
`
