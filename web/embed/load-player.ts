import type { LoadPlayer } from './recorded-part.ts'

/** The small player for a page of the lab: the one file that pages of others load, or its source. */
export const loadPlayer: LoadPlayer = () =>
  import.meta.env.DEV
    ? import('../recorded/index.ts')
    : import(/* @vite-ignore */ new URL('player.js', document.baseURI).href)
