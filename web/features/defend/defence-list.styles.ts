import { css } from 'lit'

export const defenceListStyles = css`
  .preset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-block-start: 8px;
    font-weight: 600;
  }
  .switches {
    display: grid;
  }
`
