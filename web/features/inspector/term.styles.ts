import { css } from 'lit'

/** Names with their values, and below each what the name means. */
export const termStyles = css`
  /* Flexible boxes and not a grid: a message has dozens of rows, and a grid lays each out twice. */
  .term {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    align-items: baseline;
  }
  .term + .term {
    margin-top: 9px;
  }
  .term dt {
    flex: 0 0 11em;
    min-inline-size: 0;
    color: var(--ink-2);
    font: 600 0.78125rem / 1.5 var(--mono);
    overflow-wrap: anywhere;
  }
  .term dd {
    flex: 1 1 0;
    min-inline-size: 0;
    font-family: var(--mono);
    font-size: 0.78125rem;
    overflow-wrap: anywhere;
  }
  .term dd.about {
    flex: 0 0 100%;
  }
  .plain {
    white-space: pre-wrap;
  }
  .terms .terms .term + .term {
    margin-top: 4px;
  }
  .terms .terms {
    margin-block: 2px 4px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line);
  }
  .means {
    display: block;
    max-inline-size: 66ch;
    font: 0.8125rem / 1.45 var(--sans);
    color: var(--ink-3);
    overflow-wrap: normal;
  }
  .means b {
    color: var(--ink-2);
    font: 600 0.75rem / 1.45 var(--mono);
  }
  .source {
    display: inline-block;
    font: 0.75rem / 1.6 var(--sans);
    color: var(--ink-3);
    text-decoration-color: var(--line-2);
    text-underline-offset: 2px;
    white-space: nowrap;
  }
  a.source:hover {
    color: var(--now);
    text-decoration-color: currentcolor;
  }
  .instant {
    font-family: var(--sans);
    color: var(--ink-2);
  }
  .instant.is-over {
    color: var(--refuse);
  }
  .opaque {
    display: grid;
    gap: 8px;
  }
  .opaque .means {
    margin-top: 2px;
  }
  .signature {
    display: flex;
    gap: 6px;
    padding: 6px 10px;
    border-radius: var(--radius);
    background: var(--sunken);
    color: var(--ink-2);
  }
  .signature.yes svg {
    color: var(--sso);
  }
  .signature.no svg,
  .signature.no b {
    color: var(--refuse);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    margin-top: 6px;
  }
  .bar label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    color: var(--ink-2);
    cursor: pointer;
  }
  .bar input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--now);
  }
  @container (max-width: 24rem) {
    .term dt,
    .term dd {
      flex: 0 0 100%;
    }
  }
`
