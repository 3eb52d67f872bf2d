import { css } from 'lit'

export const chooseStyles = css`
  .page {
    gap: 24px;
    max-inline-size: 54rem;
    padding: clamp(20px, 5cqi, 48px) clamp(16px, 4cqi, 40px) 48px;
  }
  h1 {
    font-size: clamp(1.5rem, 4.4cqi, 2.125rem);
  }
  .hero p {
    font-size: 1.0625rem;
  }
  form {
    display: grid;
    gap: 16px;
  }
  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: 8px;
  }
  legend {
    padding: 0 0 8px;
    font-weight: 650;
    font-size: 1.0625rem;
  }
  label {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding: 10px 14px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
    cursor: pointer;
  }
  label:hover {
    border-color: var(--line-2);
  }
  label:has(:checked) {
    border-color: var(--now);
    background: var(--now-wash);
  }
  label:has(:focus-visible) {
    outline: 2px solid var(--now);
    outline-offset: 2px;
  }
  label b {
    display: block;
    font-weight: 600;
  }
  label span span {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  input[type='radio'] {
    margin-block-start: 3px;
  }
  input:focus-visible {
    outline: none;
  }
  .advice {
    display: grid;
    gap: 10px;
    padding: 20px;
    border: 1px solid var(--line);
    border-block-start: 4px solid var(--sso);
    border-radius: 12px;
    background: var(--surface);
  }
  h2 {
    font-size: 1.25rem;
    text-wrap: balance;
  }
  h3 {
    font-size: 1rem;
  }
  .reasons {
    display: grid;
    gap: 6px;
    padding-inline-start: 20px;
    list-style: disc;
  }
  .with code {
    display: inline-block;
    padding: 1px 7px;
    border-radius: 6px;
    background: var(--sunken);
    font-family: var(--mono);
    font-size: var(--text-s);
  }
  .all {
    display: grid;
    gap: 6px;
    margin-block-start: 16px;
  }
  .all h3 {
    margin-block-start: 14px;
  }
  details {
    border-block-start: 1px solid var(--line);
  }
  details > div {
    display: grid;
    gap: 10px;
    padding: 4px 0 16px 28px;
  }
  summary {
    min-block-size: 44px;
    padding-block: 4px;
  }
  summary .name {
    flex: 1;
    font-weight: 600;
  }
  .name::first-letter {
    text-transform: uppercase;
  }
`
