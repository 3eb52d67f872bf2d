import { css } from 'lit'

export const attackListStyles = css`
  fieldset {
    /* Half a row is cut on purpose: an edge between two rows would look like the end. */
    max-block-size: 18.1rem;
    margin: 6px 0 0;
    padding: 2px;
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow: auto;
  }
  /* While no attack is chosen nothing has to stand below the list. */
  fieldset:has(label:first-of-type :checked) {
    max-block-size: none;
  }
  fieldset label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 34px;
    padding: 3px 8px;
    border-radius: 8px;
    cursor: pointer;
  }
  fieldset label:hover {
    background: var(--sunken);
  }
  fieldset label:has(:checked) {
    background: var(--attack-wash);
    font-weight: 600;
  }
`
