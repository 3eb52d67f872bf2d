import { css } from 'lit'

export const tourStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 20;
    pointer-events: none;
  }
  .ring {
    position: absolute;
    border: 2px solid var(--now);
    border-radius: 6px;
    transition: all 0.2s;
  }
  .card {
    position: absolute;
    inline-size: min(366px, calc(100% - 24px));
    padding: 14px 16px;
    border: 1px solid var(--line-2);
    border-radius: 12px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 12px 40px rgb(0 0 0 / 26%);
    pointer-events: auto;
  }
  h2 {
    margin-block: 2px 4px;
    font-size: 1.0625rem;
  }
  .card p {
    font-size: var(--text-s);
  }
  .variants {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: 12px;
    font-size: var(--text-s);
  }
  button {
    min-block-size: 34px;
    padding: 2px 14px;
    border-radius: 8px;
    font-weight: 600;
  }
  .skip {
    margin-inline-end: auto;
    padding-inline: 0;
    color: var(--ink-2);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .back {
    border: 1px solid var(--line-2);
  }
  .next {
    background: var(--now);
    color: var(--on-now);
  }
`
