import { css } from 'lit'

/** The story: one large sentence, what it is about above it, notes in small type below. */
export const storyStyles = css`
  :host {
    display: block;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-bottom: 8px;
    font-size: var(--text-s);
    color: var(--ink-2);
  }
  .number {
    min-width: 24px;
    padding: 1px 7px;
    border-radius: 12px;
    background: var(--now);
    color: var(--on-now);
    font-weight: 700;
    font-size: var(--text-xs);
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .who {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    font-weight: 600;
  }
  .phase {
    margin-inline-start: auto;
    color: var(--ink-3);
  }
  h2 {
    order: 1;
    flex: 1 1 100%;
    margin-top: 4px;
    font: 600 var(--text-m) / 1.4 var(--mono);
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  h2.before {
    margin: 0;
    font: 600 var(--text-s) / 1.5 var(--sans);
    color: var(--ink-3);
  }
  .sentence {
    font-size: var(--text-l);
    line-height: 1.42;
    text-wrap: pretty;
    color: var(--ink);
    max-width: 62ch;
  }
  .notes {
    display: grid;
    gap: 5px;
    margin-top: 10px;
  }
  .note {
    max-inline-size: 72ch;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line-2);
    font-size: var(--text-s);
    line-height: 1.45;
    color: var(--ink-3);
  }
  .note b {
    font-weight: 650;
    color: var(--ink-2);
  }
  .corrected {
    border-color: var(--now);
    color: var(--ink-2);
  }
  .differs {
    border-color: var(--expiry);
    color: var(--ink-2);
  }
  .assumed {
    border-inline-start-style: dashed;
  }
  .origin {
    padding: 0;
    border: 0;
    font-size: var(--text-xs);
  }
  /* Beside the picture of a small window: the inspector below wants its share of the height. */
  @container (width > 63rem) and (width <= 70rem) {
    .sentence {
      font-size: 1.1875rem;
    }
  }
  @container (width > 43.75rem) and (width <= 63rem) {
    header {
      margin-bottom: 4px;
    }
    h2 {
      order: 0;
      flex: 0 1 auto;
      margin: 0 0 0 6px;
    }
    .sentence {
      font-size: 1.125rem;
      max-width: none;
    }
    .notes {
      gap: 2px;
      margin-top: 4px;
    }
  }
  @container (max-width: 43.75rem) {
    .sentence {
      font-size: 1.125rem;
    }
  }
`
