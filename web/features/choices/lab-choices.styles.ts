import { css } from 'lit'

export const choiceStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 48px;
    padding: 6px 16px;
    font-size: var(--text-s);
  }
  h2 {
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-3);
    white-space: nowrap;
  }
  .nearest {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .between {
    white-space: nowrap;
  }
  .wait {
    display: contents;
    color: var(--ink-2);
  }
  /* It has the focus only while there is nothing to press. */
  .wait > [role='status'] {
    outline: none;
  }
  .wait > [aria-hidden] {
    white-space: nowrap;
  }
  /* While it is told what is waited for, nothing can be chosen. */
  .wait:has(> [aria-hidden]) ~ * {
    display: none;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    min-height: 34px;
    padding: 2px 12px 2px 9px;
    border: 1px solid var(--line-2);
    border-radius: 17px;
    background: var(--raised);
    text-align: start;
  }
  .nearest .choice > span:first-of-type {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .choice:hover:not(:disabled),
  .who:hover {
    border-color: var(--now);
    color: var(--now);
  }
  .hacker {
    color: var(--attack);
  }
  .clock {
    color: var(--expiry);
  }
  .choice.is-next {
    border-color: var(--now);
    box-shadow: inset 0 0 0 1px var(--now);
  }
  .tag {
    flex: none;
    font-size: var(--text-xs);
    color: var(--now);
    font-weight: 600;
  }
  .who {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 34px;
    padding: 2px 8px;
    border: 1px solid transparent;
    border-radius: 17px;
    white-space: nowrap;
  }
  .who .icon:last-child {
    inline-size: 1em;
    opacity: 0.7;
  }
  .number {
    min-inline-size: 1.5em;
    padding: 0 4px;
    border-radius: 8px;
    background: var(--sunken);
    font-size: var(--text-xs);
    font-weight: 600;
    text-align: center;
    color: var(--ink-2);
  }
  .panel {
    inline-size: min(25rem, 92vw);
    max-height: 64vh;
    overflow: auto;
    padding: 10px 12px 12px;
    border: 1px solid var(--line-2);
    border-radius: 10px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 10px 34px rgb(0 0 0 / 20%);
  }
  .panel:popover-open {
    display: grid;
    gap: 4px;
  }
  .panel .choice {
    border-radius: 8px;
    border-color: transparent;
    background: none;
  }
  .panel .choice:hover:not(:disabled) {
    background: var(--now-wash);
  }
  .panel .tag {
    margin-inline-start: auto;
  }
  .panel h3 {
    margin: 6px 0 0 9px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--line);
  }
  .panel li {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: 0 6px;
    padding: 4px 9px;
    color: var(--ink-3);
  }
  .panel p {
    grid-column: 2;
    color: var(--ink-2);
    font-size: var(--text-xs);
  }
  @supports (position-area: top) {
    .panel {
      inset: auto;
      position-area: top span-left;
      position-try-fallbacks: flip-inline;
      margin: 0 0 8px;
    }
    @media (max-width: 30rem) {
      .panel {
        position-area: top span-all;
        justify-self: center;
      }
    }
  }
  /* What comes next is told in full before what the rows are called. */
  @container (max-width: 84rem) {
    h2 {
      display: none;
    }
  }
  /* Whose choices they are has to be heard also where it is not written. */
  @container (max-width: 78rem) {
    .who .name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (width > 63rem) and (width <= 70rem) {
    .who {
      padding-inline: 6px;
    }
  }
  @container (max-width: 43.75rem) {
    :host {
      gap: 4px;
      padding: 4px 10px;
    }
    .between,
    .who .icon:last-child {
      display: none;
    }
    .who {
      padding: 2px 5px;
      gap: 3px;
    }
  }
  /* A phone has room for what comes next in two short lines; its frame says that it is next. */
  @container (max-width: 30rem) {
    .nearest .choice > span:first-of-type {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      font-size: var(--text-xs);
      line-height: 1.25;
      white-space: normal;
    }
    .nearest .tag {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  /* Beside the rows there is room for its picture only. */
  @container (max-width: 22rem) {
    :host {
      flex-wrap: wrap;
    }
    .nearest {
      flex-basis: 100%;
    }
  }
`
