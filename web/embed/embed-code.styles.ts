import { css } from 'lit'

export const embedCodeStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    margin-block-start: 12px;
    font-size: var(--text-s);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-weight: 600;
  }
  input {
    inline-size: 7em;
    min-block-size: 36px;
    padding: 2px 8px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--surface);
  }
  figure {
    margin: 0;
    min-inline-size: 0;
  }
  figcaption {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    color: var(--ink-2);
  }
  pre {
    margin: 4px 0 0;
    padding: 8px 10px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sunken);
    font: 0.75rem/1.5 var(--mono);
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
  login-lab-embed {
    margin-block-start: 8px;
  }
`
