import { css } from 'lit'

/** What opens below the button that opens it: a list, a menu. The button is the anchor `--opener`. */
export const popoverStyles = css`
  [popover] {
    overflow: auto;
    max-block-size: 70vh;
    padding: 8px;
    border: 1px solid var(--line-2);
    border-radius: 12px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 16px 48px rgb(0 0 0 / 22%);
  }
  @supports (position-area: bottom) {
    [popover] {
      inset: auto;
      margin: 6px 0 0;
      position-anchor: --opener;
      position-area: bottom span-right;
      position-try-fallbacks: flip-inline;
    }
  }
`
