import type { Cookie } from '../../../../scenarios/model/cookie.ts'
import { hasTwin, type Named, twins } from './words.ts'

/** One sends what the other withholds. */

/** One cookie of a jar in front of one request. */
export interface SendTrial {
  readonly cookie: Cookie
  readonly jar: readonly Cookie[]
  readonly url: string
  /** The rule of our verdict; 'script' for a script of the page. */
  readonly rule: string | undefined
  readonly weSend: boolean
  readonly theySend: boolean
}

interface SendDifference extends Named {
  readonly occurs: (trial: SendTrial) => boolean
}

const covers = (cookiePath: string, path: string): boolean =>
  path === cookiePath || path.startsWith(cookiePath.replace(/\/?$/, '/'))

export const sendDifferences: readonly SendDifference[] = [
  {
    id: 'no SameSite attribute',
    explanation: 'A cookie without SameSite counts as Lax for us and as None for them.',
    occurs: ({ rule, theySend, cookie }) =>
      rule === 'same-site-default' && theySend && cookie.sameSite === 'default',
  },
  {
    id: 'decoded request path',
    explanation: 'They decode the percent-encoding of an address before they compare paths.',
    occurs: ({ cookie, url, theySend }) => {
      const { pathname } = new URL(url)
      const decoded = decodeURI(pathname)
      return covers(cookie.path, decoded) === theySend && covers(cookie.path, pathname) !== theySend
    },
  },
  { ...twins, occurs: ({ cookie, jar }) => hasTwin(cookie, jar) },
]

/** A whole request that they cannot answer. */
export const failures: readonly (Named & { readonly occurs: (url: string) => boolean })[] = [
  {
    id: 'bare special-use host',
    explanation:
      'They throw when asked for the cookies of a host that is a special-use name by itself.',
    occurs: (url) => new URL(url).hostname === 'test',
  },
]
