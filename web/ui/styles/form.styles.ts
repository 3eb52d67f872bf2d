import { css } from 'lit'

/** Fields as the platform has them, in the colours of the lab. */
export const formStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  input[type='radio'],
  input[type='checkbox']:not([role]) {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--now);
  }
  select {
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 2px 8px;
    border: 1px solid var(--line-2);
    border-radius: 8px;
    background: var(--surface);
    color: var(--ink);
  }
`
