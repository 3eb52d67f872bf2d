import { css } from 'lit'

/** A question as calm as the story whose place it takes. */
export const predictStyles = css`
  :host {
    display: block;
    overflow: auto;
    padding: 8px 20px;
    background: var(--now-wash);
    font-size: var(--text-s);
    color: var(--ink);
  }
  :host([asking]) {
    padding: 16px 20px 14px;
    border-inline-start: 3px solid var(--now);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
  }
  .bar p {
    flex: 1 1 18em;
  }
  .score {
    font-weight: 650;
    white-space: nowrap;
  }
  .link {
    padding: 2px 6px;
    border-radius: var(--radius);
    color: var(--now);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 650;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  h2:focus-visible {
    outline-offset: 3px;
  }
  legend {
    margin-block-end: 7px;
  }
  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block-end: 10px;
  }
  .eyebrow {
    display: flex;
    justify-content: space-between;
    gap: 10px;
    margin-block-end: 4px;
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-2);
  }
  fieldset {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    margin: 8px 0 10px;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .hint {
    margin-block-end: 4px;
    color: var(--ink-2);
  }
  .option {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 0 8px;
    align-items: center;
    min-block-size: 32px;
    padding: 4px 8px;
    border-radius: var(--radius);
  }
  label.option:hover {
    background: color-mix(in srgb, var(--now) 10%, transparent);
  }
  .option > span {
    overflow-wrap: anywhere;
  }
  .option.is-right {
    background: var(--sso-wash);
  }
  .option.is-wrong {
    background: var(--refuse-wash);
  }
  .option .sign {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-size: var(--text-xs);
    font-weight: 650;
    white-space: nowrap;
  }
  .is-right .sign {
    color: var(--sso);
  }
  .is-wrong .sign {
    color: var(--refuse);
  }
  .why {
    grid-column: 2 / -1;
    color: var(--ink-2);
  }
  input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--now);
  }
  .verdict {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--text-m);
    font-weight: 650;
  }
  .verdict.is-right {
    color: var(--sso);
  }
  .verdict.is-wrong {
    color: var(--refuse);
  }
  .reasons {
    display: grid;
    gap: 4px;
    margin-block: 8px 12px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .actions button {
    min-block-size: 36px;
    padding: 2px 18px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--raised);
  }
  .actions .main {
    border-color: var(--now);
    background: var(--now);
    color: var(--on-now);
    font-weight: 600;
  }
`
