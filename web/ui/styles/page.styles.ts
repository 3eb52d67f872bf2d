import { css } from 'lit'

/** A page beside the run: what it is about, and what follows from that. */
export const pageStyles = css`
  :host {
    display: block;
    overflow: auto;
    container-type: inline-size;
  }
  .page {
    display: grid;
    margin-inline: auto;
  }
  .hero {
    display: grid;
    gap: 8px;
  }
  h1 {
    line-height: 1.15;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  .hero p {
    color: var(--ink-2);
    text-wrap: pretty;
  }
`
