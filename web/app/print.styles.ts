import { css } from 'lit'

/** On paper: what `<lab-print>` tells, then the picture, whole. */
export const printStyles = css`
  @media print {
    :host,
    .stage {
      display: block;
      block-size: auto;
      overflow: visible;
      background: none;
      container-type: normal;
      color-scheme: light;
    }
    .stage .scroll {
      display: block;
      overflow: visible;
    }
    .notices,
    .commentary,
    .drawer,
    lab-header,
    lab-inspector,
    lab-choices,
    lab-controls,
    lab-tour,
    .picture > lab-search,
    .picture > lab-outline,
    .picture > lab-list {
      display: none !important;
    }
    .stage .picture,
    .stage .picture.is-list {
      display: block;
      block-size: auto;
      contain: none;
      break-before: page;
    }
    .stage .picture > lab-diagram {
      contain: none;
      visibility: visible !important;
    }
  }
`
