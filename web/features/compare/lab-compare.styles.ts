import { css } from 'lit'

/** Two columns with the relation between them; one column where there is no room for two. */
export const compareStyles = css`
  :host {
    display: block;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line-2) transparent;
  }
  .page {
    max-inline-size: 82.5rem;
    margin-inline: auto;
    padding: 20px 24px 48px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px 20px;
    margin-block-end: 18px;
  }
  h2 {
    font-size: var(--text-l);
    font-weight: 650;
    line-height: 1.25;
  }
  .top h2 {
    flex: 1 0 6em;
  }
  section > h2 {
    margin-block: 30px 10px;
    font-size: 1.125rem;
  }
  h3 {
    font-size: var(--text-m);
    font-weight: 650;
  }
  .picker {
    display: grid;
    flex: 1 1 15rem;
    max-inline-size: 28.75rem;
    gap: 3px;
    font-size: var(--text-xs);
    font-weight: 600;
    color: var(--ink-3);
  }
  select {
    min-block-size: 36px;
    inline-size: 100%;
    text-overflow: ellipsis;
    padding: 2px 8px;
    border: 1px solid var(--line-2);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: var(--text-s);
    font-weight: 400;
    color: var(--ink);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 0 14px;
    border: 1px solid var(--line-2);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--text-s);
  }
  .back:hover {
    border-color: var(--now);
    color: var(--now);
  }
  .intro {
    max-inline-size: 64ch;
    color: var(--ink-2);
  }
  .offers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: 16px;
    align-items: start;
    margin-block-start: 20px;
  }
  .offers section {
    padding: 8px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  .offers h3 {
    padding: 6px 8px 4px;
    font-size: var(--text-s);
  }
  .offers button {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: 40px;
    padding: 4px 8px;
    border-radius: var(--radius);
    text-align: start;
    font-size: var(--text-s);
  }
  .offers button:hover {
    background: var(--now-wash);
    color: var(--now);
  }
  .late {
    opacity: 0;
    animation: appear 0.2s 0.3s forwards;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  .trouble {
    max-inline-size: 64ch;
    padding: 12px 16px;
    border-inline-start: 3px solid var(--refuse);
    background: var(--refuse-wash);
  }
  .trouble button {
    margin-block-start: 8px;
    padding: 4px 14px;
    border: 1px solid var(--line-2);
    border-radius: var(--radius);
    background: var(--raised);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 20px;
    font-size: var(--text-s);
    color: var(--ink-2);
  }
  .bar label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 32px;
  }
  .bar input {
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--now);
  }
  .phase {
    margin-block-start: 18px;
    padding: 12px 0 6px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  .phase h3,
  .hidden {
    padding-inline: 14px;
  }
  .hidden {
    padding-block: 6px;
    font-size: var(--text-s);
    color: var(--ink-3);
  }
  @container (max-width: 43.75rem) {
    .page {
      padding: 14px 14px 40px;
    }
  }

  @media print {
    :host {
      overflow: visible;
    }
    .top,
    .bar label {
      display: none;
    }
  }
`
