import { html, nothing, type PropertyValues } from 'lit'
import { workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import type { Profile } from '../../scenarios/vocabulary.ts'
import { verdictAt, type Verdict } from '../../scenarios/view/verdict.ts'
import type { Found } from '../../scenarios/view/search.ts'
import { storyOf } from '../../scenarios/stories/index.ts'
import { announcement } from '../announcement.ts'
import { MediaElement } from '../api/media-element.ts'
import { embedStyles } from '../embed/embed.styles.ts'
import { Branching } from '../branches/branching.ts'
import { emit } from '../events.ts'
import { answer, goTo, playByItself } from '../go-to.ts'
import { fetchElement } from '../lazy.ts'
import { keyAction } from '../keyboard.ts'
import type { Layer } from '../layers.ts'
import { listen } from '../listen.ts'
import { momentOf, readRun, type Moment, type Reading } from '../moment.ts'
import { obeyKey, obeyPageKey } from '../obey.ts'
import { pace } from '../pace.ts'
import type { Playback, PlaybackState } from '../playback.ts'
import { Prediction } from '../predict/prediction.ts'
import { readPublished, type Published } from '../published.ts'
import { questionOf } from '../questions.ts'
import { openRecording } from '../recording.ts'
import { remember, remembered } from '../remember.ts'
import { openInPage, type OpenRun } from '../run/open.ts'
import type { StrangeRun } from '../run-link/open.ts'
import { Session, type SessionState } from '../session.ts'
import { base } from '../styles/base.ts'
import { tokens } from '../styles/tokens.ts'
import { currentTheme, shortcutsOn, type Theme } from '../theme.ts'
import type { Language, Words } from '../words/catalogue.ts'
import { currentLanguage } from '../words/choice.ts'
import { englishWords, loadWords } from '../words/languages.ts'
import { provideWords } from '../words/speaker.ts'
import type { Strange } from '../wishes.ts'
import { failed, opening } from './alone.ts'
import { stageStyles } from './login-lab.styles.ts'
import { notices } from './notices.ts'
import { stage } from './stage.ts'

const tourKey = 'login-lab.tour'

const verdictOf = ({ run, secrets, cursor }: Moment): Verdict | null =>
  verdictAt(run.trace, secrets, cursor)

/**
 * A login workflow, to play and to interfere with. Opens a run, keeps the cursor, hands a moment of
 * the run to the elements below it and does what they ask.
 *
 * @fires lab-step - the id of the message that is shown now
 * @cssprop --now - the one accent; see `styles/tokens.ts` for all constants
 */
export class LoginLab extends MediaElement {
  static override properties = {
    workflow: {},
    step: {},
    layer: {},
    lesson: {},
    seed: {},
    profile: {},
    keys: {},
    language: {},
    view: {},
    compare: {},
    ask: {},
    speed: { type: Number },
    autoplay: { type: Boolean },
    greets: { attribute: false },
    strange: { attribute: false },
    layout: { reflect: true },
    home: {},
    openRun: { attribute: false },
    session: { state: true },
    followedName: { state: true },
    found: { state: true },
    predicting: { state: true },
    picture: { state: true },
    drawn: { state: true },
    drawerOpen: { state: true },
    notice: { state: true },
    missing: { state: true },
    touring: { state: true },
    theme: { state: true },
    shortcutsOn: { state: true },
    said: { state: true },
    words: { state: true },
  }
  /** Slug of the workflow; the first of the catalogue when left out. */
  declare workflow: string
  /** Id or number of the message to open at, paused. */
  declare step: string
  /** The side of the message that the inspector shows; see `web/layers.ts`. */
  declare layer: Layer
  declare lesson: string
  declare seed: string
  /** How FusionAuth is set: `fidelity` (its defaults) or `hardened` (RFC 9700). */
  declare profile: string
  /** `page`: keys work anywhere on the page; else only while the focus is inside. */
  declare keys: string
  /** `en` or `es`; what the reader chose or the browser prefers when left out. */
  declare language: Language
  /** `start`: the page that asks what one came for; else one run, or two beside each other. */
  declare view: 'start' | 'play' | 'compare'
  /** What the run is compared with: a workflow's slug, or `branch:ID`. */
  declare compare: string
  /** A question that the run answers by itself: `how`, `expires` or `stolen`. */
  declare ask: string
  /** Plays when it is open, unless the reader wants less motion. */
  declare autoplay: boolean
  /** Shows newcomers around, once. */
  declare greets: boolean
  /** What the address asks for in vain. */
  declare strange: readonly (Strange | StrangeRun)[]
  /** The run that the address tells of, as text; '' for none, or when it was left. */
  sharedRun = ''
  /** `embed`: diagram, story and transport only, for a frame in another page. */
  declare layout: 'page' | 'embed'
  /** Address of the whole lab, for an embedded player. */
  declare home: string
  declare openRun: OpenRun
  declare session: SessionState
  declare followedName: string | null
  /** What was looked for in the run; null when nothing is. */
  declare found: Found | null
  declare predicting: boolean
  declare picture: 'diagram' | 'list'
  declare drawn: boolean
  declare drawerOpen: boolean
  declare notice: string | null
  /** A part of the page could not be loaded. */
  declare missing: boolean
  declare touring: boolean
  declare theme: Theme
  declare shortcutsOn: boolean
  declare said: string
  declare words: Words

  readonly #spoken = provideWords(this)
  readonly #prediction = new Prediction(this, () => this.#playback)
  readonly #branching = new Branching(this, () => this.#playback)
  #session: Session | null = null
  #reading: Reading | null = null
  #moment: Moment | null = null
  #published: Published | null = null
  #saying: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.workflow = workflows[0]?.slug ?? ''
    this.step = ''
    this.layer = 'message'
    this.lesson = ''
    this.seed = ''
    this.profile = ''
    this.keys = 'focus'
    this.language = currentLanguage()
    this.words = englishWords
    this.view = 'play'
    this.compare = ''
    this.ask = ''
    this.speed = 1
    this.autoplay = false
    this.greets = false
    this.strange = []
    this.missing = false
    this.touring = false
    this.predicting = false
    this.layout = 'page'
    this.home = ''
    this.openRun = openInPage
    this.session = { kind: 'opening' }
    this.followedName = null
    this.found = null
    this.picture = 'diagram'
    this.drawn = false
    this.drawerOpen = true
    this.notice = null
    this.theme = currentTheme()
    this.shortcutsOn = shortcutsOn()
    this.said = ''
    listen(this, () => this.#playback)
  }

  static override styles = [tokens, base, stageStyles, embedStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#keyed)
    addEventListener('online', this.#online)
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#keyed)
    removeEventListener('online', this.#online)
    this.#session?.close()
    super.disconnectedCallback()
  }

  /** Shows the message with this id or number, or the first of this phase; says if there is none. */
  async goTo(step: string): Promise<void> {
    const playback = this.#playback
    if (playback === null) return
    this.notice = null
    if (!(await goTo(playback, step))) this.notice = this.words.ui.lab.noMessage(step)
  }

  /** Plays a saved trace; says what is wrong with a file that is none. */
  async openFile(file: File): Promise<void> {
    const recording = await openRecording(file)
    const known = recording.ok && workflows.some(({ slug }) => slug === recording.trace.workflow)
    if (!recording.ok || !known) {
      const { lab } = this.words.ui
      this.notice = recording.ok
        ? lab.unknownRecording(file.name, recording.trace.workflow)
        : lab.badRecording(file.name, this.words.say(recording.problem))
      return
    }
    this.notice = null
    this.view = 'play'
    this.step = ''
    this.workflow = recording.trace.workflow
    this.openRun = () => Promise.resolve(recording.opened)
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const isOther = (['workflow', 'lesson', 'seed', 'profile', 'openRun'] as const).some((name) =>
      changes.has(name),
    )
    const startsOrEnds = changes.has('view') && [this.view, changes.get('view')].includes('start')
    const isAsked = changes.has('ask') && this.ask !== ''
    if (isOther || startsOrEnds || isAsked) void this.#open()
    if (changes.has('view') && this.view === 'compare') void this.#fetch('lab-compare')
    if (changes.has('language')) void this.#speak(this.language)
    const { session } = this
    if (session.kind !== 'open') {
      this.#moment = null
      return
    }
    const { run, cursor } = session.playback
    this.#reading = readRun(run, this.#reading)
    this.#moment = momentOf(run, cursor, this.#reading, this.followedName, this.found)
    this.#published = readPublished(run.trace, this.#published)
  }

  async #open(): Promise<void> {
    this.#session?.close()
    this.#session = null
    const isKnown = workflowBySlug(this.workflow) !== undefined
    if (!isKnown || this.view === 'start') {
      this.session = { kind: 'opening' }
      return
    }
    let former: PlaybackState | null = null
    const changed = (state: SessionState): void => {
      if (session !== this.#session) return
      this.session = state
      this.tellMedia(state)
      const playback = state.kind === 'open' ? state.playback : null
      this.#moved(former, playback)
      former = playback
    }
    const session: Session = new Session(this.openRun, changed, openInPage)
    session.gate = this.#prediction.gate
    this.#session = session
    this.session = session.state
    this.tellMedia(session.state)
    const { workflow, lesson, seed, profile } = this
    const isOpen = await session.open({
      workflow,
      ...(lesson !== '' && { lesson }),
      ...(seed !== '' && { seed }),
      ...(profile !== '' && { profile: profile as Profile }),
    })
    if (!isOpen) return
    await this.updateComplete
    this.#greet()
    await this.#begin()
  }

  /** Shows a newcomer around, once in a lifetime of this browser's memory. */
  #greet(): void {
    if (!this.greets || remembered(tourKey) !== null) return
    remember(tourKey, 'seen')
    void this.showTour()
  }

  /** Goes where the properties say, once a run is open. */
  async #begin(): Promise<void> {
    const playback = this.#playback
    if (playback === null) return
    if (this.speed !== 1) playback.setSpeed(this.speed)
    const question = questionOf(this.ask)
    if (this.step !== '') await this.goTo(this.step)
    else if (question !== null && (await answer(playback, question))) return
    if (this.autoplay) playByItself(playback)
  }

  protected override get player(): Playback | null {
    return this.#playback
  }

  get #playback(): Playback | null {
    return this.#session?.playback ?? null
  }

  async #speak(language: Language): Promise<void> {
    try {
      const words = await loadWords(language)
      if (language !== this.language) return
      this.words = words
      this.lang = language
      this.#spoken.setWords(words)
      emit(this, 'lab-spoken', words)
    } catch {
      this.notice = this.words.ui.lab.languageFailed
    }
  }

  /** Tells the page and, when the learner moved by hand, a screen reader. */
  #moved(former: PlaybackState | null, now: PlaybackState | null): void {
    if (now === null || former === null) return
    const stopped = former.playing && !now.playing
    if (former.cursor === now.cursor && !stopped) return
    const message = now.run.trace.messages[now.cursor - 1]
    emit(this, 'lab-step', message?.id ?? null)
    clearTimeout(this.#saying)
    if (now.playing) return
    this.#saying = setTimeout(() => {
      if (this.#moment !== null)
        this.said = announcement(this.#moment, this.#sentences(this.#moment), this.words)
    }, 200)
  }

  override render() {
    return html`
      ${this.#header()} ${this.#body()}
      <p class="unseen" role="status" aria-live="polite">${this.said}</p>
      <lab-help .shortcutsOn=${this.shortcutsOn}></lab-help>
      <lab-go></lab-go>
    `
  }

  #header() {
    const { session } = this
    const open = session.kind === 'open' ? session : null
    if (this.layout === 'embed')
      return html`<lab-embed-bar
        .name=${this.words.say(workflowBySlug(this.workflow)?.title ?? this.workflow)}
        .href=${this.#moment?.message == null ? this.home : `${this.home}#step=${this.#moment.message.id}`}
      ></lab-embed-bar>`
    return html`<lab-header
      .workflows=${workflows}
      .workflow=${workflowBySlug(this.workflow)}
      .lesson=${this.lesson}
      .view=${this.view}
      .predicting=${this.predicting}
      .branch=${open?.playback.run.branch ?? ''}
      .branches=${open?.playback.run.branches ?? []}
      .names=${open === null ? new Map() : this.#branching.of(open.playback.run)}
      .forks=${this.#playback?.forks ?? true}
      .picture=${this.picture}
      .theme=${this.theme}
      .place=${open?.place ?? null}
      .profile=${open?.playback.run.trace.profile ?? null}
      .differences=${open?.playback.run.differences ?? []}
    ></lab-header>`
  }

  #body() {
    const { session, words } = this
    if (workflowBySlug(this.workflow) === undefined)
      return html`<lab-astray .slug=${this.workflow} .workflows=${workflows}></lab-astray>`
    if (this.view === 'start')
      return html`<div class="first">
        <div>${this.#notices(null)}</div>
        <lab-start .workflows=${workflows}></lab-start>
      </div>`
    if (session.kind === 'opening') return opening(words)
    if (session.kind === 'failed') return failed(session.problem, words, () => void this.#open())
    if (this.view === 'compare') return this.#comparison(session)
    return this.#moment === null ? nothing : this.#stage(this.#moment, session)
  }

  #stage(moment: Moment, open: Extract<SessionState, { kind: 'open' }>) {
    const { picture, drawn, drawerOpen, layer, words } = this
    return html`${stage({
      moment,
      shown: this.#prediction.shown(moment, this.followedName),
      prediction: this.#prediction.render(open.playback.run),
      layer,
      playback: open.playback,
      words,
      told: this.#notices(open),
      picture,
      drawn,
      drawerOpen,
      sentence: this.#sentence(moment),
      verdict: verdictOf(moment),
      published: this.#published,
      travelTime: this.#travelTime(moment, open.playback),
      toggleDrawer: () => {
        this.drawerOpen = !this.drawerOpen
      },
    })}
    ${this.touring ? html`<lab-tour @lab-tour-over=${() => this.#endTour()}></lab-tour>` : nothing}`
  }

  #comparison({ playback, place }: Extract<SessionState, { kind: 'open' }>) {
    return html`<lab-compare
      role="region"
      aria-label=${this.words.ui.compare.title}
      .run=${playback.run}
      .traces=${this.#playback?.traces ?? new Map()}
      .names=${this.#branching.of(playback.run)}
      .forks=${this.#playback?.forks ?? true}
      .other=${this.compare}
      .workflows=${workflows}
      .openRun=${place === 'recording' ? openInPage : this.openRun}
    ></lab-compare>`
  }

  #notices(open: Extract<SessionState, { kind: 'open' }> | null) {
    const { notice, strange, missing, words } = this
    return notices({
      trouble: open?.trouble ?? null,
      moved: open?.moved ?? null,
      problem: open?.playback.problem ?? null,
      notice,
      strange,
      missing,
      words,
      again: () => void this.#session?.again(),
      dismiss: () => {
        this.notice = null
        this.strange = []
        this.#session?.acknowledge()
      },
    })
  }

  /** What is told at a moment: the story, and what came of a theft. */
  #sentences(moment: Moment): readonly string[] {
    const verdict = verdictOf(moment)
    const outcome = verdict === null ? [] : [this.words.ui.verdict.sentence(verdict)]
    return [this.#sentence(moment), ...outcome]
  }

  #sentence({ message, run }: Moment): string {
    return message === null ? '' : storyOf(message, run.trace, this.words.stories)
  }

  #travelTime({ message, run }: Moment, { cause, speed }: PlaybackState): number {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const travels = cause === 'played' || cause === 'stepped' || cause === 'acted'
    if (message === null || isCalm || !travels) return 0
    return pace(message, run.trace.participants) / speed
  }

  readonly #online = (): void => {
    if (this.session.kind === 'failed') void this.#open()
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const isInside = event.composedPath().includes(this)
    const isPage = this.keys === 'page'
    const isOurs = isInside || (isPage && this.shortcutsOn)
    const isModal = this.renderRoot.querySelector('lab-help, lab-go')?.matches(':focus-within')
    if (event.defaultPrevented || !isOurs || isModal === true) return
    const action = keyAction(event, isPage ? 'page' : 'focus')
    if (action === null) return
    const playback = this.view === 'compare' ? null : this.#playback
    const isDone = (playback !== null && obeyKey(playback, action)) || obeyPageKey(this, action)
    if (isDone) event.preventDefault()
  }

  /** Opens the help; playing waits. */
  showHelp(): void {
    this.#playback?.pause()
    this.renderRoot.querySelector('lab-help')?.show()
  }

  /** Asks for a message to go to; false while there is no run. */
  showGo(): boolean {
    if (this.#playback === null) return false
    this.renderRoot.querySelector('lab-go')?.show()
    return true
  }

  /** Opens the field that finds a value; false when there is nothing to look into. */
  showSearch(): boolean {
    const field = this.renderRoot.querySelector('lab-search')
    void field?.show()
    return field !== null
  }

  /** Shows the page around; with the keyboard on it when it was asked for. */
  async showTour(isAsked = false): Promise<void> {
    if (this.#playback === null) return
    try {
      await fetchElement('lab-tour')
    } catch {
      if (isAsked) this.miss()
      return
    }
    this.touring = true
    await this.updateComplete
    if (isAsked) this.renderRoot.querySelector('lab-tour')?.focus()
  }

  async #fetch(name: Parameters<typeof fetchElement>[0]): Promise<void> {
    try {
      await fetchElement(name)
    } catch {
      this.miss()
    }
  }

  #endTour(): void {
    this.touring = false
    this.renderRoot.querySelector('lab-controls')?.focus()
  }

  /** Tells that a part of the page could not be loaded. */
  miss(): void {
    this.missing = true
  }

  /** Ends the tour or stops following a secret; false when there is nothing to leave. */
  leave(): boolean {
    if (this.touring) {
      this.#endTour()
      return true
    }
    if (this.view === 'compare') {
      emit(this, 'lab-view', 'play')
      return true
    }
    if (this.followedName === null) return false
    emit(this, 'lab-follow', null)
    return true
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'login-lab': LoginLab
  }
}
