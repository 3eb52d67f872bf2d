import { css } from 'lit'

/** The window onto the picture, its chapters, and how it is printed. */
export const diagramStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--surface);
    scrollbar-gutter: stable;
    scrollbar-color: var(--line-2) transparent;
  }
  .canvas {
    position: relative;
    margin-inline: auto;
    padding-block-end: 140px;
  }
  @media print {
    :host {
      overflow: visible;
      contain: none;
      background: none;
    }
    .heads {
      position: static;
    }
    .chapter {
      contain: none;
      content-visibility: visible;
      break-inside: avoid;
    }
    .ahead,
    .chips,
    .hand,
    .return {
      display: none;
    }
    .canvas {
      zoom: 0.72;
      padding-block-end: 0;
    }
    .heads {
      zoom: 0.72;
    }
  }
  .return {
    position: sticky;
    inset-block-end: 14px;
    z-index: 4;
    display: flex;
    align-items: center;
    gap: 6px;
    inline-size: max-content;
    margin: -46px auto 0;
    min-block-size: 32px;
    padding: 0 14px;
    border-radius: 16px;
    background: var(--now);
    color: var(--on-now);
    font-size: var(--text-s);
    font-weight: 600;
    box-shadow: 0 4px 16px rgb(0 0 0 / 22%);
  }
`
