import { css } from 'lit'
import { stacked } from '../app/stacked.styles.ts'

/** An embedded player: story, picture and transport; inspector and choices when they are asked for. */
export const embedStyles = css`
  :host([layout='embed']) {
    min-block-size: 320px;
  }
  :host([layout='embed']) .stage {
    ${stacked}
  }
  /* In a frame that is too low everything scrolls, and the transport stays in reach. */
  :host([layout='embed']) .stage {
    overflow: auto;
  }
  :host([layout='embed']) lab-controls {
    position: sticky;
    inset-block-end: 0;
    z-index: 6;
  }
  :host([layout='embed']) .scroll {
    display: contents;
  }
  :host([layout='embed']) .picture {
    block-size: auto;
    border-block-end: 0;
  }
  :host([layout='embed']) .commentary {
    min-block-size: 0;
    max-block-size: none;
    padding: 10px 16px;
    border-inline-start: 0;
    overflow: visible;
  }
  :host([layout='embed']) .drawer {
    display: inline-flex;
  }
  :host([layout='embed']) lab-inspector {
    block-size: clamp(180px, 30vh, 300px);
    min-block-size: 0;
    border-inline-start: 0;
  }
  :host([layout='embed']) .stage:not(.is-open) :is(lab-inspector, lab-choices) {
    display: none;
  }
  :host([bare]) lab-controls {
    display: none;
  }
`
