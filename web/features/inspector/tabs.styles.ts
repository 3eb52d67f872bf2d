import { css } from 'lit'

/** The inspector's frame: the tabs above, the layer below, the followed secret between them. */
export const tabsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--surface);
  }
  [role='tablist'] {
    display: flex;
    flex: none;
    padding: 0 10px;
    border-bottom: 1px solid var(--line);
    overflow-x: auto;
    scrollbar-width: none;
  }
  [role='tab'] {
    flex: none;
    min-height: 40px;
    /* By the width of the player: beside the picture there is less room than below it. */
    padding: 0 clamp(6px, 0.5cqi, 10px);
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-3);
    box-shadow: inset 0 -2px transparent;
  }
  @container (max-width: 26.25rem) {
    [role='tablist'] {
      padding-inline: 6px;
    }
    [role='tab'] {
      padding-inline: 6px;
    }
  }
  @container (width > 63rem) and (width <= 73rem) {
    [role='tablist'] {
      padding-inline: 12px 4px;
    }
    [role='tab'] {
      padding-inline: 4px;
    }
  }
  [role='tab']:hover {
    color: var(--ink);
  }
  [role='tab']:focus-visible {
    outline-offset: -2px;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ink);
    box-shadow: inset 0 -2px var(--now);
  }
  .mark {
    display: inline-block;
    margin-inline-start: 5px;
    padding: 0 5px;
    border-radius: 8px;
    background: var(--now-wash);
    color: var(--now);
    font-size: var(--text-xs);
  }
  [role='tabpanel'] {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    scrollbar-color: var(--line-2) transparent;
  }
  [role='tabpanel']:focus-visible {
    outline-offset: -2px;
  }
`
