import { css } from 'lit'

export const pickerStyles = css`
  :host {
    display: inline-flex;
    min-inline-size: 0;
  }
  .opener {
    display: inline-flex;
    flex: 1;
    align-items: center;
    justify-content: space-between;
    gap: 6px;
    min-inline-size: 0;
    min-block-size: 34px;
    padding: 2px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    anchor-name: --opener;
  }
  .opener:hover {
    border-color: var(--line-2);
  }
  [popover] {
    inline-size: max-content;
    min-inline-size: min(15rem, calc(100vw - 24px));
    max-inline-size: min(40rem, calc(100vw - 24px));
    max-block-size: min(70vh, 40rem);
  }
  input {
    inline-size: 100%;
    min-block-size: 36px;
    position: sticky;
    inset-block-start: 0;
    margin-block-end: 6px;
    padding: 4px 12px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--surface);
  }
  .none {
    padding: 8px 12px;
    color: var(--ink-2);
  }
  h2 {
    padding: 8px 12px 2px;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  a {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 20px;
    min-block-size: 44px;
    padding: 6px 12px;
    border-radius: 8px;
    color: var(--ink);
    text-decoration: none;
  }
  a:hover {
    background: var(--sunken);
  }
  a[aria-current] {
    background: var(--now-wash);
  }
  b {
    font-weight: 600;
  }
  b::first-letter {
    text-transform: uppercase;
  }
  .note {
    color: var(--ink-2);
    font-size: var(--text-xs);
  }
  .note.stands {
    color: var(--sso);
    font-weight: 600;
  }
`
