import { css } from 'lit'

export const attackPartStyles = css`
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
  .experiments {
    display: grid;
  }
  .experiments li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 2px 12px;
    align-items: start;
    padding-block: 6px;
    border-block-start: 1px solid var(--line);
  }
  .stop {
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
  @container (max-width: 47.5rem) {
    .experiments li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
