import { getDomain, getPublicSuffix } from 'tldts'

/**
 * Hosts, origins and sites: who counts as one party in a browser.
 * HTML Living Standard "same site" (schemeful) and the Public Suffix List.
 */

const listOptions = { allowPrivateDomains: true, extractHostname: false } as const

/**
 * The canonical host of an absolute URL: lower case, IDNA as ASCII, IPv6 in brackets, no port.
 * Throws a TypeError when `url` is not absolute.
 */
export const hostOf = (url: string): string => new URL(url).hostname

/** The origin of a URL, `https://store.example.com`; null when it has none (`about:blank`, `data:`). */
export const origin = (url: string): string | null => {
  const found = URL.parse(url)?.origin ?? 'null'
  return found === 'null' ? null : found
}

/** True when a canonical host is an IP address rather than a name. */
export const isIpAddress = (host: string): boolean =>
  host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host)

/**
 * True when names directly under `host` belong to unrelated people: `com`, `co.uk`, `github.io`,
 * and every unlisted top-level name such as `localhost`. Source: Public Suffix List, with its
 * private part, as browsers use it for cookies.
 */
export const isPublicSuffix = (host: string): boolean =>
  !isIpAddress(host) && host !== '' && getPublicSuffix(host, listOptions) === host

/**
 * The name that somebody registered and everything under it, `example.com` for
 * `store.example.com`. A host without one (an IP address, `localhost`, a public suffix) stands
 * for itself.
 */
export const registrableDomain = (host: string): string =>
  (isIpAddress(host) ? null : getDomain(host, listOptions)) ?? host

/**
 * The site of a URL: scheme and registrable domain, `https://example.com`; the port never counts.
 * Null for an origin that is its own world (`about:blank`, `data:`, `null`).
 */
export const siteOf = (url: string): string | null => {
  const found = URL.parse(url)
  if (found === null || found.origin === 'null') return null
  // The origin of a blob is that of the page that made it.
  if (found.protocol === 'blob:') return siteOf(found.origin)
  return `${found.protocol}//${registrableDomain(found.hostname)}`
}

/** True when two URLs belong to one site; `http` and `https` of one name are two sites. */
export const sameSite = (one: string, other: string): boolean => {
  const site = siteOf(one)
  return site !== null && site === siteOf(other)
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  (isIpAddress(host) && host.startsWith('127.'))

/**
 * True when a connection to `url` may carry Secure cookies: TLS, or a loopback host, which
 * browsers trust although nothing is encrypted (RFC 10025 §5.8.3 leaves this to the browser;
 * this is Chromium's choice).
 */
export const isSecure = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || isLoopback(hostname)
}

/** The address without its fragment, which no request carries (RFC 9110 §7.1). */
export const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url
