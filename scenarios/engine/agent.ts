import type { AgentName, Cookie, HeaderList, Initiator, Json, WireResponse } from '../vocabulary.ts'
import { createExchanges, type ExchangePorts, type HandmadeCookies } from './agent/exchange.ts'
import { clientHeaders, type Hop, navigationHeaders, partHeaders } from './agent/headers.ts'
import type { Jar } from './cookie-jar.ts'
import { type Form, type Page, readPage } from './html.ts'
import type { Random } from './ports.ts'
import { createAppFetch } from './script/app-fetch.ts'
import { type DocumentPorts, type LiveDocument, openDocument } from './script/document.ts'
import { type Asking, createFetch } from './script/fetch.ts'
import type { Program, Programs } from './script/page-script.ts'
import { contentPolicyOf, forbids } from './script/policy.ts'
import { createStorage, type Storage } from './script/storage.ts'
import { origin, sameSite } from './site.ts'
import { header, isHtml, redirects } from './wire.ts'

/** More redirects than this end a navigation, as in browsers (Fetch standard §4.4). */
const maximumRedirects = 20

/** Navigations that scripts begin, one after another, before a browser is thought to be in a circle. */
const maximumLeaps = 10

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

export interface NavigationOptions {
  readonly note?: RedirectNote
  readonly handmade?: HandmadeCookies
  /** Whether pictures and frames of the page are fetched too. */
  readonly withParts?: boolean
}

/** A request of a program that is no browser; cookies come from the jar. */
export interface ClientRequest {
  readonly method: string
  readonly url: string
  /** Names in lower case. */
  readonly headers?: HeaderList
  readonly body?: string
  readonly handmade?: HandmadeCookies
}

/** An app as it was installed. */
export interface InstalledApp {
  readonly program: string
  readonly settings: Json
}

/** A user agent with a jar, storage, and a tab for each application. */
export interface Agent {
  readonly name: AgentName
  /** Local storage of a browser, by `origin key`; an app's values on the device, by key. */
  readonly storage: Pick<Storage, 'read' | 'plant' | 'keys' | 'where'>
  jar(): Jar
  /** The page that a tab shows. */
  page(tab: string): Page | null
  /** The user types an address. */
  visit(tab: string, url: string, options?: NavigationOptions): Promise<Landing>
  /** Goes where a page of the tab leads, whatever its scripts say. */
  follow(tab: string, href: string, options?: NavigationOptions): Promise<Landing>
  /** The user presses a link; a script of the page may take it over. */
  press(tab: string, href: string, options?: NavigationOptions): Promise<Landing>
  /** Sends a form off as it is filled in, whatever the page's scripts say. */
  submit(tab: string, form: Form, filled: URLSearchParams): Promise<Landing>
  /** The user fills in a form and presses its button; a script of the page may take it over. */
  enter(tab: string, form: Form, filled: URLSearchParams): Promise<Landing>
  /** Opens an app in a tab of its own, at an address that stands for its first view. */
  launch(tab: string, url: string, app: InstalledApp): Promise<Landing>
  /** A second tab has been open all the time, on the very page that a tab shows. */
  duplicate(tab: string, other: string): void
  /** Asks as a program of the owner's would: no page, no scripts; null when nobody answers. */
  ask(request: ClientRequest): Promise<WireResponse | null>
  /** Puts one cookie into the jar by hand; what it displaced is gone. */
  plant(cookie: Cookie): void
}

export interface AgentPorts extends ExchangePorts {
  /** What scripts of pages do, by name. */
  readonly programs?: Programs
  /** A stream of its own for each label. */
  readonly random?: (label: string) => Random
  /** Where an app sends its user for a page that is not its own: the phone's browser. */
  readonly openExternally?: (tab: string, url: string) => Promise<Landing>
  /** Whether the browser knows that the host is never to be asked in the clear (RFC 6797 §8.3). */
  readonly isStrict?: (url: string) => boolean
  /** Addresses that an app on this device has claimed: they open it, and nobody is asked (RFC 8252 §7.2). */
  readonly appLinks?: {
    claims(url: string): boolean
    open(tab: string, url: string): Promise<Landing>
  }
}

/** A browser, or a phone whose apps keep their values on the device. */
export type AgentKind = 'browser' | 'phone'

interface Tab {
  readonly sessionStorage: Storage
  /** What its document was opened with. */
  readonly opened: Opened
  page: Page
  document: LiveDocument
  /** What the last navigation ended with. */
  landing: Landing
  leaps: number
}

interface Opened {
  readonly html: string
  readonly headers: HeaderList
  readonly own: Parameters<typeof openDocument>[3]
}

const noRandom: Random = {
  bytes: () => {
    throw new Error('this agent was given no source of randomness')
  },
}

export const createAgent = (
  name: AgentName,
  ports: AgentPorts,
  kind: AgentKind = 'browser',
): Agent => {
  const { clock, recorder, programs = new Map<string, Program>() } = ports
  const exchanges = createExchanges(name, ports)
  const storage = createStorage(name, kind === 'phone' ? 'device' : 'localStorage')
  const tabs = new Map<string, Tab>()
  let drawn: Random | null = null
  const random: Random = {
    bytes: (length) => (drawn ??= ports.random?.(name) ?? noRandom).bytes(length),
  }
  const aside = (id: string, label: string): void => recorder.aside(name, id, label, 'real')
  const fetchOf = createFetch({ clock, exchanges, note: aside })
  const appFetch = createAppFetch(exchanges)

  /** Asks for a picture or a frame of a page; nobody reads the answer. */
  const part = async (
    { page, policy }: Asking,
    url: string,
    what: 'image' | 'frame',
  ): Promise<void> => {
    const refusal = forbids(policy, page.url, { kind: what, url })
    if (refusal !== null)
      return aside('blocked-by-csp', `Blocked by the page’s policy: ${refusal.directive}`)
    const by: Initiator = what
    const method = 'GET'
    const from = origin(page.url) ?? 'null'
    const hop = { method, url, body: '', referrer: page, crossSiteChain: false }
    const headers =
      what === 'frame'
        ? navigationHeaders(hop, 'iframe')
        : partHeaders({
            page,
            method,
            url,
            given: [],
            mode: 'no-cors',
            destination: 'image',
            origin: from,
          })
    await exchanges.send({
      method,
      url,
      headers,
      body: '',
      initiator: page.url,
      topLevel: false,
      withCookies: true,
      by,
    })
  }

  const parts = async (asking: Asking): Promise<void> => {
    for (const url of asking.page.images) await part(asking, url, 'image')
    for (const url of asking.page.frames) await part(asking, url, 'frame')
  }

  const portsOf = (tab: string, sessionStorage: Storage, current: () => Tab): DocumentPorts => ({
    agent: name,
    tab,
    clock,
    recorder,
    random,
    exchanges,
    programs,
    storage,
    sessionStorage,
    fetch: (asking, url, request, shown) =>
      kind === 'phone' ? appFetch(url, request, shown) : fetchOf(asking, url, request, shown),
    image: (asking, url) => part(asking, url, 'image'),
    page: () => current().page,
    replace: (page) => {
      current().page = page
      current().landing = { page }
    },
    navigate: async (url) => {
      const here = current()
      if (++here.leaps > maximumLeaps) return aside('gives-up', 'Gives up: pages go in a circle')
      if (ports.openExternally !== undefined) {
        here.landing = await ports.openExternally(tab, url)
        return undefined
      }
      const { page: referrer } = here
      await navigate(tab, { method: 'GET', url, body: '', referrer, crossSiteChain: false })
    },
  })

  /** Opens a page in a tab; none of its scripts has run yet. */
  const put = (tab: string, page: Page, opened: Opened, sessionStorage: Storage): Tab => {
    const next: Tab = {
      sessionStorage,
      opened,
      page,
      document: { dispatch: () => Promise.resolve(false), unload: () => undefined },
      landing: { page },
      leaps: tabs.get(tab)?.leaps ?? 0,
    }
    tabs.set(tab, next)
    const { html, headers, own } = opened
    next.document = openDocument(
      portsOf(tab, sessionStorage, () => next),
      html,
      headers,
      own,
    )
    return next
  }

  /** Opens a page in a tab and lets its scripts do what they do on loading. */
  const open = async (tab: string, page: Page, opened: Opened): Promise<void> => {
    const before = tabs.get(tab)
    before?.document.unload()
    const sessionStorage = before?.sessionStorage ?? createStorage(name, 'sessionStorage')
    await put(tab, page, opened, sessionStorage).document.dispatch({ type: 'load' })
  }

  /** Where a tab stands once the scripts of its page are done. */
  const landingOf = (tab: string, otherwise: Landing): Landing =>
    tabs.get(tab)?.landing ?? otherwise

  const failed = (tab: string, landing: Landing): Landing => {
    const current = tabs.get(tab)
    if (current !== undefined) current.landing = landing
    return landing
  }

  const navigate = async (
    tab: string,
    first: Hop,
    { note, handmade = [], withParts = false }: NavigationOptions = {},
  ): Promise<Landing> => {
    let hop = first
    for (let count = 0; count <= maximumRedirects; count++) {
      if (hop.url.startsWith('http:') && ports.isStrict?.(hop.url) === true) {
        aside('upgrades', 'Asks by https: the host is on the list of those that want nothing else')
        hop = { ...hop, url: hop.url.replace(/^http:/, 'https:') }
      }
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
        return failed(tab, { page: null, problem: result.problem, url: hop.url })
      const { status, headers, body } = result.response
      const location = header(headers, 'location')
      const target = location === null ? null : URL.parse(location, hop.url)
      if (!redirects(status) || target === null) {
        const noReferrer = header(headers, 'referrer-policy') === 'no-referrer'
        const html = isHtml(headers) ? body : ''
        const page = readPage(hop.url, status, html, noReferrer)
        await open(tab, page, { html, headers, own: null })
        if (withParts) await parts({ page, policy: contentPolicyOf(headers) })
        return landingOf(tab, { page })
      }
      if (note !== undefined && target.pathname === note.path)
        recorder.aside(name, note.name, note.label, 'real')
      if (ports.appLinks?.claims(target.href) === true) {
        aside('app-link', 'Hands the address to the app that claimed it')
        return failed(tab, await ports.appLinks.open(tab, target.href))
      }
      hop = redirected(hop, status, target)
    }
    const problem = `more than ${maximumRedirects} redirects`
    aside('gives-up', `Gives up: ${problem}`)
    return failed(tab, { page: null, problem, url: hop.url })
  }

  const byUser = (tab: string): Tab | null => {
    const current = tabs.get(tab) ?? null
    if (current !== null) current.leaps = 0
    return current
  }

  const visit: Agent['visit'] = (tab, url, options) => {
    byUser(tab)
    const hop = { method: 'GET', url, body: '', referrer: null, crossSiteChain: false }
    return navigate(tab, hop, options)
  }

  const follow: Agent['follow'] = (tab, href, options) => {
    const referrer = byUser(tab)?.page ?? null
    const hop = { method: 'GET', url: href, body: '', referrer, crossSiteChain: false }
    return navigate(tab, hop, options)
  }

  const submit: Agent['submit'] = (tab, form, filled) => {
    const referrer = byUser(tab)?.page ?? null
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
  }

  /** Null when no script of the page took it over. */
  const taken = async (
    tab: string,
    happening: Parameters<LiveDocument['dispatch']>[0],
  ): Promise<Landing | null> => {
    const current = byUser(tab)
    if (current === null) return null
    current.landing = { page: current.page }
    const prevented = await current.document.dispatch(happening)
    return prevented ? landingOf(tab, { page: current.page }) : null
  }

  return {
    name,
    storage,
    jar: () => exchanges.jar(),
    plant: (cookie) => exchanges.plant(cookie),
    page: (tab) => tabs.get(tab)?.page ?? null,
    visit,
    follow,
    submit,
    press: async (tab, href, options) =>
      (await taken(tab, { type: 'press', href })) ?? follow(tab, href, options),
    enter: async (tab, form, fields) =>
      (await taken(tab, { type: 'submit', action: form.action, fields })) ??
      submit(tab, form, fields),
    launch: async (tab, url, { program, settings }) => {
      const installed = programs.get(program)
      const page = readPage(url, 200, '', true)
      const own = { programs: installed === undefined ? [] : [installed], settings }
      await open(tab, page, { html: '', headers: [], own })
      return landingOf(tab, { page })
    },
    duplicate: (tab, other) => {
      const current = tabs.get(tab)
      if (current === undefined) return
      const { page, opened, sessionStorage } = current
      const own = createStorage(name, 'sessionStorage')
      for (const key of sessionStorage.keys()) own.plant(key, sessionStorage.read(key) ?? '')
      put(other, page, opened, own)
    },
    ask: async ({ method, url, headers = [], body = '', handmade = [] }) => {
      const answer = await exchanges.send({
        method,
        url,
        headers: clientHeaders(url, 'LoginLab/1.0 (an HTTP client)', headers),
        body,
        initiator: null,
        topLevel: true,
        withCookies: true,
        handmade,
      })
      return 'response' in answer ? answer.response : null
    },
  }
}

/**
 * The next request after a redirect: 303 and, by custom, 301 and 302 turn POST into GET (RFC 9110
 * §15.4). A fragment stays unless the new address has its own (§10.2.2).
 */
const redirected = (hop: Hop, status: number, target: URL): Hop => {
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
