import { css } from 'lit'

export const menuStyles = css`
  :host {
    display: inline-flex;
  }
  .opener {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 8px;
    color: var(--ink-2);
    anchor-name: --opener;
  }
  .opener:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  [popover] {
    inline-size: min(20rem, calc(100vw - 16px));
    max-block-size: min(80vh, 40rem);
    font-size: var(--text-s);
    position-area: bottom span-left;
  }
  .entry {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 40px;
    padding: 4px 12px;
    border-radius: 8px;
    text-align: start;
    cursor: pointer;
  }
  .entry:hover {
    background: var(--sunken);
  }
  .entry:focus-within {
    outline: 2px solid var(--now);
  }
  a.entry {
    color: var(--ink);
    text-decoration: none;
  }
  .entry svg {
    color: var(--ink-2);
  }
  label.choice {
    display: grid;
    gap: 4px;
    padding: 6px 12px 8px;
    color: var(--ink-2);
  }
  select {
    inline-size: 100%;
    min-block-size: 36px;
    padding: 2px 8px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--surface);
    color: var(--ink);
  }
  hr {
    margin: 6px 12px;
    border: 0;
    border-block-start: 1px solid var(--line);
  }
`
