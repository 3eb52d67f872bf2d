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
  .picker {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    min-block-size: 34px;
    padding: 2px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    anchor-name: --picker;
  }
  .picker:hover {
    border-color: var(--line-2);
  }
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 600;
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
  @supports (position-area: bottom) {
    [popover] {
      inset: auto;
      margin: 6px 0 0;
      position-anchor: --picker;
      position-area: bottom span-right;
      position-try-fallbacks: flip-inline;
    }
  }
  .differs {
    flex: none;
    border-color: var(--expiry);
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
  li a {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 16px;
    min-block-size: 44px;
    padding: 6px 12px;
    border-radius: 8px;
    color: var(--ink);
    text-decoration: none;
  }
  li a:hover {
    background: var(--sunken);
  }
  li a[aria-current] {
    background: var(--now-wash);
  }
  li b {
    font-weight: 600;
  }
  .sso {
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .sso.yes {
    color: var(--sso);
    font-weight: 600;
  }
  .branches {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-inline-size: 0;
    color: var(--ink-2);
  }
  select {
    min-block-size: 34px;
    max-inline-size: 260px;
    padding: 2px 6px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--surface);
    text-overflow: ellipsis;
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
  label.tool {
    cursor: pointer;
  }
  label.tool:focus-within {
    outline: 2px solid var(--now);
    outline-offset: 1px;
  }
  .tool:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  @container (max-width: 700px) {
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
    .tool {
      order: 3;
    }
    .picker {
      order: 4;
      flex: 1 1 50%;
      justify-content: space-between;
    }
    .branches {
      order: 5;
      flex: 1 1 100%;
    }
    .profile {
      order: 4;
      flex: 0 1 32%;
    }
    .differs {
      order: 6;
      flex: 1 1 100%;
    }
    .branches select {
      flex: 1;
      max-inline-size: none;
      min-inline-size: 0;
    }
    .place {
      display: none;
    }
  }
`
