import { css } from 'lit'
import { narrow } from './narrow.styles.ts'
import { stacked } from './stacked.styles.ts'

/** The stage: three shapes by the element's own width, so that an embed has them too. */
export const stageStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    position: relative;
    block-size: 100%;
    min-block-size: 360px;
    container-type: inline-size;
    overflow: clip;
    background: var(--ground);
    color: var(--ink);
    font: 400 0.9375rem / 1.5 var(--sans);
    -webkit-text-size-adjust: 100%;
  }
  .stage {
    display: grid;
    min-block-size: 0;
    grid-template:
      'notice notice' auto
      'picture story' auto
      'picture inspector' minmax(0, 1fr)
      'choices inspector' auto
      'controls controls' auto / minmax(0, 1fr) clamp(400px, 33cqi, 560px);
  }
  .notices {
    grid-area: notice;
  }
  .compared {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }
  .scroll {
    display: contents;
  }
  .picture {
    grid-area: picture;
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) auto;
    min-block-size: 0;
    min-inline-size: 0;
  }
  /* Their rows are given: what is inside need not be measured to lay out the rest. */
  .picture,
  lab-inspector {
    contain: size layout style;
  }
  .picture > * {
    grid-area: 2 / 1;
    min-block-size: 0;
    min-inline-size: 0;
  }
  lab-diagram,
  lab-list {
    contain: strict;
  }
  lab-controls,
  lab-choices {
    contain: layout style;
  }
  .picture > lab-search {
    grid-area: 1 / 1 / 2 / 3;
  }
  .picture > lab-outline {
    grid-area: 2 / 2;
    inline-size: 148px;
  }
  .commentary > lab-predict {
    margin: -18px -20px 14px;
  }
  .commentary > lab-predict[asking] {
    max-block-size: 62vh;
    margin-block-end: -16px;
  }
  .commentary > lab-predict[asking] ~ * {
    display: none;
  }
  .commentary {
    grid-area: story;
    min-block-size: 196px;
    padding: 18px 20px 16px;
    border-block-end: 1px solid var(--line);
    border-inline-start: 1px solid var(--line);
    background: var(--surface);
  }
  lab-inspector {
    grid-area: inspector;
    border-inline-start: 1px solid var(--line);
  }
  lab-choices {
    grid-area: choices;
    min-inline-size: 0;
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  lab-controls {
    grid-area: controls;
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  .peek:not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .peek:focus-within {
    z-index: 5;
    inline-size: min(440px, 100%);
    border-inline-end: 1px solid var(--line-2);
    box-shadow: 12px 0 40px rgb(0 0 0 / 18%);
  }
  .drawer {
    display: none;
    grid-area: drawer;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 28px;
    border-block-start: 1px solid var(--line);
    background: var(--surface);
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-2);
  }
  .drawer:hover {
    background: var(--sunken);
  }
  .drawer[aria-expanded='false'] svg {
    rotate: 180deg;
  }
  .first {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-block-size: 0;
  }
  /* Two columns as long as five lanes have room: the outline gives way to them. */
  @container (width > 63rem) and (width <= 73rem) {
    :host(:not([layout='embed'])) .picture > lab-outline {
      display: none;
    }
  }
  @container (width > 63rem) and (width <= 70rem) {
    .commentary {
      min-block-size: 150px;
      padding-block: 14px 12px;
    }
  }
  @container (max-width: 63rem) {
    .stage {
      ${stacked}
    }
    /* What is told is never cut off for the inspector: that gives way first. */
    .stage:where(.is-open:not(:has(lab-predict[asking]))) {
      grid-template-rows:
        auto max-content minmax(140px, 1fr) auto minmax(150px, clamp(180px, 31vh, 460px))
        auto auto;
    }
    .commentary {
      min-block-size: 112px;
      max-block-size: 46vh;
      padding: 10px 20px;
      border-inline-start: 0;
      overflow: auto;
    }
    .commentary > lab-predict {
      margin: -10px -20px 10px;
    }
    .commentary > lab-predict[asking] {
      max-block-size: 50vh;
      margin-block-end: -10px;
    }
    .drawer {
      display: inline-flex;
    }
    lab-inspector {
      border-inline-start: 0;
    }
    .stage:not(.is-open) lab-inspector,
    .stage:has(lab-predict[asking]) :is(lab-inspector, .drawer) {
      display: none;
    }
  }

  @container (max-width: 46rem) {
    ${narrow}
  }
  @media (max-height: 600px) {
    @container (max-width: 70rem) {
      ${narrow}
    }
  }
`
