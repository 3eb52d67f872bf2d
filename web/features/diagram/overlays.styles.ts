import { css } from 'lit'

/** What lies on the picture: bands, chips, beads, the remark on an arrow. */
export const overlayStyles = css`
  .band {
    position: absolute;
    inline-size: 7px;
    translate: -50%;
    border-radius: 4px;
    background: light-dark(oklch(80% 0.12 var(--hue)), oklch(48% 0.12 var(--hue)));
    pointer-events: none;
  }
  .band.is-hacker {
    outline: 2px dashed var(--attack);
    outline-offset: 1px;
  }
  .chips {
    position: absolute;
    display: flex;
    gap: 4px;
    translate: -50% -50%;
    z-index: 2;
    pointer-events: none;
  }
  /* Where a chip has no ground of its own, the arrow behind it would strike it through. */
  .chips lab-chip {
    border-radius: 5px;
    background: var(--surface);
    pointer-events: auto;
  }
  .chips .more {
    align-self: center;
    font-size: var(--text-xs);
    background: var(--surface);
    padding: 0 4px;
    border-radius: 4px;
  }
  .bead {
    fill: light-dark(oklch(68% 0.13 var(--hue)), oklch(62% 0.12 var(--hue)));
  }
  .bead.is-dead {
    fill: var(--surface);
    stroke: light-dark(oklch(68% 0.13 var(--hue)), oklch(62% 0.12 var(--hue)));
    stroke-width: 1px;
  }
  .bead.is-dimmed {
    opacity: 0.15;
  }
  /* They keep their place: taking them out would have the chapter laid out again. */
  .is-current .beads {
    visibility: hidden;
  }
  .ahead {
    position: absolute;
    inset: 0 0 auto;
    z-index: 1;
    /* Of a colour that lets through, not by opacity: that would be composed anew at each step. */
    background: color-mix(in srgb, var(--surface) 30%, transparent);
    pointer-events: none;
  }
  .remark {
    position: absolute;
    z-index: 3;
    inline-size: 300px;
    translate: -50%;
    padding: 10px 14px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--raised);
    box-shadow: 0 8px 28px rgb(0 0 0 / 16%);
    font-size: var(--text-s);
    pointer-events: none;
  }
`
