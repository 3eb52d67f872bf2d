/**
 * A script that both a real browser and our jar can act out. Addresses have no port: the browser
 * is told where the hosts live.
 */

/** One request and its answer. Every hop but the last of a step redirects to the next one. */
export interface Hop {
  readonly url: string
  /** Set-Cookie values of the answer. */
  readonly set?: readonly string[]
  /** Status of a redirect; 302 unless said. */
  readonly status?: 302 | 303 | 307
}

/** How a request begins: by hand, or by a page that was opened (by hand) at `from`. */
export type Beginning = 'link' | 'form' | 'post' | 'image' | 'fetch' | 'fetch-post' | 'frame'

export interface Step {
  /** `stay` is a fetch by the page that the tab shows. */
  readonly by: 'typed' | 'stay' | Beginning
  /** The page that begins it; not for a typed address, and not to stay. */
  readonly from?: string
  readonly hops: readonly Hop[]
  /** Seconds that pass before it; none unless said. They really pass in the browser. */
  readonly after?: number
}

/** How a browser is set. */
export interface Setting {
  /** True for a browser that blocks third-party cookies. */
  readonly blockThirdParty?: boolean
  /** True for one that takes ten seconds where it would take two minutes, as its makers test it. */
  readonly shortWindow?: boolean
}

export interface Case extends Setting {
  readonly title: string
  readonly steps: readonly Step[]
}

/** A cookie at the end, in terms that both sides know. */
export interface Kept {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  /** No attribute and Lax look the same from outside. */
  readonly sameSite: 'strict' | 'lax' | 'none'
  /** Days until it expires, rounded; null for a session cookie. */
  readonly days: number | null
}

/** What can be observed: what each request carried, what scripts see at the end, what is kept. */
export interface Observed {
  readonly requests: readonly string[]
  readonly script: string
  readonly kept: readonly Kept[]
}

/** Ways to fill a whole tab. */
export const isTopLevel = (by: Step['by']): boolean =>
  by === 'typed' || by === 'link' || by === 'form' || by === 'post'

export const methodOf = (by: Step['by']): string =>
  by === 'post' || by === 'fetch-post' ? 'POST' : 'GET'

/** The page that a tab shows after a step. */
export const pageAfter = ({ by, from, hops }: Step, before: string | null): string | null =>
  isTopLevel(by) ? (hops.at(-1)?.url ?? before) : (from ?? before)

export const byKey = (one: Kept, other: Kept): number => {
  const key = ({ domain, path, name, hostOnly }: Kept) => `${domain} ${path} ${name} ${hostOnly}`
  return key(one) < key(other) ? -1 : 1
}
