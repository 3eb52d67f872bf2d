import { css } from 'lit'

/** What opens and closes: its sign is ours, and turns. */
export const detailsStyles = css`
  summary {
    display: flex;
    align-items: center;
    gap: 8px;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details:not([open]) > summary > .icon {
    rotate: -90deg;
  }
`
