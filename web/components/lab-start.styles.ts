import { css } from 'lit'

export const startStyles = css`
  :host {
    display: block;
    overflow: auto;
    container-type: inline-size;
  }
  .page {
    display: grid;
    gap: 36px;
    max-inline-size: 1080px;
    margin-inline: auto;
    padding: clamp(20px, 6cqi, 64px) clamp(16px, 4cqi, 40px) 48px;
  }
  .hero {
    display: grid;
    gap: 12px;
  }
  h1 {
    font-size: clamp(1.625rem, 4.4cqi, 2.5rem);
    line-height: 1.15;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  .hero p {
    max-inline-size: 64ch;
    color: var(--ink-2);
    font-size: 1.125rem;
    text-wrap: pretty;
  }
  .questions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
    gap: 16px;
  }
  .questions li {
    display: grid;
  }
  .question {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    gap: 8px;
    padding: 20px;
    border: 1px solid var(--line);
    border-block-start: 4px solid var(--now);
    border-radius: 12px;
    background: var(--surface);
    color: var(--ink);
    text-decoration: none;
  }
  .expires {
    border-block-start-color: var(--expiry);
  }
  .stolen {
    border-block-start-color: var(--attack);
  }
  .question:hover {
    border-color: var(--line-2);
    border-block-start-color: inherit;
    box-shadow: 0 8px 28px rgb(0 0 0 / 10%);
  }
  .question:hover.how {
    border-block-start-color: var(--now);
  }
  .question:hover.expires {
    border-block-start-color: var(--expiry);
  }
  .question:hover.stolen {
    border-block-start-color: var(--attack);
  }
  .question b {
    font-size: 1.3125rem;
    line-height: 1.25;
    text-wrap: balance;
  }
  .question span {
    color: var(--ink-2);
  }
  .question i {
    margin-block-start: 6px;
    color: var(--now);
    font-style: normal;
    font-weight: 600;
  }
  .question:hover i {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .glimpse {
    inline-size: 160px;
    block-size: 72px;
    margin-block-end: 6px;
    fill: none;
    stroke: var(--ink-2);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .lane {
    stroke: var(--line-2);
  }
  .lane.hacker {
    stroke: var(--attack);
    stroke-dasharray: 3 4;
  }
  .faint {
    stroke: var(--line-2);
  }
  .now {
    stroke: var(--now);
  }
  .attack {
    stroke: var(--attack);
  }
  .copy {
    stroke: var(--attack);
    stroke-dasharray: 2 4;
  }
  .chip {
    fill: var(--now);
    stroke: var(--surface);
  }
  .stolen .chip {
    fill: var(--attack);
  }
  .bar {
    fill: var(--expiry-wash);
    stroke: none;
  }
  .run {
    stroke: var(--expiry);
    stroke-width: 4;
  }
  .all {
    display: grid;
    gap: 6px;
  }
  h2 {
    font-size: 1.1875rem;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 8px 32px;
    margin-block: 12px 16px;
  }
  .ways a {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }
  .ways span {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  details {
    border-block-start: 1px solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 48px;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover h3 {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  details:not([open]) > summary .icon {
    rotate: -90deg;
  }
  .workflows {
    display: grid;
    margin-inline-start: 10px;
    padding-inline-start: 18px;
    border-inline-start: 1px solid var(--line);
  }
  .workflows > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: baseline;
    padding-block: 8px;
  }
  h3 {
    font-size: 1.0625rem;
  }
  h4 {
    font-size: 1rem;
    font-weight: 600;
    text-wrap: balance;
  }
  h4::first-letter {
    text-transform: uppercase;
  }
  .sso {
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .sso.yes {
    color: var(--sso);
    font-weight: 600;
  }
  .lessons {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    font-size: var(--text-s);
  }
  .trace {
    margin-block-start: 14px;
    font-size: var(--text-s);
  }
  .lessons a {
    display: inline-block;
    padding-block: 5px;
  }
  @container (max-width: 640px) {
    .page {
      gap: 24px;
    }
    .hero p {
      font-size: 1rem;
    }
    .questions {
      gap: 10px;
    }
    .question {
      grid-template: 'title glimpse' auto 'promise glimpse' 1fr / minmax(0, 1fr) 96px;
      gap: 4px 12px;
      padding: 14px 16px;
    }
    .question b {
      font-size: 1.125rem;
    }
    .question span {
      font-size: var(--text-s);
    }
    .question i {
      display: none;
    }
    .glimpse {
      grid-area: glimpse;
      align-self: center;
      inline-size: 96px;
      block-size: auto;
      margin: 0;
    }
  }
`
