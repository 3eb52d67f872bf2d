import { StandInError } from './error.ts'

/**
 * The request that a call of `fetch()` means. A page lets nobody write Cookie and the like on a `Request`
 * (Fetch standard, forbidden request-header names), so what `init` holds goes into free `Headers` in front.
 *
 * @throws StandInError `option` for an address that is none, or not below `origin`
 */
export const requestOf = (
  origin: string,
  input: string | URL | Request,
  init: RequestInit | undefined,
): Request => {
  // A request may be of another realm, or of a package that has its own.
  const given = typeof input === 'object' && 'url' in input ? input : null
  const address = typeof input === 'string' ? input : 'href' in input ? input.href : input.url
  if (!URL.canParse(address, origin))
    throw new StandInError('option', `"${address}" is no address that fetch() can ask.`)
  const url = new URL(address, origin)
  url.hash = ''
  if (url.origin !== origin)
    throw new StandInError(
      'option',
      `fetch() was asked for ${url.origin}, and this stand-in is ${origin}. Hand on only what is for it.`,
    )
  const request = new Request(given ?? url, init)
  const headers = new Headers(init?.headers ?? given?.headers)
  for (const [name, value] of request.headers) if (!headers.has(name)) headers.set(name, value)
  headers.set('host', url.host)
  Object.defineProperty(request, 'headers', { value: headers, configurable: true })
  return request
}
