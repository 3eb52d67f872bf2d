import { isSecure, siteOf } from '../site.ts'

/** A request, or the answer to one, as far as cookies care. */
export interface RequestSituation {
  /** Absolute address; anything else throws a TypeError. */
  readonly url: string
  readonly method: string
  /**
   * Address (or origin) of the page that began the navigation or sent the request; redirects on
   * the way do not change it. null when the user typed the address or no page is involved.
   */
  readonly initiator: string | null
  /** True when the request fills a whole tab; false for an image, a frame or a script's fetch. */
  readonly topLevel: boolean
  /** Protocol time in milliseconds since 1970. */
  readonly now: number
}

/** Where browsers may choose. */
export interface CookiePolicy {
  /**
   * Age in milliseconds up to which a cookie without SameSite also goes with a cross-site
   * top-level request of an unsafe method, counted from when it was first set to its value; null to
   * treat it as Lax always (RFC 10025 §5.6.7.2).
   */
  readonly laxAllowingUnsafe: number | null
  /** True to withhold and refuse cookies inside pages of other sites (RFC 10025 §7.1). */
  readonly blockThirdParty: boolean
}

/** What Chromium does out of the box upstream. */
export const chromiumPolicy: CookiePolicy = { laxAllowingUnsafe: 120_000, blockThirdParty: false }

/** A situation, looked up once for all cookies of a jar. */
export interface Context extends RequestSituation {
  readonly host: string
  readonly path: string
  readonly secure: boolean
  readonly crossSite: boolean
  /** Site of the request's address, `https://example.com`. */
  readonly site: string
  /** How to name where the request came from: its site, or words when it has none. */
  readonly from: string
  readonly policy: CookiePolicy
}

/** RFC 10025 §5.2: the request is cross-site when the page that began it is of another site. */
export const contextOf = (situation: RequestSituation, policy: CookiePolicy): Context => {
  const { url, initiator } = situation
  const { hostname, pathname } = new URL(url)
  const site = siteOf(url)
  const from = initiator === null ? null : siteOf(initiator)
  return {
    ...situation,
    host: hostname,
    path: pathname,
    secure: isSecure(url),
    crossSite: initiator !== null && (from === null || from !== site),
    site: site ?? url,
    from: initiator === null ? 'nowhere' : (from ?? 'a page without a site'),
    policy,
  }
}
