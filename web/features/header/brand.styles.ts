import { css } from 'lit'

export const brandStyles = css`
  .name {
    display: flex;
    flex-direction: column;
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
    color: var(--ink);
    font-size: 1rem;
    font-weight: 700;
    letter-spacing: -0.01em;
    text-decoration: none;
    white-space: nowrap;
  }
  .name:has(.place) .brand {
    min-block-size: 26px;
  }
  .place {
    color: var(--ink-2);
    font-size: var(--text-xs);
    line-height: 1.2;
    white-space: nowrap;
  }
  .brand svg {
    inline-size: 24px;
    block-size: 24px;
    fill: none;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .lane {
    stroke: var(--line-2);
  }
  .out {
    stroke: var(--now);
  }
  .in {
    stroke: var(--attack);
  }
  .dot {
    fill: var(--attack);
  }
  @container (max-width: 78rem) {
    .name {
      flex-direction: row;
      align-items: center;
      gap: 12px;
    }
  }
  @container (max-width: 46rem) {
    .place {
      display: none;
    }
  }
`
