import type { Page } from '../elements.ts'
import type { HeaderList } from '../../model/wire.ts'
import { origin, sameSite, withoutFragment } from '../site.ts'

/** What a browser says of itself, and of where a request comes from. */

const who: readonly (readonly [string, string])[] = [
  ['user-agent', 'LoginLab/1.0 (a scripted browser)'],
]

const language: readonly [string, string] = ['accept-language', 'en']

/** A navigation on its way, one request of it. */
export interface RedirectStep {
  readonly method: string
  /** With the fragment, which no request carries. */
  readonly url: string
  readonly body: string
  /** The page that began it; null when the user typed the address. */
  readonly referrer: Page | null
  /** Another site was on the way. */
  readonly crossSiteChain: boolean
}

/** Referer: the whole address within an origin, the origin alone to another (strict-origin-when-cross-origin). */
const refererOf = (page: Page, url: string): readonly (readonly [string, string])[] => {
  const from = origin(page.url)
  if (from === null || page.noReferrer) return []
  const goesDown = page.url.startsWith('https:') && url.startsWith('http:')
  if (goesDown) return []
  return [['referer', from === origin(url) ? withoutFragment(page.url) : `${from}/`]]
}

/** Sec-Fetch-Site: the relation of the initiator to every address of the chain (W3C Fetch Metadata). */
export const fetchSite = (
  referrer: Pick<Page, 'url'> | null,
  url: string,
  crossSiteChain: boolean,
): string => {
  if (referrer === null) return 'none'
  if (crossSiteChain || !sameSite(referrer.url, url)) return 'cross-site'
  return origin(referrer.url) === origin(url) ? 'same-origin' : 'same-site'
}

/** The fields of a navigation; cookies come after them. `into` is what the answer will fill. */
export const navigationHeaders = (hop: RedirectStep, into: 'document' | 'iframe'): HeaderList => {
  const initiator = hop.referrer === null ? null : origin(hop.referrer.url)
  const hidden = hop.crossSiteChain || hop.referrer?.noReferrer === true
  return [
    ['host', new URL(hop.url).host],
    ...who,
    ['accept', 'text/html,application/xhtml+xml'],
    language,
    ...(hop.referrer === null ? [] : refererOf(hop.referrer, hop.url)),
    ...(hop.method === 'POST'
      ? ([
          ['origin', hidden || initiator === null ? 'null' : initiator],
          ['content-type', 'application/x-www-form-urlencoded'],
        ] as const)
      : []),
    ['sec-fetch-site', fetchSite(hop.referrer, hop.url, hop.crossSiteChain)],
    ['sec-fetch-mode', 'navigate'],
    ['sec-fetch-dest', into],
  ]
}

/** A request of a page's script, or for a picture in it. */
export interface PartRequest {
  readonly page: Page
  readonly method: string
  readonly url: string
  /** Fields that the script set, names in lower case. */
  readonly given: HeaderList
  readonly mode: 'cors' | 'no-cors'
  readonly destination: 'empty' | 'image'
  /** What the Origin field says; 'null' once a redirect led through a third origin. */
  readonly origin: string
}

/** The fields of what a page asks for besides itself; cookies come after them. */
export const partHeaders = (part: PartRequest): HeaderList => {
  const { page, method, url, given, mode, destination } = part
  const crosses = origin(page.url) !== origin(url)
  const saysOrigin = (crosses && mode === 'cors') || !['GET', 'HEAD'].includes(method)
  const accepts = given.some(([name]) => name === 'accept')
  return [
    ['host', new URL(url).host],
    ...who,
    ...(accepts ? [] : ([['accept', '*/*']] as const)),
    language,
    ...refererOf(page, url),
    ...(saysOrigin ? ([['origin', part.origin]] as const) : []),
    ...given,
    ['sec-fetch-site', fetchSite(page, url, false)],
    ['sec-fetch-mode', mode],
    ['sec-fetch-dest', destination],
  ]
}

/** The fields of an HTTP client that is no browser: an app, or a program of the Hacker's. */
export const clientHeaders = (url: string, userAgent: string, given: HeaderList): HeaderList => [
  ['host', new URL(url).host],
  ...(given.some(([name]) => name === 'user-agent') ? [] : ([['user-agent', userAgent]] as const)),
  ...(given.some(([name]) => name === 'accept') ? [] : ([['accept', '*/*']] as const)),
  ...given,
]
