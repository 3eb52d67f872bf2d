import { css } from 'lit'

/** The three questions of the first page, each with a small picture of its answer. */
export const questionsStyles = css`
  .questions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: 16px;
  }
  .questions li {
    display: grid;
  }
  .question {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    gap: 8px;
    padding: 20px;
    border: 1px solid var(--line);
    border-block-start: 4px solid var(--now);
    border-radius: 12px;
    background: var(--surface);
    color: var(--ink);
    text-decoration: none;
  }
  .expires {
    border-block-start-color: var(--expiry);
  }
  .stolen {
    border-block-start-color: var(--attack);
  }
  .question:hover {
    border-color: var(--line-2);
    border-block-start-color: inherit;
    box-shadow: 0 8px 28px rgb(0 0 0 / 10%);
  }
  .question:hover.how {
    border-block-start-color: var(--now);
  }
  .question:hover.expires {
    border-block-start-color: var(--expiry);
  }
  .question:hover.stolen {
    border-block-start-color: var(--attack);
  }
  .question b {
    font-size: 1.3125rem;
    line-height: 1.25;
    text-wrap: balance;
  }
  .question span {
    color: var(--ink-2);
  }
  .question i {
    margin-block-start: 6px;
    color: var(--now);
    font-style: normal;
    font-weight: 600;
  }
  .question:hover i {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .preview {
    inline-size: 160px;
    block-size: 72px;
    margin-block-end: 6px;
    fill: none;
    stroke: var(--ink-2);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .lane {
    stroke: var(--line-2);
  }
  .lane.hacker {
    stroke: var(--attack);
    stroke-dasharray: 3 4;
  }
  .faint {
    stroke: var(--line-2);
  }
  .now {
    stroke: var(--now);
  }
  .attack {
    stroke: var(--attack);
  }
  .copy {
    stroke: var(--attack);
    stroke-dasharray: 2 4;
  }
  .chip {
    fill: var(--now);
    stroke: var(--surface);
  }
  .stolen .chip {
    fill: var(--attack);
  }
  .bar {
    fill: var(--expiry-wash);
    stroke: none;
  }
  .run {
    stroke: var(--expiry);
    stroke-width: 4;
  }
  @container (max-width: 40rem) {
    .questions {
      gap: 10px;
    }
    .question {
      grid-template: 'title preview' auto 'promise preview' 1fr / minmax(0, 1fr) 96px;
      gap: 4px 12px;
      padding: 14px 16px;
    }
    .question b {
      font-size: 1.125rem;
    }
    .question span {
      font-size: var(--text-s);
    }
    .question i {
      display: none;
    }
    .preview {
      grid-area: preview;
      align-self: center;
      inline-size: 96px;
      block-size: auto;
      margin: 0;
    }
  }
`
