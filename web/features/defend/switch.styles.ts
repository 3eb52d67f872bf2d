import { css } from 'lit'

export const switchStyles = css`
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
`
