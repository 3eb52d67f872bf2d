import { css } from 'lit'

export const defendStyles = css`
  dialog {
    inline-size: min(1120px, calc(100vw - 24px));
    block-size: min(860px, calc(100dvh - 24px));
    max-block-size: none;
  }
  h2 {
    font-size: 1.125rem;
  }
  h3 {
    font-size: 1.0625rem;
  }
  h4 {
    margin-block: 14px 4px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
    border-block: 1px solid var(--line);
  }
  .body > section {
    overflow: auto;
    overscroll-behavior: contain;
    padding: 16px 24px 24px;
  }
  .defences {
    border-inline-start: 1px solid var(--line);
  }
  .body .quiet {
    font-size: var(--text-s);
  }
  input[type='search'],
  select,
  input[type='number'] {
    min-block-size: 34px;
    padding: 3px 10px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--surface);
  }
  input[type='search'] {
    inline-size: 100%;
    margin-block: 10px 8px;
  }
  input[type='radio'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--now);
  }
  fieldset {
    min-inline-size: 0;
    /* Half a row is cut on purpose: an edge between two rows would look like the end. */
    max-block-size: 18.1rem;
    margin: 6px 0 0;
    padding: 2px;
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow: auto;
  }
  /* While no attack is chosen nothing has to stand below the list. */
  fieldset:has(label:first-of-type :checked) {
    max-block-size: none;
  }
  fieldset label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 34px;
    padding: 3px 8px;
    border-radius: 8px;
    cursor: pointer;
  }
  fieldset label:hover {
    background: var(--sunken);
  }
  fieldset label:has(:checked) {
    background: var(--attack-wash);
    font-weight: 600;
  }
  details {
    margin-block-start: 8px;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 34px;
    color: var(--ink-2);
    font-size: var(--text-s);
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details:not([open]) > summary > .icon {
    rotate: -90deg;
  }
  details > ul:not(.switches) {
    padding-inline-start: 24px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .about {
    margin-block-start: 16px;
    padding: 14px 16px;
    border: 1px solid var(--line);
    border-inline-start: 4px solid var(--attack);
    border-radius: 10px;
    background: var(--surface);
  }
  .about dl {
    display: grid;
    gap: 2px;
    margin-block: 8px;
  }
  .about dt {
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 600;
  }
  .about dd {
    margin-block-end: 6px;
  }
  code {
    font-family: var(--mono);
    font-size: 0.8125rem;
  }
  .weak code {
    display: inline-block;
    padding: 0 6px;
    border-radius: 5px;
    background: var(--sunken);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
    margin-block-end: 8px;
    font-size: var(--text-s);
  }
  .bar a {
    padding-block: 4px;
  }
  .bar button,
  .try {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 12px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
  }
  .try {
    font-size: var(--text-s);
  }
  .bar button:hover,
  .try:hover {
    background: var(--sunken);
  }
  .claims {
    display: grid;
  }
  .claims li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 2px 12px;
    align-items: start;
    padding-block: 6px;
    border-block-start: 1px solid var(--line);
  }
  .claim {
    font-weight: 600;
  }
  .tried {
    display: grid;
    justify-items: start;
    gap: 2px;
    font-size: var(--text-s);
  }
  .tried a {
    padding-block: 3px;
  }
  .outcome {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .outcome.won {
    color: var(--attack);
  }
  .outcome.stopped {
    color: var(--sso);
  }
  .decided {
    color: var(--ink-2);
  }
  .preset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-block-start: 8px;
    font-weight: 600;
  }
  .switches {
    display: grid;
  }
  .switch {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    align-items: center;
    padding-block: 7px;
    border-block-start: 1px solid var(--line);
  }
  .switch label {
    font-weight: 600;
  }
  .switch p {
    grid-column: 1 / -1;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .switch .where,
  .switch .usual {
    display: block;
    color: var(--ink-3);
    font-size: var(--text-xs);
    overflow-wrap: anywhere;
  }
  .switch .where code {
    font-size: inherit;
  }
  .switch.differs label::after {
    content: ' ●';
    color: var(--now);
  }
  .switch .usual {
    color: var(--now);
    font-weight: 600;
  }
  .switch select,
  .switch input[type='number'] {
    max-inline-size: 9.5rem;
  }
  input[role='switch'] {
    appearance: none;
    position: relative;
    flex: none;
    inline-size: 42px;
    block-size: 24px;
    margin: 0;
    border: 1px solid var(--ink-3);
    border-radius: 12px;
    background: var(--sunken);
    cursor: pointer;
  }
  input[role='switch']::before {
    content: '';
    position: absolute;
    inset-block: 3px;
    inset-inline-start: 3px;
    inline-size: 16px;
    border-radius: 50%;
    background: var(--ink-3);
    transition: translate 0.12s;
  }
  input[role='switch']:checked {
    border-color: var(--now);
    background: var(--now);
  }
  input[role='switch']:checked::before {
    translate: 18px 0;
    background: var(--on-now);
  }
  @media (forced-colors: active) {
    input[role='switch'] {
      appearance: auto;
    }
    input[role='switch']::before {
      content: none;
    }
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 24px;
  }
  footer p {
    flex: 1 1 12rem;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  footer button {
    min-block-size: 38px;
    padding: 2px 14px;
    border-radius: 8px;
  }
  .reset {
    border: 1px solid var(--line-2);
  }
  .reset:disabled {
    color: var(--ink-3);
  }
  .go {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    background: var(--now);
    color: var(--on-now);
    font-weight: 650;
  }
  @container (max-width: 760px) {
    header,
    footer {
      padding-inline: 16px;
    }
    .body {
      display: block;
      overflow: auto;
    }
    .body > section {
      overflow: visible;
      padding-inline: 16px;
    }
    .defences {
      border-inline-start: 0;
      border-block-start: 1px solid var(--line);
    }
    footer p {
      flex-basis: 100%;
    }
    .claims li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
