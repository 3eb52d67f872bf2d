import { css } from 'lit'

export const controlsStyles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 10px 28px;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
  }
  legend,
  .of {
    padding: 0;
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 600;
  }
  fieldset label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 34px;
  }
  .of {
    display: grid;
    flex: 0 1 36rem;
    gap: 2px;
    min-inline-size: 0;
  }
  select {
    font-size: var(--text-m);
    font-weight: 400;
  }
  .only {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 36px;
  }
  .only .quiet {
    display: block;
    font-size: var(--text-xs);
  }
`
