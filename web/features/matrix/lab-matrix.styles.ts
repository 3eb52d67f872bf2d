import { css } from 'lit'

export const matrixStyles = css`
  :host {
    min-block-size: 0;
  }
  .page {
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: clamp(16px, 3cqi, 36px) clamp(12px, 3cqi, 36px) 24px;
  }
  .hero {
    max-inline-size: 80ch;
  }
  h1 {
    font-size: clamp(1.375rem, 4cqi, 1.875rem);
  }
  .again {
    padding: 2px 12px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
  }
`
