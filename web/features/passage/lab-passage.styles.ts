import { css } from 'lit'

export const passageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    font-size: var(--text-s);
  }
  .choices,
  .making {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    max-inline-size: 100%;
    font-weight: 600;
  }
  select {
    max-inline-size: min(15.5em, 60vw);
    text-overflow: ellipsis;
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 36px;
    padding: 0 14px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--raised);
    font-weight: 600;
  }
  button:hover {
    border-color: var(--ink-3);
  }
  .main {
    border-color: var(--now);
    background: var(--now);
    color: var(--on-now);
  }
  progress {
    inline-size: 12em;
    accent-color: var(--now);
  }
  p {
    margin: 0;
  }
  .note {
    color: var(--ink-2);
  }
  .problem {
    color: var(--refuse);
    font-weight: 600;
  }
  figure {
    margin: 0;
    min-inline-size: 0;
  }
  figcaption {
    margin-block-end: 4px;
    color: var(--ink-2);
  }
  .sheet {
    max-block-size: 320px;
    overflow: auto;
    border: 1px solid var(--line-2);
    border-radius: 8px;
  }
  img {
    display: block;
    inline-size: 100%;
    block-size: auto;
  }
  pre {
    max-block-size: 240px;
    margin: 4px 0 0;
    padding: 8px 10px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--sunken);
    font: 0.75rem/1.5 var(--mono);
    white-space: pre-wrap;
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
`
