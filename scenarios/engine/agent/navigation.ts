import { readPage } from '../html.ts'
import type { Recorder } from '../recorder.ts'
import { contentPolicyOf } from '../script/policy.ts'
import { sameSite } from '../site.ts'
import type { AgentName } from '../../model/participant.ts'
import { headerOf, isHtml, redirects } from '../wire.ts'
import type { Exchanges, HandmadeCookies } from './exchange.ts'
import { type RedirectStep, navigationHeaders } from './headers.ts'
import type { Subresources } from './subresources.ts'
import type { Landing, Tabs } from './tabs.ts'
import { type Text, textOf } from '../../model/text.ts'

/** More redirects than this end a navigation, as in browsers (Fetch standard §4.4). */
const maximumRedirects = 20

/** A self message that the agent notes when it is about to follow a redirect to a path. */
export interface RedirectNote {
  readonly path: string
  readonly name: string
  readonly label: Text
}

export interface NavigationOptions {
  readonly note?: RedirectNote
  readonly handmade?: HandmadeCookies
  /** Whether pictures and frames of the page are fetched too. */
  readonly withParts?: boolean
}

/** What else a device does with addresses. */
export interface AddressRules {
  /** Whether the browser knows that the host is never to be asked in the clear (RFC 6797 §8.3). */
  readonly isStrict?: (url: string) => boolean
  /** Addresses that an app on this device has claimed: they open it, and nobody is asked (RFC 8252 §7.2). */
  readonly appLinks?: {
    claims(url: string): boolean
    open(tab: string, url: string): Promise<Landing>
  }
  /** What a tab waits for before it asks on; null when it is its turn. */
  readonly turn?: (tab: string) => Promise<unknown> | null
}

interface NavigationPorts {
  readonly name: AgentName
  readonly recorder: Recorder
  readonly exchanges: Exchanges
  readonly parts: Subresources
  readonly rules: AddressRules
}

/**
 * The next request after a redirect: 303 and, by custom, 301 and 302 turn POST into GET (RFC 9110
 * §15.4). A fragment stays unless the new address has its own (§10.2.2).
 */
const redirected = (hop: RedirectStep, status: number, target: URL): RedirectStep => {
  const keeps = status === 307 || status === 308
  if (target.hash === '') target.hash = new URL(hop.url).hash
  return {
    method: keeps ? hop.method : 'GET',
    body: keeps ? hop.body : '',
    url: target.href,
    referrer: hop.referrer,
    crossSiteChain: hop.crossSiteChain || !sameSite(hop.url, target.href),
  }
}

/** Takes a tab to an address, through all redirects, to a page whose scripts have run. */
export const createNavigation = (
  { name, recorder, exchanges, parts, rules }: NavigationPorts,
  tabs: Tabs,
) => {
  const aside = (id: string, label: Text): void => recorder.aside(name, id, label, 'real')

  const upgraded = (hop: RedirectStep): RedirectStep => {
    if (!hop.url.startsWith('http:') || rules.isStrict?.(hop.url) !== true) return hop
    aside('upgrades', textOf('note.upgrades'))
    return { ...hop, url: hop.url.replace(/^http:/, 'https:') }
  }

  return async (
    tab: string,
    first: RedirectStep,
    { note, handmade = [], withParts = false }: NavigationOptions = {},
  ): Promise<Landing> => {
    let next = first
    for (let count = 0; count <= maximumRedirects; count++) {
      const turn = rules.turn?.(tab) ?? null
      if (turn !== null) await turn
      const hop = upgraded(next)
      const result = await exchanges.send({
        method: hop.method,
        url: hop.url,
        headers: navigationHeaders(hop, 'document'),
        body: hop.body,
        initiator: hop.referrer?.url ?? null,
        topLevel: true,
        withCookies: true,
        handmade: count === 0 ? handmade : [],
      })
      if ('problem' in result)
        return tabs.ended(tab, { page: null, problem: result.problem, url: hop.url })
      const { status, headers, body } = result.response
      const location = headerOf(headers, 'location')
      const target = location === null ? null : URL.parse(location, hop.url)
      if (!redirects(status) || target === null) {
        const noReferrer = headerOf(headers, 'referrer-policy') === 'no-referrer'
        const html = isHtml(headers) ? body : ''
        const page = readPage(hop.url, status, html, noReferrer)
        const landing = await tabs.open(tab, page, { html, headers, own: null })
        if (!withParts) return landing
        await parts.askAll({ page, policy: contentPolicyOf(headers) })
        return tabs.get(tab)?.landing ?? landing
      }
      if (note !== undefined && target.pathname === note.path) aside(note.name, note.label)
      if (rules.appLinks?.claims(target.href) === true) {
        aside('app-link', textOf('note.app-link'))
        return tabs.ended(tab, await rules.appLinks.open(tab, target.href))
      }
      next = redirected(hop, status, target)
    }
    const problem = textOf('network.many-redirects', { count: maximumRedirects })
    aside('gives-up', textOf('note.gives-up', { why: problem }))
    return tabs.ended(tab, { page: null, problem, url: next.url, isCircle: true })
  }
}
