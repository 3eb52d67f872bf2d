import { css } from 'lit'

/** What is said while there is no run: that one opens, or why it does not. */
export const standaloneStyles = css`
  .standalone {
    display: grid;
    place-content: center;
    gap: 12px;
    padding: 24px;
    text-align: center;
    justify-items: center;
  }
  .standalone h2 {
    font-size: 1.375rem;
  }
  .standalone p {
    max-inline-size: 56ch;
    overflow-wrap: anywhere;
    /* Each mistake of an own lesson stands on a line of its own. */
    white-space: pre-line;
  }
  .standalone button {
    min-block-size: 36px;
    padding: 4px 18px;
    border-radius: 8px;
    background: var(--now);
    color: var(--on-now);
    font-weight: 600;
  }
  .standalone .variants {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 8px 20px;
  }
  .standalone a {
    padding-block: 6px;
  }
  .late {
    opacity: 0;
    animation: appear 0.2s 0.3s forwards;
  }
  .later {
    animation-delay: 8s;
  }
  @media (prefers-reduced-motion: reduce) {
    .late {
      animation-duration: 1ms;
    }
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
`
