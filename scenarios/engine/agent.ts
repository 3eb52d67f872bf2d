import type { AgentName, Cookie, Participant, WireRequest, WireResponse } from '../vocabulary.ts'
import { cookieKey, emptyJar, expire, receive, select, type Jar } from './cookie-jar.ts'
import { type Form, type Page, readPage } from './html.ts'
import { Unreachable, type Clock } from './ports.ts'
import type { Recorder } from './recorder.ts'
import { origin, sameSite } from './site.ts'
import { header, headerValues, isHtml, redirects } from './wire.ts'

/** More redirects than this end a navigation, as in browsers (Fetch standard §4.4). */
const maximumRedirects = 20

/** What a navigation ended with: a page, or nothing because nobody answered. */
export type Landing =
  | { readonly page: Page }
  | { readonly page: null; readonly problem: string; readonly url: string }

/** A self message that the agent notes when it is about to follow a redirect to a path. */
export interface RedirectNote {
  readonly path: string
  readonly name: string
  readonly label: string
}

/** Cookies typed in by hand for one navigation, not from the jar. */
export type HandmadeCookies = readonly (readonly [name: string, value: string])[]

export interface NavigationOptions {
  readonly note?: RedirectNote
  readonly handmade?: HandmadeCookies
}

/** A user agent with a jar and a tab for each application. */
export interface Agent {
  readonly name: AgentName
  jar(): Jar
  /** The page that a tab shows. */
  page(tab: string): Page | null
  /** The user types an address. */
  visit(tab: string, url: string, options?: NavigationOptions): Promise<Landing>
  /** The user presses a link of the page in the tab. */
  follow(tab: string, href: string, options?: NavigationOptions): Promise<Landing>
  /** The user fills in a form of the page in the tab and submits it. */
  submit(tab: string, form: Form, filled: URLSearchParams): Promise<Landing>
  /** Puts one cookie into the jar by hand; what it displaced is gone. */
  plant(cookie: Cookie): void
}

export interface AgentPorts {
  readonly clock: Clock
  readonly recorder: Recorder
  /** Who lives at an origin; null when nobody does. */
  participantAt(url: string): Participant | null
  deliver(request: WireRequest, exchange: number): Promise<WireResponse>
}

interface Hop {
  readonly method: string
  readonly url: string
  readonly body: string
  readonly referrer: Page | null
  readonly crossSiteChain: boolean
}

const browserHeaders: readonly (readonly [string, string])[] = [
  ['user-agent', 'LoginLab/1.0 (a scripted browser)'],
  ['accept', 'text/html,application/xhtml+xml'],
  ['accept-language', 'en'],
]

export const createAgent = (name: AgentName, ports: AgentPorts): Agent => {
  const { clock, recorder } = ports
  let jar: Jar = emptyJar
  const tabs = new Map<string, Page>()

  const describe = (hop: Hop, cookie: string): WireRequest => {
    const headers: [string, string][] = [['host', new URL(hop.url).host]]
    headers.push(...browserHeaders.map(([field, value]): [string, string] => [field, value]))
    const initiator = hop.referrer === null ? null : origin(hop.referrer.url)
    if (hop.referrer !== null && initiator !== null && !hop.referrer.noReferrer) {
      const whole = initiator === origin(hop.url)
      headers.push(['referer', whole ? hop.referrer.url : `${initiator}/`])
    }
    if (hop.method === 'POST') {
      const hidden = hop.crossSiteChain || hop.referrer?.noReferrer === true
      headers.push(['origin', hidden || initiator === null ? 'null' : initiator])
      headers.push(['content-type', 'application/x-www-form-urlencoded'])
    }
    headers.push(['sec-fetch-site', fetchSite(hop)])
    headers.push(['sec-fetch-mode', 'navigate'], ['sec-fetch-dest', 'document'])
    if (cookie !== '') headers.push(['cookie', cookie])
    return { method: hop.method, url: hop.url, headers, body: hop.body }
  }

  const exchange = async (
    hop: Hop,
    handmade: HandmadeCookies,
  ): Promise<{ response: WireResponse } | { problem: string }> => {
    const situation = {
      url: hop.url,
      method: hop.method,
      initiator: hop.referrer?.url ?? null,
      topLevel: true,
      now: clock.now(),
    }
    const swept = expire(jar, clock.now())
    const chosen = select(swept.jar, situation, name)
    jar = chosen.jar
    const cookie = [...handmade.map(([key, value]) => `${key}=${value}`), chosen.header]
      .filter((part) => part !== '')
      .join('; ')
    const request = describe(hop, cookie)
    const typed = handmade.map(([key]) => ({
      agent: name,
      name: key,
      domain: new URL(hop.url).hostname,
      path: '/',
      sent: true,
      because: `The ${name} typed this cookie in by hand; it is in no jar.`,
      rule: 'handmade',
      source: 'RFC 6265bis §8.6',
    }))
    const gone = swept.dropped.map((old) => ({
      where: `${name}.jar`,
      op: 'delete' as const,
      key: cookieKey(old),
      before: { ...old },
      after: null,
    }))
    const to = ports.participantAt(hop.url) ?? name
    const number = recorder.request(name, to, request, null, [...typed, ...chosen.verdicts], gone)
    try {
      const response = await ports.deliver(request, number)
      const got = receive(jar, headerValues(response.headers, 'set-cookie'), situation, name)
      jar = got.jar
      const changes = got.changes.map((change) => ({
        where: `${name}.jar`,
        op: change.op,
        key: change.key,
        before: change.before === null ? null : { ...change.before },
        after: change.after === null ? null : { ...change.after },
      }))
      recorder.response(number, response, got.received, changes)
      return { response }
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      recorder.self(name, 'no-answer', `No answer: ${error.message}`, number)
      return { problem: error.message }
    }
  }

  const navigate = async (
    tab: string,
    first: Hop,
    { note, handmade = [] }: NavigationOptions = {},
  ): Promise<Landing> => {
    let hop = first
    for (let count = 0; count <= maximumRedirects; count++) {
      const result = await exchange(hop, count === 0 ? handmade : [])
      if ('problem' in result) return { page: null, problem: result.problem, url: hop.url }
      const { status, headers, body } = result.response
      const location = header(headers, 'location')
      const target = location === null ? null : URL.parse(location, hop.url)
      if (!redirects(status) || target === null) {
        const noReferrer = header(headers, 'referrer-policy') === 'no-referrer'
        const page = readPage(hop.url, status, isHtml(headers) ? body : '', noReferrer)
        tabs.set(tab, page)
        return { page }
      }
      if (note !== undefined && target.pathname === note.path)
        recorder.aside(name, note.name, note.label, 'real')
      hop = redirected(hop, status, target.href)
    }
    const problem = `more than ${maximumRedirects} redirects`
    recorder.aside(name, 'gives-up', `Gives up: ${problem}`, 'real')
    return { page: null, problem, url: hop.url }
  }

  return {
    name,
    jar: () => jar,
    page: (tab) => tabs.get(tab) ?? null,
    visit: (tab, url, options) =>
      navigate(
        tab,
        { method: 'GET', url, body: '', referrer: null, crossSiteChain: false },
        options,
      ),
    follow: (tab, href, options) => {
      const referrer = tabs.get(tab) ?? null
      return navigate(
        tab,
        { method: 'GET', url: href, body: '', referrer, crossSiteChain: false },
        options,
      )
    },
    submit: (tab, form, filled) => {
      const referrer = tabs.get(tab) ?? null
      const posts = form.method === 'POST'
      const url = new URL(form.action)
      if (!posts) url.search = filled.toString()
      const body = posts ? filled.toString() : ''
      return navigate(tab, {
        method: form.method,
        url: url.href,
        body,
        referrer,
        crossSiteChain: false,
      })
    },
    plant: (cookie) => {
      jar = [...jar.filter((other) => cookieKey(other) !== cookieKey(cookie)), cookie]
    },
  }
}

/** The next request after a redirect: 303 and, by custom, 301 and 302 turn POST into GET (RFC 9110 §15.4). */
const redirected = (hop: Hop, status: number, url: string): Hop => {
  const keeps = status === 307 || status === 308
  return {
    method: keeps ? hop.method : 'GET',
    body: keeps ? hop.body : '',
    url,
    referrer: hop.referrer,
    crossSiteChain: hop.crossSiteChain || !sameSite(hop.url, url),
  }
}

/** Sec-Fetch-Site: the relation of the initiator to every address of the chain (W3C Fetch Metadata). */
const fetchSite = (hop: Hop): string => {
  if (hop.referrer === null) return 'none'
  if (hop.crossSiteChain || !sameSite(hop.referrer.url, hop.url)) return 'cross-site'
  return origin(hop.referrer.url) === origin(hop.url) ? 'same-origin' : 'same-site'
}
