import type { Beginning, Hop, Step } from '../script.ts'

/** Short ways to write a step of a case. */

/** The user types an address, and the answer sets cookies. */
export const typed = (url: string, ...set: readonly string[]): Step => ({
  by: 'typed',
  hops: [{ url, set }],
})

/** A script of the page in the tab fetches an address. */
export const stay = (url: string): Step => ({ by: 'stay', hops: [{ url }] })

/** A page at `from` begins a request, which may be redirected. */
export const begun = (by: Beginning, from: string, ...urls: readonly (string | Hop)[]): Step => ({
  by,
  from,
  hops: urls.map((hop) => (typeof hop === 'string' ? { url: hop } : hop)),
})

export const shop = 'https://shop.test/'

/** One cookie of each kind, so that one request shows how each is treated. */
export const ofEachKind = [
  'strict=1; SameSite=Strict',
  'lax=1; SameSite=Lax',
  'none=1; SameSite=None; Secure',
  'plain=1',
]

export const beginnings: readonly Beginning[] = [
  'link',
  'form',
  'post',
  'image',
  'fetch',
  'fetch-post',
  'frame',
]
