import { css } from 'lit'

export const browserStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(240px, 1fr) auto;
    min-inline-size: 0;
    border: 1px solid var(--line-2);
    border-radius: 10px;
    background: var(--surface);
    overflow: hidden;
  }
  :host([agent='Hacker']) {
    border: 2px dashed var(--attack);
  }
  .title {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    padding: 5px 10px 4px;
    background: var(--sunken);
    font-size: var(--text-xs);
    color: var(--ink-2);
  }
  .title b {
    font-weight: 650;
    white-space: nowrap;
  }
  .title span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([agent='Hacker']) .title {
    background:
      repeating-linear-gradient(
        135deg,
        color-mix(in srgb, var(--attack) 9%, transparent) 0 8px,
        transparent 8px 16px
      ),
      var(--attack-wash);
  }
  :host([agent='Hacker']) .title b,
  :host([agent='Hacker']) .title svg {
    color: var(--attack);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    padding: 0 8px 6px;
    background: var(--sunken);
    border-bottom: 1px solid var(--line);
  }
  :host([agent='Hacker']) .bar {
    background: var(--attack-wash);
  }
  .address {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    min-block-size: 30px;
    padding: 0 10px 0 3px;
    border-radius: 15px;
    background: var(--surface);
    font-family: var(--mono);
    font-size: 0.78125rem;
  }
  .address .url {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--ink-3);
  }
  .url b {
    font-weight: 600;
    color: var(--ink);
  }
  .lock,
  .badge {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 4px;
    min-block-size: 26px;
    padding: 0 6px;
    border-radius: 13px;
    font: 600 var(--text-xs) var(--sans);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .lock:hover,
  .badge:hover {
    background: var(--now-wash);
    color: var(--now);
  }
  .lock.is-open {
    color: var(--refuse);
  }
  .status {
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--refuse);
    white-space: nowrap;
  }
  iframe {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    background: white;
    color-scheme: light;
    zoom: var(--page-zoom, 1);
  }
  iframe[hidden] {
    display: none;
  }
  .blank {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 10px;
    padding: 24px;
    text-align: center;
    color: var(--ink-3);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    min-block-size: 34px;
    padding: 4px 12px;
    border-top: 1px solid var(--line);
    font-size: var(--text-xs);
    color: var(--ink-2);
  }
  .foot[hidden] {
    display: none;
  }
  .foot p {
    flex: 1 1 14em;
  }
  .foot .why {
    color: var(--refuse);
    font-weight: 600;
  }
  .foot svg {
    vertical-align: -0.25em;
  }
  .do {
    min-block-size: 26px;
    padding: 0 10px;
    border: 1px solid var(--line-2);
    border-radius: 13px;
    color: var(--now);
    font-weight: 600;
    white-space: nowrap;
  }
  .do:hover {
    border-color: var(--now);
    background: var(--now-wash);
  }
`
