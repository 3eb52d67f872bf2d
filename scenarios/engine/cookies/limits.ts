import type { Cookie } from '../../model/cookie.ts'
import { registrableDomain } from '../site.ts'

/**
 * How many cookies of one domain a jar keeps. RFC 10025 §6.1 asks for 50 at least; these are
 * Chromium's numbers: one more than 180, and the jar is cut down to 150 (so of 300 cookies set in a
 * row 176 are left). Chromium counts a registrable domain with all its hosts.
 */
const domainLimit = 180
export const domainRest = 150

/**
 * The cookies to throw out when `domain` has become too crowded: those that are not Secure go
 * first, and among equals the one that was used longest ago (RFC 10025 §5.7, "remove excess
 * cookies"). Empty when there is room.
 */
export const excessOf = (jar: readonly Cookie[], domain: string): readonly Cookie[] => {
  if (jar.length <= domainLimit) return []
  const crowded = registrableDomain(domain)
  const crowd = jar.filter((cookie) => registrableDomain(cookie.domain) === crowded)
  if (crowd.length <= domainLimit) return []
  return crowd
    .toSorted(
      (one, other) =>
        Number(one.secure) - Number(other.secure) || one.lastUsedAt - other.lastUsedAt,
    )
    .slice(0, crowd.length - domainRest)
}
