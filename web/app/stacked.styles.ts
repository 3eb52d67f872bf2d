import { css } from 'lit'

/** The rows of a stage that has its parts one below the other. */
export const stacked = css`
  grid-template:
    'notice' auto
    'story' max-content
    'picture' minmax(140px, 1fr)
    'drawer' auto
    'inspector' auto
    'choices' auto
    'controls' auto / minmax(0, 1fr);
`
