import type { AgentName } from '../../model/participant.ts'
import type { Change } from '../../model/trace.ts'
import type { HeaderList, Json } from '../../model/wire.ts'
import { scriptView } from '../cookie-jar.ts'
import type { Exchanges } from '../agent/exchange.ts'
import type { Page, PageScript } from '../elements.ts'
import { readPage } from '../html.ts'
import type { Clock, Random } from '../ports.ts'
import { randomText } from '../random.ts'
import type { Recorder } from '../recorder.ts'
import { origin } from '../site.ts'
import type { Asking } from './fetch.ts'
import type {
  FetchAnswer,
  FetchRequest,
  PageEvent,
  Program,
  Programs,
  ScriptPage,
  RenderedPage,
} from './page-script.ts'
import { type ContentPolicy, contentPolicyOf, forbids } from './policy.ts'
import type { Storage } from './storage.ts'
import { textOf } from '../../model/text.ts'
import { parseJson } from '../../model/json.ts'

/** What a document needs of its user agent. */
export interface DocumentPorts {
  readonly agent: AgentName
  readonly tab: string
  readonly clock: Clock
  readonly recorder: Recorder
  readonly random: Random
  readonly exchanges: Exchanges
  readonly programs: Programs
  readonly storage: Storage
  readonly sessionStorage: Storage
  readonly fetch: (
    asking: Asking,
    url: string,
    request: FetchRequest,
    shown: (answer: FetchAnswer & { readonly ok: true }) => readonly Change[],
  ) => Promise<FetchAnswer>
  readonly image: (asking: Asking, url: string) => Promise<void>
  /** The page that the tab shows now. */
  page(): Page
  /** A script rendered another page in the same document. */
  replace(page: Page): void
  navigate(url: string): Promise<void>
}

/** A page with its scripts at work, from its loading to the next navigation. */
export interface LiveDocument {
  /** Lets the scripts know; true when one of them took the matter into its own hands. */
  dispatch(event: Happening): Promise<boolean>
  /** Nothing of it runs any more. */
  unload(): void
}

/** What happens to a page, before its scripts have a say. */
type Happening =
  | { readonly type: 'load' }
  | { readonly type: 'press'; readonly href: string }
  | { readonly type: 'submit'; readonly action: string; readonly fields: URLSearchParams }

const code = new Set(['', 'module', 'text/javascript', 'application/javascript'])

/** The block of settings that a page carries for its script. */
export const settingsIn = ({ scripts }: Pick<Page, 'scripts'>): Json => {
  const block = scripts.find(({ id, type }) => id === 'app' && type === 'application/json')
  return block === undefined ? null : (parseJson(block.text) ?? null)
}

/** The programs among the scripts that the page's policy lets run; what it forbids becomes an arrow. */
const allowed = (
  scripts: readonly PageScript[],
  policy: ContentPolicy,
  { programs, recorder, agent, ...ports }: DocumentPorts,
): readonly Program[] =>
  scripts.flatMap(({ program: name, type, nonce, handler }) => {
    const program = name === null ? undefined : programs.get(name)
    if (program === undefined || !code.has(type)) return []
    const refusal = forbids(
      policy,
      ports.page().url,
      handler ? { kind: 'handler' } : { kind: 'inline', nonce },
    )
    if (refusal === null) return [program]
    recorder.aside(
      agent,
      'blocked-by-csp',
      textOf('note.blocked-by-policy', { directive: refusal.directive }),
      'real',
    )
    return []
  })

/** What a change of the page looks like in the trace. */
const shownAs = ({ agent, tab }: DocumentPorts, page: Page, html: string): Change => ({
  where: `${agent}.pages`,
  op: 'set',
  key: tab,
  before: null,
  after: { url: page.url, html },
})

/**
 * Opens the document of a page that has just come. `own` are programs that are there without any
 * text: those of an app that was installed.
 */
export const openDocument = (
  ports: DocumentPorts,
  html: string,
  headers: HeaderList,
  own: { readonly programs: readonly Program[]; readonly settings: Json } | null = null,
): LiveDocument => {
  const { agent, clock, recorder, exchanges } = ports
  const first = ports.page()
  const policy = contentPolicyOf(headers)
  const home = origin(first.url)
  const settings = own?.settings ?? settingsIn(first)
  let alive = true
  let content = html
  /** Handlers of elements that a script rendered; they run when the script is done. */
  let waiting: readonly Program[] = []

  /** What is kept while an answer is being read; it belongs to the answer's arrow. */
  let read: Change[] | null = null

  const told: Parameters<Storage['of']>[1] = (note, changes) => {
    if (note === null && read !== null) read.push(...changes)
    else if (note !== null) recorder.aside(agent, note.name, note.label, 'real', changes)
    else
      for (const { where, op, key, before, after } of changes)
        recorder.changed(where, op, key, before, after)
  }

  const rendered = ({ path, html: next }: RenderedPage): Page => {
    const url = new URL(path, first.url)
    return readPage(url.href, 200, next, first.noReferrer)
  }

  const put = (page: Page, next: string): void => {
    ports.replace(page)
    content = next
    // Scripts that are put in as text do not run (HTML standard, innerHTML); handlers do.
    const handlers = page.scripts.filter(({ handler }) => handler)
    waiting = [...waiting, ...allowed(handlers, policy, ports)]
  }

  const page: ScriptPage = {
    settings,
    get location() {
      return new URL(ports.page().url)
    },
    localStorage: ports.storage.of(own === null ? home : null, told),
    sessionStorage: ports.sessionStorage.of(home, () => undefined),
    fetch: async (url, request = {}) => {
      if (!alive) return { ok: false, why: 'unreachable' }
      let shown: { readonly page: Page; readonly html: string } | null = null
      const answer = await ports.fetch({ page: ports.page(), policy }, url, request, (readable) => {
        const kept: Change[] = []
        read = kept
        const wanted = request.shows?.(readable) ?? null
        read = null
        if (wanted === null) return kept
        shown = { page: rendered(wanted), html: wanted.html }
        return [...kept, shownAs(ports, shown.page, shown.html)]
      })
      const result = shown as { readonly page: Page; readonly html: string } | null
      if (result !== null) put(result.page, result.html)
      return answer
    },
    image: (url) =>
      alive ? ports.image({ page: ports.page(), policy }, url) : Promise.resolve(undefined),
    cookie: () => scriptView(exchanges.jar(), ports.page().url, clock.now()),
    html: () => content,
    show: (shown, note) => {
      if (!alive) return
      const next = rendered(shown)
      told(note ?? null, [shownAs(ports, next, shown.html)])
      put(next, shown.html)
    },
    assign: async (url) => {
      if (alive) await ports.navigate(new URL(url, ports.page().url).href)
    },
    note: ({ name, label }, changes = []) => {
      if (alive) recorder.aside(agent, name, label, 'real', changes)
    },
    now: () => clock.now(),
    random: (bytes) => randomText(ports.random, bytes),
  }

  const programs = own?.programs ?? allowed(first.scripts, policy, ports)

  const run = async (all: readonly Program[], event: PageEvent): Promise<void> => {
    for (const program of all) if (alive) await program(page, event)
  }

  return {
    dispatch: async (happening) => {
      let prevented = false
      const preventDefault = (): void => {
        prevented = true
      }
      const event = happening.type === 'load' ? happening : { ...happening, preventDefault }
      await run(programs, event)
      while (waiting.length > 0) {
        const due = waiting
        waiting = []
        await run(due, { type: 'load' })
      }
      return prevented
    },
    unload: () => {
      alive = false
    },
  }
}
