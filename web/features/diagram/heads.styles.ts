import { css } from 'lit'

/** The participants above the picture, and what is in their hands. */
export const headStyles = css`
  .heads {
    position: sticky;
    top: 0;
    z-index: 4;
    block-size: var(--head);
    min-inline-size: 100%;
    background: var(--surface);
    border-block-end: 1px solid var(--line);
    contain: layout style;
  }
  .head-row {
    position: relative;
    margin-inline: auto;
    block-size: 100%;
  }
  .participant {
    position: absolute;
    inset-block: 0;
    display: grid;
    grid-template-rows: 38px 24px;
    justify-items: center;
    translate: -50%;
    white-space: nowrap;
  }
  .who {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    block-size: 38px;
    font-weight: 600;
    font-size: var(--text-s);
    color: var(--lane);
    border-block-end: 2px solid transparent;
  }
  .is-active .who {
    color: var(--ink);
    border-block-end-color: var(--lane);
  }
  .is-active svg {
    color: var(--lane);
  }
  .is-narrow .who {
    font-size: 0.6875rem;
  }
  .is-narrow .who svg {
    display: none;
  }
  .hand {
    display: flex;
    align-items: center;
    gap: 3px;
  }
  .hand lab-chip {
    zoom: 0.88;
  }
  .more {
    font-size: var(--text-xs);
    color: var(--ink-3);
  }
`
