import { css } from 'lit'

/** Cookies: verdicts with their signs, jars by host, what a script sees. */
export const jarStyles = css`
  .verdict {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 0 8px;
    padding: 6px 0;
  }
  .verdict p {
    grid-column: 2;
    max-inline-size: 62ch;
    color: var(--ink-2);
  }
  .yes > svg {
    color: var(--sso);
  }
  .no > svg,
  .no strong {
    color: var(--refuse);
  }
  .flags {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-top: 5px;
  }
  .name {
    font: 600 0.8125rem / 1.5 var(--mono);
    overflow-wrap: anywhere;
  }
  .former {
    margin-top: 4px;
    color: var(--ink-3);
  }
  .former s {
    text-decoration-color: var(--line-2);
  }
  .script {
    display: block;
    margin: 6px 0;
    padding: 8px 12px;
    border-radius: var(--radius);
    background: var(--sunken);
    font: 0.78125rem / 1.6 var(--mono);
    overflow-wrap: anywhere;
  }
  .filter {
    display: grid;
    gap: 4px;
    color: var(--ink-2);
  }
  .filter input {
    min-height: 32px;
    padding: 2px 10px;
    border: 1px solid var(--line-2);
    border-radius: 6px;
    background: var(--surface);
  }
`
