import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { workflows } from '../../scenarios/catalogue/index.ts'
import type { Profile } from '../../scenarios/vocabulary.ts'
import { storyOf } from '../../scenarios/stories/index.ts'
import { announcement } from '../announcement.ts'
import { emit, hear } from '../events.ts'
import { keyAction, type KeyAction } from '../keyboard.ts'
import { momentOf, readRun, type Moment, type Reading } from '../moment.ts'
import { pace } from '../pace.ts'
import { obey, obeyKey } from '../obey.ts'
import type { PlaybackState } from '../playback.ts'
import { readPublished, type Published } from '../published.ts'
import { openRecording, saveTrace } from '../recording.ts'
import { openInPage, type OpenRun, type Trouble } from '../run/open.ts'
import { Session, type SessionState } from '../session.ts'
import { base } from '../styles/base.ts'
import { tokens } from '../styles/tokens.ts'
import type { Language, Words } from '../words/catalogue.ts'
import { chooseLanguage, currentLanguage } from '../words/choice.ts'
import { englishWords, loadWords } from '../words/languages.ts'
import { provideWords } from '../words/speaker.ts'
import { chooseTheme, currentTheme, shortcutsOn, switchShortcuts, type Theme } from '../theme.ts'
import { stageStyles } from './login-lab.styles.ts'
import { stage } from './stage.ts'

/**
 * A login workflow, to play and to interfere with. Opens a run, keeps the cursor, hands a moment of
 * the run to the elements below it and does what they ask.
 *
 * @fires lab-step - the id of the message that is shown now
 * @cssprop --now - the one accent; see `styles/tokens.ts` for all constants
 */
export class LoginLab extends LitElement {
  static override properties = {
    workflow: {},
    step: {},
    lesson: {},
    seed: {},
    profile: {},
    keys: {},
    language: {},
    openRun: { attribute: false },
    session: { state: true },
    followedName: { state: true },
    picture: { state: true },
    drawn: { state: true },
    drawerOpen: { state: true },
    notice: { state: true },
    theme: { state: true },
    shortcutsOn: { state: true },
    said: { state: true },
    words: { state: true },
  }
  /** Slug of the workflow; the first of the catalogue when left out. */
  declare workflow: string
  /** Id or number of the message to open at, paused. */
  declare step: string
  declare lesson: string
  declare seed: string
  /** How FusionAuth is set: `fidelity` (its defaults) or `hardened` (RFC 9700). */
  declare profile: string
  /** `page`: keys work anywhere on the page; else only while the focus is inside. */
  declare keys: string
  /** `en` or `es`; what the reader chose or the browser prefers when left out. */
  declare language: Language
  declare openRun: OpenRun
  declare session: SessionState
  declare followedName: string | null
  declare picture: 'diagram' | 'list'
  declare drawn: boolean
  declare drawerOpen: boolean
  declare notice: string | null
  declare theme: Theme
  declare shortcutsOn: boolean
  declare said: string
  declare words: Words

  readonly #spoken = provideWords(this)
  #session: Session | null = null
  #reading: Reading | null = null
  #moment: Moment | null = null
  #published: Published | null = null
  #saying: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.workflow = workflows[0]?.slug ?? ''
    this.step = ''
    this.lesson = ''
    this.seed = ''
    this.profile = ''
    this.keys = 'focus'
    this.language = currentLanguage()
    this.words = englishWords
    this.openRun = openInPage
    this.session = { kind: 'opening' }
    this.followedName = null
    this.picture = 'diagram'
    this.drawn = false
    this.drawerOpen = true
    this.notice = null
    this.theme = currentTheme()
    this.shortcutsOn = shortcutsOn()
    this.said = ''
    this.#listen()
  }

  static override styles = [tokens, base, stageStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#keyed)
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#keyed)
    this.#session?.close()
    super.disconnectedCallback()
  }

  /** Shows the message with this id or number; says so when there is none. */
  async goTo(step: string): Promise<void> {
    const playback = this.#session?.playback
    if (playback == null) return
    this.notice = null
    const number = Number(step)
    const { length } = this.#moment?.arrows ?? []
    const isNumber = Number.isInteger(number) && number >= 0 && number <= length
    const found = (await playback.goTo(step)) || (isNumber && (await this.#goToNumber(number)))
    if (!found) this.notice = `There is no message “${step}” in this run.`
  }

  /** Plays a saved trace; says what is wrong with a file that is none. */
  async openFile(file: File): Promise<void> {
    const recording = await openRecording(file)
    const known = recording.ok && workflows.some(({ slug }) => slug === recording.trace.workflow)
    if (!recording.ok || !known) {
      this.notice = recording.ok
        ? `“${file.name}” is of a workflow that is unknown here: ${recording.trace.workflow}.`
        : `“${file.name}” cannot be played. ${recording.problem}`
      return
    }
    this.notice = null
    this.step = ''
    this.workflow = recording.trace.workflow
    this.openRun = () => Promise.resolve(recording.opened)
  }

  async #goToNumber(number: number): Promise<boolean> {
    await this.#session?.playback?.seek(number)
    return true
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const isOther = (['workflow', 'lesson', 'seed', 'profile', 'openRun'] as const).some((name) =>
      changes.has(name),
    )
    if (isOther) void this.#open()
    if (changes.has('language')) void this.#speak(this.language)
    const { session } = this
    if (session.kind !== 'open') {
      this.#moment = null
      return
    }
    const { run, cursor } = session.playback
    this.#reading = readRun(run, this.#reading)
    this.#moment = momentOf(run, cursor, this.#reading, this.followedName)
    this.#published = readPublished(run.trace, this.#published)
  }

  async #open(): Promise<void> {
    this.#session?.close()
    if (!workflows.some(({ slug }) => slug === this.workflow)) return
    let former: PlaybackState | null = null
    const session = new Session(this.openRun, (state) => {
      if (session !== this.#session) return
      this.session = state
      const playback = state.kind === 'open' ? state.playback : null
      this.#moved(former, playback)
      former = playback
    })
    this.#session = session
    this.session = session.state
    const { workflow, lesson, seed, profile, step } = this
    const isOpen = await session.open({
      workflow,
      ...(lesson !== '' && { lesson }),
      ...(seed !== '' && { seed }),
      ...(profile !== '' && { profile: profile as Profile }),
    })
    if (isOpen && step !== '') await this.updateComplete.then(() => this.goTo(step))
  }

  async #speak(language: Language): Promise<void> {
    try {
      const words = await loadWords(language)
      if (language !== this.language) return
      this.words = words
      this.lang = language
      this.#spoken.setWords(words)
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
        this.said = announcement(this.#moment, this.#sentence(this.#moment))
    }, 200)
  }

  override render() {
    const known = workflows.find(({ slug }) => slug === this.workflow)
    const { session } = this
    const open = session.kind === 'open' ? session : null
    return html`
      <lab-header
        .workflows=${workflows}
        .workflow=${known}
        .branch=${open?.playback.run.branch ?? ''}
        .branches=${open?.playback.run.branches ?? []}
        .picture=${this.picture}
        .theme=${this.theme}
        .place=${open?.place ?? null}
        .profile=${open?.playback.run.trace.profile ?? null}
        .differences=${open?.playback.run.differences ?? []}
      ></lab-header>
      ${
        known === undefined
          ? html`<lab-astray .slug=${this.workflow} .workflows=${workflows}></lab-astray>`
          : this.#body()
      }
      <p class="unseen" role="status" aria-live="polite">${this.said}</p>
      <lab-help .shortcutsOn=${this.shortcutsOn}></lab-help>
      <lab-go></lab-go>
    `
  }

  #body() {
    const { session } = this
    if (session.kind === 'opening')
      return html`<div class="alone late" role="status"><p>Starting the applications…</p></div>`
    if (session.kind === 'failed')
      return html`<div class="alone" role="alert">
        <h2>The run could not start</h2>
        <p>${session.problem}</p>
        <button type="button" @click=${() => void this.#open()}>Try again</button>
      </div>`
    if (this.#moment === null) return nothing
    return this.#stage(this.#moment, session.playback, session.trouble)
  }

  #stage(moment: Moment, playback: PlaybackState, trouble: Trouble | null) {
    const { notice, picture, drawn, drawerOpen } = this
    return stage({
      moment,
      playback,
      trouble,
      notice,
      picture,
      drawn,
      drawerOpen,
      sentence: this.#sentence(moment),
      published: this.#published,
      travelTime: this.#travelTime(moment, playback),
      again: () => void this.#session?.again(),
      dismiss: () => {
        this.notice = null
      },
      toggleDrawer: () => {
        this.drawerOpen = !this.drawerOpen
      },
    })
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

  #listen(): void {
    const playback = () => this.#session?.playback
    hear(this, 'lab-send', (event) => {
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
      void playback()?.act(event, !isCalm)
    })
    hear(this, 'lab-seek', (to) => void playback()?.seek(to))
    hear(this, 'lab-command', (command) => {
      const player = playback()
      if (player != null) obey(player, command)
    })
    hear(this, 'lab-speed', (speed) => playback()?.setSpeed(speed))
    hear(this, 'lab-branch', (branch) => void playback()?.switchTo(branch))
    hear(this, 'lab-go', (step) => void this.goTo(step))
    hear(this, 'lab-follow', (name) => {
      this.followedName = name
    })
    hear(this, 'lab-picture', (picture) => {
      this.picture = picture
    })
    hear(this, 'lab-picture-drawn', () => {
      this.drawn = true
    })
    hear(this, 'lab-picture-failed', (reason) => {
      this.drawn = false
      this.notice = `The diagram cannot be drawn, so here is the list. (${reason})`
    })
    hear(this, 'lab-help', () => this.#help())
    hear(this, 'lab-profile', (profile) => {
      this.step = ''
      this.profile = profile
    })
    hear(this, 'lab-save', () => {
      if (this.#moment !== null) saveTrace(this.#moment.run.trace)
    })
    hear(this, 'lab-file', (file) => void this.openFile(file))
    hear(this, 'lab-theme', (theme) => {
      chooseTheme(theme)
      this.theme = theme
    })
    hear(this, 'lab-language', (language) => {
      chooseLanguage(language)
      this.language = language
    })
    hear(this, 'lab-shortcuts', (on) => {
      switchShortcuts(on)
      this.shortcutsOn = on
    })
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const isInside = event.composedPath().includes(this)
    const isOurs = this.keys === 'page' ? this.shortcutsOn || isInside : isInside
    const isModal = this.renderRoot.querySelector('lab-help, lab-go')?.matches(':focus-within')
    if (event.defaultPrevented || !isOurs || isModal === true) return
    const action = keyAction(event)
    if (action === null) return
    if (this.#act(action)) event.preventDefault()
  }

  /** Does what a key asks for; false when there was nothing to do. */
  #act(action: KeyAction): boolean {
    const playback = this.#session?.playback
    if (playback != null && obeyKey(playback, action)) return true
    if (action.do === 'leave' && this.followedName === null) return false
    if (action.do === 'fullscreen')
      void (document.fullscreenElement === null
        ? this.requestFullscreen()
        : document.exitFullscreen())
    if (action.do === 'list') this.picture = this.picture === 'list' ? 'diagram' : 'list'
    if (action.do === 'theme') emit(this, 'lab-theme', this.theme === 'dark' ? 'light' : 'dark')
    if (action.do === 'go') this.renderRoot.querySelector('lab-go')?.show()
    if (action.do === 'help') this.#help()
    if (action.do === 'leave') this.followedName = null
    return true
  }

  #help(): void {
    this.#session?.playback?.pause()
    this.renderRoot.querySelector('lab-help')?.show()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'login-lab': LoginLab
  }
}
