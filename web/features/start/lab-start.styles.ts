import { css } from 'lit'

export const startStyles = css`
  .page {
    gap: 36px;
    max-inline-size: 67.5rem;
    padding: clamp(20px, 6cqi, 64px) clamp(16px, 4cqi, 40px) 48px;
  }
  .hero {
    gap: 12px;
  }
  h1 {
    font-size: clamp(1.625rem, 4.4cqi, 2.5rem);
  }
  .hero p {
    max-inline-size: 64ch;
    font-size: 1.125rem;
  }
  .all {
    display: grid;
    gap: 6px;
  }
  h2 {
    font-size: 1.1875rem;
  }
  .variants {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 8px 32px;
    margin-block: 12px 16px;
  }
  .variants a {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }
  .variants span {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  details {
    border-block-start: 1px solid var(--line);
  }
  summary {
    min-block-size: 48px;
  }
  summary:hover h3 {
    text-decoration: underline;
    text-underline-offset: 3px;
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
  @container (max-width: 40rem) {
    .page {
      gap: 24px;
    }
    .hero p {
      font-size: 1rem;
    }
  }
`
