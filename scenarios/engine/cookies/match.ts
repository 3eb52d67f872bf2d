import { isIpAddress } from '../site.ts'

/** Whether a cookie's domain and path fit a request (RFC 10025 §5.1.3 and §5.1.4). */

/** True when `host` is `domain` or a name under it; an address has no names under it. */
export const domainMatches = (host: string, domain: string): boolean =>
  host === domain || (host.endsWith(`.${domain}`) && !isIpAddress(host))

/** True when `requestPath` is `cookiePath` or lies under it; whole segments only. */
export const pathMatches = (requestPath: string, cookiePath: string): boolean =>
  requestPath === cookiePath ||
  requestPath.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`)

/** The path of a cookie that named none: the request's path up to its last slash. */
export const defaultPath = (requestPath: string): string =>
  requestPath.slice(0, requestPath.lastIndexOf('/')) || '/'
