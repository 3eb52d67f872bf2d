import { css } from 'lit'

/** Wire text set like a book's code: names and signs step back, what is spoken of is marked. */
export const wireStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    margin-bottom: 8px;
  }
  .head h3 {
    margin: 0;
  }
  pre.wire {
    max-block-size: none;
    padding: 12px 14px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    line-height: 1.65;
    font-variant-numeric: slashed-zero;
    font-feature-settings: 'zero';
    tab-size: 2;
  }
  p + pre.wire {
    margin-block-start: 8px;
  }
  pre.bytes {
    word-break: break-all;
  }
  .wire .line {
    display: inline;
    font: inherit;
    font-weight: 650;
  }
  .wire .name,
  .wire .sign {
    color: var(--ink-3);
  }
  .wire mark {
    background: var(--now-wash);
    color: inherit;
    box-shadow: inset 0 -2px light-dark(oklch(78% 0.09 262), oklch(52% 0.11 262));
    padding-block: 1px;
  }
  .wire .secret {
    color: light-dark(oklch(40% 0.13 var(--hue)), oklch(84% 0.1 var(--hue)));
  }
  .wire button {
    min-height: 0;
    padding: 0 5px;
    border-radius: 4px;
    background: var(--surface);
    color: var(--now);
    font: 600 0.75rem / 1.6 var(--sans);
    white-space: nowrap;
  }
  .hint {
    margin-top: 8px;
    max-inline-size: 62ch;
    color: var(--ink-3);
  }
`
