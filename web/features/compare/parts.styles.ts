import { css } from 'lit'

/** Letters of the sides, and numbers that lead to messages. */
export const partStyles = css`
  .letter {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin-inline-end: 6px;
    border-radius: 4px;
    background: var(--ink-2);
    font: 700 0.6875rem / 1 var(--sans);
    color: var(--surface);
  }
  td > .letter,
  .cell > .letter,
  dd > .letter {
    display: none;
  }
  .evidence {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 3px;
    vertical-align: middle;
  }
  .number {
    display: inline-grid;
    place-items: center;
    min-inline-size: 26px;
    min-block-size: 24px;
    padding-inline: 5px;
    border: 1px solid var(--line-2);
    border-radius: 12px;
    background: var(--surface);
    font: 600 0.75rem / 1 var(--mono);
    font-variant-numeric: slashed-zero;
    color: var(--ink-2);
    text-decoration: none;
  }
  .number:hover {
    border-color: var(--now);
    background: var(--now-wash);
    color: var(--now);
  }

  @container (max-width: 43.75rem) {
    .letter,
    td > .letter,
    .cell > .letter,
    dd > .letter {
      display: inline-grid;
    }
  }
`
