import { css } from 'lit'

export const headerStyles = css`
  header {
    display: flex;
    align-items: center;
    gap: 6px 10px;
    min-block-size: 52px;
    padding: 6px 16px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
    font-size: var(--text-s);
  }
  lab-picker.lesson {
    /* A short title is left whole while a long one beside it breaks. */
    min-inline-size: calc-size(max-content, min(size, 13rem));
  }
  .chosen {
    display: contents;
  }
  .space {
    flex: 1;
  }
  .tool {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 8px;
    color: var(--ink-2);
  }
  .tool:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .narrow {
    display: none;
  }
  @container (max-width: 78rem) {
    header {
      flex-wrap: wrap;
    }
    .name {
      order: 1;
    }
    .space {
      order: 2;
    }
    .wide {
      order: 3;
    }
    .tool,
    lab-menu {
      order: 4;
    }
    .chosen {
      order: 5;
      display: flex;
      flex: 1 1 100%;
      gap: inherit;
      min-inline-size: 0;
    }
    .differs {
      order: 6;
    }
    .wide .doing svg {
      display: none;
    }
    .wide .doing {
      padding-inline: 8px;
    }
  }
  @container (max-width: 53.75rem) {
    .wide,
    .roomy {
      display: none;
    }
    .narrow {
      display: grid;
      margin-block-end: 6px;
      padding-block-end: 6px;
      border-block-end: 1px solid var(--line);
    }
    .narrow .doing {
      min-block-size: 40px;
      gap: 12px;
      padding: 4px 12px;
      color: var(--ink);
      font-weight: 400;
    }
  }
  @container (max-width: 46rem) {
    header {
      gap: 4px;
      padding: 4px 8px 6px 12px;
    }
    .chosen {
      flex-wrap: wrap;
    }
    .space {
      min-inline-size: 12px;
    }
    lab-picker,
    .branches,
    .differs {
      flex: 1 1 100%;
    }
    .branches {
      justify-content: space-between;
      max-inline-size: none;
    }
  }
`
