import type { Change } from '../../model/trace.ts'
import type { HeaderList, Json } from '../../model/wire.ts'
import type { CredentialsMode } from './cors.ts'
import type { Text } from '../../model/text.ts'

/** What a script asks for; names and meanings are those of the platform's `fetch`. */
export interface FetchRequest {
  readonly method?: string
  /** Names in lower case. */
  readonly headers?: HeaderList
  readonly body?: string
  /** 'same-origin' when nothing is said. */
  readonly credentials?: CredentialsMode
  /** 'cors' when nothing is said; with 'no-cors' the script learns nothing of the answer. */
  readonly mode?: 'cors' | 'no-cors'
  /**
   * The page that the script shows as soon as the answer is there; its place in the trace is the
   * answer's arrow, as it is for values that are put into storage meanwhile. Not asked when the answer
   * is kept from the script.
   */
  readonly shows?: (answer: FetchAnswer & { readonly ok: true }) => RenderedPage | null
}

/** What a script renders: the address in the bar (a path of its own origin) and the page as HTML. */
export interface RenderedPage {
  readonly path: string
  readonly html: string
}

export type FetchAnswer =
  | {
      readonly ok: true
      readonly status: number
      readonly headers: HeaderList
      readonly body: string
    }
  /** 'blocked' by the browser, or 'unreachable'. */
  | { readonly ok: false; readonly why: 'blocked' | 'unreachable' }

/** An arrow from a user agent to itself: `name` becomes the message's id. */
export interface SelfNote {
  readonly name: string
  readonly label: Text
}

/** Values that outlive a page; what is kept and what is taken out becomes an arrow or part of one. */
export interface ScriptStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string, told?: SelfNote): void
  removeItem(key: string, told?: SelfNote): void
}

/** What a script of a page can do, by the platform's own names. */
export interface ScriptPage {
  /** The page's block of settings, `<script type="application/json" id="app">`; null without one. */
  readonly settings: Json
  /** With the fragment. */
  readonly location: URL
  /** Of this origin, in every tab. An app has the device's own. */
  readonly localStorage: ScriptStorage
  /** Of this origin in this tab alone; told in no trace of its own. */
  readonly sessionStorage: ScriptStorage
  fetch(url: string, request?: FetchRequest): Promise<FetchAnswer>
  /** `new Image().src = url`: asks without learning anything. */
  image(url: string): Promise<void>
  /** `document.cookie`: what is not HttpOnly. */
  cookie(): string
  /** What the page shows now, as HTML. */
  html(): string
  /** Renders, with `history.pushState`; `told` makes it an arrow of its own. */
  show(shown: RenderedPage, told?: SelfNote): void
  /** `location.assign`: leaves this page; nothing of it runs afterwards. */
  assign(url: string): Promise<void>
  /** An arrow that says what the script did. */
  note(told: SelfNote, changes?: readonly Change[]): void
  /** The time of this device, in milliseconds since 1970 (`Date.now`). */
  now(): number
  /** Random bytes as base64url (`crypto.getRandomValues`). */
  random(bytes: number): string
}

/** What happens to a page. */
export type PageEvent =
  | { readonly type: 'load' }
  | { readonly type: 'press'; readonly href: string; preventDefault(): void }
  | {
      readonly type: 'submit'
      readonly action: string
      readonly fields: URLSearchParams
      preventDefault(): void
    }

/** What a script's text does; the page names it in `data-program`. */
export type Program = (page: ScriptPage, event: PageEvent) => Promise<void>

/** The programs that can occur in the pages of a world, by name. */
export type Programs = ReadonlyMap<string, Program>
