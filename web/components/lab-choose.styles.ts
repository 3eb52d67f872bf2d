import { css } from 'lit'

export const chooseStyles = css`
  :host {
    display: block;
    overflow: auto;
    container-type: inline-size;
  }
  .page {
    display: grid;
    gap: 24px;
    max-inline-size: 860px;
    margin-inline: auto;
    padding: clamp(20px, 5cqi, 48px) clamp(16px, 4cqi, 40px) 48px;
  }
  .hero {
    display: grid;
    gap: 8px;
  }
  h1 {
    font-size: clamp(1.5rem, 4.4cqi, 2.125rem);
    line-height: 1.15;
    letter-spacing: -0.02em;
  }
  .hero p {
    color: var(--ink-2);
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
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
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
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 3px 0 0;
    accent-color: var(--now);
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
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 18px;
  }
  .ways a {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
  }
  .ways .go {
    padding: 2px 16px 2px 12px;
    border-radius: 8px;
    background: var(--now);
    color: var(--on-now, var(--surface));
    font-weight: 650;
    text-decoration: none;
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
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-block: 4px;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .name {
    flex: 1;
    font-weight: 600;
  }
  .name::first-letter {
    text-transform: uppercase;
  }
  details:not([open]) > summary > .icon {
    rotate: -90deg;
  }
`
