import { css } from 'lit'

/** The chapters of a picture, each drawn when it comes near. */
export const chapterStyles = css`
  .chapter {
    position: relative;
    block-size: var(--height);
    padding-block-start: var(--title);
    contain: strict;
    /* A far jump would paint thousands of pixels around what is in sight. */
    content-visibility: auto;
  }
  .chapter > svg {
    position: absolute;
    inset: 0;
  }
  /* It scrolls with its chapter: each title that stuck was one more layer to build at every step. */
  .title {
    position: relative;
    z-index: 1;
    inline-size: max-content;
    max-inline-size: 100%;
    margin-inline-start: 8px;
    padding: 3px 12px 4px;
    font-weight: 600;
    font-size: var(--text-s);
    color: var(--ink-2);
    pointer-events: none;
  }
  .is-theft > .title {
    color: var(--attack);
  }
`
