import { css } from 'lit'

export const headerStyles = css`
  header {
    display: flex;
    align-items: center;
    gap: 6px 10px;
    min-block-size: 52px;
    padding: 6px 16px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
    font-size: var(--text-s);
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
  lab-picker.workflow {
    flex: 0 1 auto;
  }
  lab-picker.lesson {
    flex: 0 0.05 auto;
    max-inline-size: 240px;
  }
  [popover] {
    inline-size: min(640px, calc(100vw - 24px));
    padding: 8px;
    border: 1px solid var(--line-2);
    border-radius: 12px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 16px 48px rgb(0 0 0 / 22%);
  }
  .differs {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    min-block-size: 34px;
    padding: 2px 10px;
    border: 1px solid var(--expiry);
    border-radius: 8px;
    color: var(--expiry);
    font-weight: 600;
    anchor-name: --differs;
  }
  #differences {
    max-block-size: 70vh;
    overflow: auto;
  }
  @supports (position-area: bottom) {
    #differences {
      inset: auto;
      margin: 6px 0 0;
      position-anchor: --differs;
      position-area: bottom span-left;
    }
  }
  li button {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 6px 12px;
    border-radius: 8px;
    text-align: start;
  }
  li button:hover:enabled {
    background: var(--sunken);
  }
  li b {
    font-weight: 600;
  }
  .branches {
    display: inline-flex;
    flex: 0 1 auto;
    align-items: center;
    gap: 6px;
    min-inline-size: 84px;
    max-inline-size: 260px;
    min-block-size: 34px;
    padding: 2px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    anchor-name: --branches;
  }
  .branches:hover {
    border-color: var(--line-2);
  }
  .branches .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
  }
  #branches {
    inline-size: min(460px, calc(100vw - 24px));
    max-block-size: 70vh;
    overflow: auto;
  }
  @supports (position-area: bottom) {
    #branches {
      inset: auto;
      margin: 6px 0 0;
      position-anchor: --branches;
      position-area: bottom span-right;
      position-try-fallbacks: flip-inline;
    }
  }
  .space {
    flex: 1;
  }
  .place {
    padding: 2px 9px;
    border-radius: 10px;
    background: var(--sunken);
    color: var(--ink-2);
    font-size: var(--text-xs);
    white-space: nowrap;
  }
  .tool {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 8px;
    color: var(--ink-2);
  }
  .tool:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .wide {
    display: inline-flex;
    gap: 2px;
  }
  .doing {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-block-size: 36px;
    padding: 2px 10px;
    border-radius: 8px;
    color: var(--ink-2);
    font-weight: 600;
    white-space: nowrap;
  }
  .doing:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .doing[aria-pressed='true'] {
    background: var(--now-wash);
    color: var(--now);
    box-shadow: inset 0 0 0 1px var(--now);
  }
  .count {
    min-inline-size: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--now-wash);
    color: var(--now);
    font-size: var(--text-xs);
    text-align: center;
  }
  .narrow {
    display: none;
  }
  @container (max-width: 70rem) {
    .place {
      display: none;
    }
    .wide .doing svg {
      display: none;
    }
    .wide .doing {
      padding-inline: 8px;
    }
  }
  @container (max-width: 53.75rem) {
    .wide,
    .roomy {
      display: none;
    }
    .narrow {
      display: grid;
      margin-block-end: 6px;
      padding-block-end: 6px;
      border-block-end: 1px solid var(--line);
    }
    .narrow .doing {
      min-block-size: 40px;
      gap: 12px;
      padding: 4px 12px;
      color: var(--ink);
      font-weight: 400;
    }
  }
  @container (max-width: 46rem) {
    header {
      flex-wrap: wrap;
      padding: 4px 8px 6px 12px;
    }
    .brand {
      order: 1;
    }
    .space {
      order: 2;
    }
    .tool,
    lab-menu {
      order: 3;
    }
    lab-picker.workflow {
      order: 4;
      flex: 1 1 52%;
    }
    lab-picker.lesson {
      order: 4;
      flex: 1 1 30%;
      max-inline-size: none;
    }
    .branches {
      order: 5;
      flex: 1 1 100%;
      justify-content: space-between;
      max-inline-size: none;
    }
    .differs {
      order: 6;
      flex: 1 1 100%;
    }
  }
`
