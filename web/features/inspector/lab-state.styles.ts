import { css } from 'lit'

/** Tables of what is remembered, who holds a secret, and the ring around what just changed. */
export const stateStyles = css`
  /* What is out of sight is neither laid out nor painted again because something above it grew. */
  .later {
    content-visibility: auto;
    contain-intrinsic-size: auto 260px;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th {
    text-align: start;
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-3);
    padding: 0 8px 4px 0;
  }
  td {
    padding: 4px 8px 4px 0;
    vertical-align: baseline;
    border-top: 1px solid var(--line);
  }
  .holders {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
  }
  .holder {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    white-space: nowrap;
  }
  .holder.Hacker {
    color: var(--attack);
    font-weight: 600;
  }
  .entry .rows {
    margin-top: 4px;
  }
  .was {
    margin-inline-start: 8px;
    font-family: var(--sans);
    color: var(--ink-3);
  }
  .was s {
    font-family: var(--mono);
  }
  .is-changed {
    font-weight: 650;
  }
  /* Only how much is seen of the ring changes: that costs no paint while it fades. */
  .entry:is(.is-fresh, .is-gone)::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    box-shadow: 0 0 0 3px var(--now);
    opacity: 0;
    pointer-events: none;
    animation: 0.6s ease-out;
  }
  .entry.odd::after {
    animation-name: settle;
  }
  .entry.even::after {
    animation-name: settle-again;
  }
  @keyframes settle {
    from {
      opacity: 1;
    }
  }
  @keyframes settle-again {
    from {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .entry:is(.is-fresh, .is-gone)::after {
      animation: none;
    }
  }
`
