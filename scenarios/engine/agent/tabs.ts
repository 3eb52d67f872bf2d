import type { AgentName } from '../../model/participant.ts'
import type { HeaderList } from '../../model/wire.ts'
import type { Page } from '../elements.ts'
import { type DocumentPorts, type LiveDocument, openDocument } from '../script/document.ts'
import { createStorage, type Storage } from '../script/storage.ts'
import type { Text } from '../../model/text.ts'

/** What a navigation ended with: a page, or nothing because nobody answered. */
export type Landing =
  | { readonly page: Page }
  | {
      readonly page: null
      readonly problem: Text
      readonly url: string
      /** Everybody answered, and sent the browser on to another. */
      readonly isCircle?: true
    }

/** What a document is opened with. */
interface Opened {
  readonly html: string
  readonly headers: HeaderList
  /** Programs that are there without any text: those of an app that was installed. */
  readonly own: Parameters<typeof openDocument>[3]
}

/** A tab with its document. */
export interface Tab {
  readonly sessionStorage: Storage
  readonly opened: Opened
  page: Page
  document: LiveDocument
  /** What the last navigation ended with. */
  landing: Landing
  /** Navigations that scripts began since the user did something. */
  leaps: number
}

export interface Tabs {
  get(tab: string): Tab | null
  /** The user does something in a tab. */
  touch(tab: string): Tab | null
  /** Opens a page in a tab, lets its scripts do what they do on loading, and says where that ends. */
  open(tab: string, page: Page, opened: Opened): Promise<Landing>
  /** A navigation ended without a page in this tab. */
  ended(tab: string, landing: Landing): Landing
  /** Lets the scripts of a tab's page know; null when none of them took the matter over. */
  dispatch(tab: string, happening: Parameters<LiveDocument['dispatch']>[0]): Promise<Landing | null>
  /** A second tab has been open all the time, on the very page that a tab shows. */
  duplicate(tab: string, other: string): void
}

/** `portsOf` is what a document needs of its user agent, the tab's own things aside. */
export const createTabs = (
  name: AgentName,
  portsOf: (
    tab: string,
    current: () => Tab,
  ) => Omit<DocumentPorts, 'tab' | 'sessionStorage' | 'page' | 'replace'>,
): Tabs => {
  const tabs = new Map<string, Tab>()

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
    const ports: DocumentPorts = {
      ...portsOf(tab, () => next),
      tab,
      sessionStorage,
      page: () => next.page,
      replace: (shown) => {
        next.page = shown
        next.landing = { page: shown }
      },
    }
    next.document = openDocument(ports, html, headers, own)
    return next
  }

  const touch = (tab: string): Tab | null => {
    const current = tabs.get(tab) ?? null
    if (current !== null) current.leaps = 0
    return current
  }

  return {
    get: (tab) => tabs.get(tab) ?? null,
    touch,
    open: async (tab, page, opened) => {
      const before = tabs.get(tab)
      before?.document.unload()
      const sessionStorage = before?.sessionStorage ?? createStorage(name, 'sessionStorage')
      await put(tab, page, opened, sessionStorage).document.dispatch({ type: 'load' })
      return tabs.get(tab)?.landing ?? { page }
    },
    ended: (tab, landing) => {
      const current = tabs.get(tab)
      if (current !== undefined) current.landing = landing
      return landing
    },
    dispatch: async (tab, happening) => {
      const current = touch(tab)
      if (current === null) return null
      current.landing = { page: current.page }
      const isTaken = await current.document.dispatch(happening)
      return isTaken ? (tabs.get(tab)?.landing ?? current.landing) : null
    },
    duplicate: (tab, other) => {
      const current = tabs.get(tab)
      if (current === undefined) return
      const { page, opened, sessionStorage } = current
      const own = createStorage(name, 'sessionStorage')
      for (const key of sessionStorage.keys()) own.plant(key, sessionStorage.read(key) ?? '')
      put(other, page, opened, own)
    },
  }
}
