import { css } from 'lit'

export const shareStyles = css`
  dialog {
    inline-size: min(760px, calc(100vw - 24px));
    max-block-size: min(760px, calc(100dvh - 32px));
  }
  h2 {
    font-size: 1.0625rem;
  }
  .body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0 24px 20px;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin: 4px 0 0;
    padding: 0;
    border: 0;
    font-size: var(--text-s);
  }
  legend {
    padding: 0;
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-3);
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }
  input[type='radio'] {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--now);
  }
  section {
    margin-top: 18px;
  }
  h3 {
    margin-bottom: 6px;
    font-size: var(--text-xs);
    font-weight: 600;
    letter-spacing: 0.02em;
    color: var(--ink-3);
  }
  ul {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .note {
    margin-bottom: 8px;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--expiry);
    font-size: var(--text-s);
    color: var(--ink-2);
    max-inline-size: 72ch;
  }
  .item {
    display: grid;
    grid-template-columns: 20px 1fr auto;
    align-content: start;
    align-items: start;
    gap: 2px 12px;
    inline-size: 100%;
    block-size: 100%;
    min-height: 58px;
    padding: 9px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    text-align: start;
    font-size: var(--text-s);
    cursor: pointer;
  }
  .item:hover:not([aria-disabled='true']) {
    border-color: var(--now);
  }
  .item svg {
    grid-row: span 2;
    margin-top: 1px;
    color: var(--ink-3);
  }
  .item b {
    font-weight: 600;
  }
  .does {
    color: var(--now);
    font-size: var(--text-xs);
    font-weight: 600;
    line-height: 1.65;
  }
  .item small {
    grid-column: 2 / -1;
    font-size: var(--text-xs);
    line-height: 1.4;
    color: var(--ink-3);
  }
  .item[aria-disabled='true'] {
    background: none;
    color: var(--ink-3);
    cursor: default;
  }
  .item[aria-disabled='true'] .does {
    visibility: hidden;
  }
  .item.is-done {
    border-color: var(--sso);
  }
  .item.is-done .does {
    color: var(--sso);
  }
  label.item:focus-within {
    outline: 2px solid var(--now);
    outline-offset: 2px;
  }
  footer {
    border-block-start: 1px solid var(--line);
    padding: 10px 24px 12px;
    background: var(--surface);
    font-size: var(--text-s);
  }
  footer:not(.is-told) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .is-failed p {
    color: var(--refuse);
  }
  textarea {
    inline-size: 100%;
    block-size: 7.5em;
    margin-top: 8px;
    padding: 8px 10px;
    border: 1px solid var(--line-2);
    border-radius: 6px;
    background: var(--sunken);
    color: var(--ink);
    font: 0.75rem/1.5 var(--mono);
    resize: vertical;
  }
  @container (max-width: 35rem) {
    ul {
      grid-template-columns: 1fr;
    }
    header {
      padding: 12px 16px 6px;
    }
    .body {
      padding: 0 16px 16px;
    }
    footer {
      padding-inline: 16px;
    }
  }
`
