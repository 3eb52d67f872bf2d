import type { Cookie } from '../model/cookie.ts'
import type { AgentName } from '../model/participant.ts'
import type { HeaderList, Json, WireResponse } from '../model/wire.ts'
import { createExchanges, type ExchangePorts, type HandmadeCookies } from './agent/exchange.ts'
import { clientHeaders, type RedirectStep } from './agent/headers.ts'
import { type AddressRules, createNavigation, type NavigationOptions } from './agent/navigation.ts'
import { createSubresources } from './agent/subresources.ts'
import { createTabs, type Landing } from './agent/tabs.ts'
import type { Jar } from './cookie-jar.ts'
import type { Form, Page } from './elements.ts'
import { readPage } from './html.ts'
import type { Random } from './ports.ts'
import { createAppFetch } from './script/app-fetch.ts'
import { createFetch } from './script/fetch.ts'
import type { Program, Programs } from './script/page-script.ts'
import { createStorage, type Storage } from './script/storage.ts'
import { type Text, textOf } from '../model/text.ts'

export type { Landing, NavigationOptions }

/** Navigations that scripts begin, one after another, before a browser is thought to be in a circle. */
const maximumLeaps = 10

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

export interface AgentPorts extends ExchangePorts, AddressRules {
  /** What scripts of pages do, by name. */
  readonly programs?: Programs
  /** A stream of its own for each label. */
  readonly random?: (label: string) => Random
  /** Where an app sends its user for a page that is not its own: the phone's browser. */
  readonly openExternally?: (tab: string, url: string) => Promise<Landing>
}

/** A browser, or a phone whose apps keep their values on the device. */
export type AgentKind = 'browser' | 'phone'

const noRandom: Random = {
  bytes: () => {
    throw new Error('this agent was given no source of randomness')
  },
}

/** The first request of a navigation; `referrer` is the page that leads there. */
const to = (url: string, referrer: Page | null): RedirectStep => ({
  method: 'GET',
  url,
  body: '',
  referrer,
  crossSiteChain: false,
})

export const createAgent = (
  name: AgentName,
  ports: AgentPorts,
  kind: AgentKind = 'browser',
): Agent => {
  const { clock, recorder, programs = new Map<string, Program>(), openExternally } = ports
  const exchanges = createExchanges(name, ports)
  const storage = createStorage(name, kind === 'phone' ? 'device' : 'localStorage')
  let drawn: Random | null = null
  const random: Random = {
    bytes: (length) => (drawn ??= ports.random?.(name) ?? noRandom).bytes(length),
  }
  const aside = (id: string, label: Text): void => recorder.aside(name, id, label, 'real')
  const parts = createSubresources(name, recorder, exchanges)
  const fetchOf = createFetch({ clock, exchanges, note: aside })
  const appFetch = createAppFetch(exchanges)

  const tabs = createTabs(name, (tab, current) => ({
    agent: name,
    clock,
    recorder,
    random,
    exchanges,
    programs,
    storage,
    fetch: (asking, url, request, shown) =>
      kind === 'phone' ? appFetch(url, request, shown) : fetchOf(asking, url, request, shown),
    image: (asking, url) => parts.ask(asking, url, 'image'),
    navigate: async (url) => {
      const here = current()
      if (++here.leaps > maximumLeaps)
        return aside('gives-up', textOf('note.gives-up', { why: textOf('network.circle') }))
      if (openExternally === undefined) await navigate(tab, to(url, here.page))
      else here.landing = await openExternally(tab, url)
    },
  }))
  const navigate = createNavigation({ name, recorder, exchanges, parts, rules: ports }, tabs)

  const follow: Agent['follow'] = (tab, href, options) =>
    navigate(tab, to(href, tabs.touch(tab)?.page ?? null), options)

  const submit: Agent['submit'] = (tab, { method, action }, filled) => {
    const referrer = tabs.touch(tab)?.page ?? null
    const url = new URL(action)
    if (method !== 'POST') url.search = filled.toString()
    const body = method === 'POST' ? filled.toString() : ''
    return navigate(tab, { ...to(url.href, referrer), method, body })
  }

  return {
    name,
    storage,
    jar: () => exchanges.jar(),
    plant: (cookie) => exchanges.plant(cookie),
    page: (tab) => tabs.get(tab)?.page ?? null,
    visit: (tab, url, options) => {
      tabs.touch(tab)
      return navigate(tab, to(url, null), options)
    },
    follow,
    submit,
    press: async (tab, href, options) =>
      (await tabs.dispatch(tab, { type: 'press', href })) ?? follow(tab, href, options),
    enter: async (tab, form, fields) =>
      (await tabs.dispatch(tab, { type: 'submit', action: form.action, fields })) ??
      submit(tab, form, fields),
    launch: (tab, url, { program, settings }) => {
      const installed = programs.get(program)
      const own = { programs: installed === undefined ? [] : [installed], settings }
      return tabs.open(tab, readPage(url, 200, '', true), { html: '', headers: [], own })
    },
    duplicate: (tab, other) => tabs.duplicate(tab, other),
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
