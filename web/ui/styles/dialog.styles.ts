import { css } from 'lit'

/** A dialog that holds a page of its own: box, head, the way out. */
export const dialogStyles = css`
  dialog {
    padding: 0;
    border: 1px solid var(--line-2);
    border-radius: 12px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: 0 20px 60px rgb(0 0 0 / 28%);
    container-type: inline-size;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(10 14 22 / 45%);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 16px 24px 8px;
  }
  .close {
    display: grid;
    place-items: center;
    inline-size: 32px;
    min-height: 32px;
    border-radius: 6px;
  }
`
