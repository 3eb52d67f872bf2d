import { css } from 'lit'

/** What every element's shadow root starts from. */
export const base = css`
  /* Not of ::before and ::after: each element's would be styled as well, whether it has one or not. */
  * {
    box-sizing: border-box;
  }
  :host([hidden]) {
    display: none;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button {
    min-height: 28px;
    min-width: 24px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:disabled,
  button[aria-disabled='true'] {
    cursor: default;
  }
  a {
    color: var(--now);
  }
  :focus-visible {
    outline: 2px solid var(--now);
    outline-offset: 2px;
    border-radius: 4px;
  }
  svg.icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  svg.icon .solid {
    fill: currentcolor;
    stroke: none;
  }
  .quiet {
    color: var(--ink-3);
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.8125rem;
    font-variant-numeric: slashed-zero;
    font-feature-settings: 'zero';
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .label {
    font-size: var(--text-xs);
    font-weight: 600;
    letter-spacing: 0.02em;
    color: var(--ink-3);
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0s !important;
      transition-duration: 0s !important;
    }
  }
`
