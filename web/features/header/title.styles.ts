import { css } from 'lit'

/** The name of what is chosen, on the button that opens the choice: it breaks rather than is cut. */
export const titleStyles = css`
  .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-weight: 600;
    line-height: 1.2;
    text-align: start;
    text-wrap: pretty;
  }
  /* Whoever comes by keyboard sees no tooltip. */
  button:focus-visible .title {
    -webkit-line-clamp: none;
  }
`
