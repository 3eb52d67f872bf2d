import { css } from 'lit'

/** One column that scrolls: where there is little room to the side, or little height. */
export const narrow = css`
  .stage {
    grid-template:
      'notice' auto
      'scroll' minmax(0, 1fr)
      'choices' auto
      'controls' auto / minmax(0, 1fr);
  }
  .scroll {
    grid-area: scroll;
    display: block;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .drawer {
    display: none;
  }
  .picture {
    block-size: 250px;
    border-block-end: 1px solid var(--line);
  }
  .picture.is-list {
    block-size: 55vh;
  }
  .picture > lab-outline {
    display: none;
  }
  .commentary {
    min-block-size: 0;
    max-block-size: none;
    padding: 12px 16px 14px;
    overflow: visible;
  }
  .commentary > lab-predict {
    margin: -12px -16px 12px;
  }
  .commentary > lab-predict[asking] {
    max-block-size: none;
    margin-block-end: -14px;
  }
  lab-inspector,
  .stage:not(.is-open) lab-inspector {
    display: flex;
    block-size: auto;
    contain: layout style;
    min-block-size: 320px;
  }
`
