import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { PageDocument, Press } from '../../../scenarios/projections/document.ts'
import { screenAt, type Screen } from '../../../scenarios/projections/screen.ts'
import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { AgentName } from '../../../scenarios/model/participant.ts'
import type { Choice } from '../../../scenarios/model/run.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import type { PageFrame } from './build.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { addressBar } from './address-bar.ts'
import { blankPage } from './blank-page.ts'
import { foot, type Note } from './foot.ts'
import { participantIcon } from '../../ui/icons.ts'
import { browserStyles } from './lab-browser.styles.ts'

type ReaderModule = typeof import('./reader.ts')

const sameKind = (a: LabEvent, b: LabEvent): boolean =>
  a.type === b.type && ('app' in a ? a.app : '') === ('app' in b ? b.app : '')

/**
 * One browser: address bar and the page that it shows at this message. The page is untrusted: it is
 * taken apart, and built again from known elements in a frame that runs no scripts and may fetch
 * nothing. What is pressed and typed in it becomes an event of the lab.
 *
 * @fires lab-send - what was pressed
 * @fires lab-seek - the next place at which the page can be acted on
 * @fires lab-layer - the cookies are wanted
 */
export class LabBrowser extends LitElement {
  static override properties = {
    frame: { attribute: false },
    agent: { reflect: true },
    page: { state: true },
    note: { state: true },
  }
  declare frame: Frame | null
  declare agent: AgentName
  declare page: PageDocument | null
  declare note: Note | null

  readonly #speaker = speaker(this)
  #reader: ReaderModule | null = null
  /** The frame, once it has loaded. */
  #iframe: HTMLIFrameElement | null = null
  #staged: PageFrame | null = null
  #screen: Screen | null = null
  /** Pages that were taken apart, by where they are from and what they say. */
  readonly #documents = new Map<string, PageDocument>()
  #branch = ''

  constructor() {
    super()
    this.frame = null
    this.agent = 'Browser'
    this.page = null
    this.note = null
  }

  static override styles = [base, browserStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#fetchReader()
  }

  async #fetchReader(): Promise<void> {
    this.#reader ??= await import('./reader.ts')
    this.#stage()
    this.#take()
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('frame') && !changes.has('agent')) return
    const { frame } = this
    if (frame === null) return
    if (changes.get('frame')?.cursor !== frame.cursor) this.note = null
    const { trace, branch } = frame.run
    const screen = screenAt(trace.messages, this.agent, frame.cursor)
    const isSame =
      branch === this.#branch &&
      screen?.broughtBy === this.#screen?.broughtBy &&
      screen?.html === this.#screen?.html
    if (isSame) return
    this.#branch = branch
    this.#screen = screen
    this.#take()
  }

  /** Takes the page apart, once it and the reader are there. */
  #take(): void {
    const screen = this.#screen
    if (this.#reader === null) return
    // A copy: the same page that comes again is a new page, without what was typed in it.
    this.page = screen === null ? null : { ...this.#documentOf(this.#reader, screen) }
  }

  #documentOf(reader: ReaderModule, { url, html: text }: Screen): PageDocument {
    const key = `${url}\n${text}`
    const page = this.#documents.get(key) ?? reader.readDocument(url, text)
    this.#documents.set(key, page)
    return page
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('page')) this.#show()
  }

  #show(): void {
    if (this.page === null) return
    this.#staged?.show(
      this.page,
      (press, typed) => this.#pressed(press, typed),
      () => this.renderRoot.querySelector<HTMLElement>('.lock')?.focus(),
    )
  }

  readonly #loaded = (event: Event): void => {
    this.#iframe = event.target as HTMLIFrameElement
    this.#stage()
    this.#show()
  }

  /** Makes the frame ready for pages, once it and the reader are there. */
  #stage(): void {
    if (this.#iframe === null) return
    this.#staged = this.#reader?.pageFrameIn(this.#iframe) ?? null
  }

  override render() {
    const { frame, agent, page } = this
    if (frame === null) return nothing
    const { words: all } = this.#speaker
    const { screen: words } = all.ui
    const screen = this.#screen
    // The frame stays: a new one would show its page only once it has loaded.
    const isBlank = screen === null || page === null
    const title = page === null || page.title === '' ? words.untitled : page.title
    return html`
      <div class="title">
        ${participantIcon(agent)}<b>${words.browser(agent)}</b>
        ${screen === null ? nothing : html`<span>${title}</span>`}
      </div>
      <div class="bar">
        ${addressBar(
          { agent, explain: this.#about, showCookies: () => emit(this, 'lab-layer', 'cookies') },
          screen,
          frame,
          all,
        )}
      </div>
      ${isBlank ? blankPage(this, screen === null, frame, all) : nothing}
      <iframe
        ?hidden=${isBlank}
        sandbox="allow-same-origin"
        srcdoc="<!doctype html><html lang='en'><meta http-equiv='Content-Security-Policy' content=&quot;default-src 'none'&quot;><title>Page</title><body>"
        title=${words.frame(agent, title)}
        @load=${this.#loaded}
      ></iframe>
      <div class="foot" role="status" ?hidden=${screen === null}>
        ${screen === null ? nothing : foot(this, frame, all)}
      </div>
    `
  }

  readonly #about = (text: string): void => {
    this.note = this.note?.text === text ? null : { kind: 'about', text }
  }

  #refuse(text: string): void {
    this.note = { kind: 'refused', text }
  }

  #pressed(press: Press, typed: ReadonlyMap<string, string>): void {
    const { frame } = this
    const screen = this.#screen
    const { words } = this.#speaker
    if (frame === null || screen === null || this.#reader === null) return
    const { run, decisionPoint } = frame
    if (run.busy) return this.#refuse(words.ui.screen.busy)
    if (decisionPoint === undefined) return this.#refuse(words.ui.screen.between)
    if (decisionPoint.choices.length === 0) return this.#refuse(words.ui.screen.recorded)
    const event =
      this.agent === 'Hacker'
        ? this.#reader.hackerEventOf(press, run)
        : this.#reader.eventOf(press, typed, screen, run)
    if (event === null) return this.#refuse(words.ui.screen.nowhere)
    const choice: Choice | undefined = decisionPoint.choices.find((one) =>
      sameKind(one.event, event),
    )
    if (choice !== undefined && choice.reason !== null)
      return this.#refuse(words.say(choice.reason))
    this.note = null
    emit(this, 'lab-send', event)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-browser': LabBrowser
  }
}
