import { html, nothing, type PropertyValues } from 'lit'
import { workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import type { Profile } from '../../scenarios/model/client.ts'
import { Announcer } from '../announcer.ts'
import { LabElement } from '../api/lab-element.ts'
import { Branching } from '../branches/branching.ts'
import { embedStyles } from '../embed/embed.styles.ts'
import { emit } from '../events.ts'
import { answer, goTo, playByItself } from '../go-to.ts'
import { obeyKeys } from '../keys.ts'
import { fetchElement } from '../lazy.ts'
import { listen } from '../listen.ts'
import { momentOf, readRun, type Moment, type Reading } from '../moment.ts'
import { openFile } from '../open-file.ts'
import type { Playback } from '../playback.ts'
import { Prediction } from '../predict/prediction.ts'
import type { Published } from '../published.ts'
import { questionOf } from '../questions.ts'
import { Session, type OpenSession, type SessionState } from '../session.ts'
import { base } from '../styles/base.ts'
import { tokens } from '../styles/tokens.ts'
import { createTeller, type Telling } from '../telling.ts'
import { Touring } from '../tour/touring.ts'
import { Speaking } from '../words/speaking.ts'
import { aloneStyles } from './alone.styles.ts'
import { failed, opening } from './alone.ts'
import { comparison } from './comparison.ts'
import { head } from './head.ts'
import { stageStyles } from './login-lab.styles.ts'
import { notices } from './notices.ts'
import { printStyles } from './print.styles.ts'
import { stage } from './stage.ts'

const isRun = (view: unknown): boolean => view === 'play' || view === 'compare'

/**
 * A login workflow, to play and to interfere with. Opens a run, keeps the cursor, hands a moment of
 * the run to the elements below it and does what they ask.
 *
 * @fires lab-step - the id of the message that is shown now
 * @cssprop --now - the one accent; see `styles/tokens.ts` for all constants
 */
export class LoginLab extends LabElement {
  readonly #speaking = new Speaking(this)
  readonly #prediction = new Prediction(this, () => this.#playback)
  readonly #branching = new Branching(this, () => this.#playback)
  readonly #touring = new Touring(this, () => this.#playback)
  readonly #tell = createTeller()
  readonly #announcer = new Announcer(this, () => this.#telling)
  #session: Session | null = null
  #reading: Reading | null = null
  #moment: Moment | null = null
  #published: Published | null = null
  #telling: Telling | null = null
  /** Compares with the published diagrams, once they are there: the messages are read without. */
  #compares: typeof import('../published.ts') | null = null

  constructor() {
    super()
    listen(this, () => this.#playback)
    obeyKeys(this, () => this.#playback)
  }

  static override styles = [tokens, base, aloneStyles, stageStyles, printStyles, embedStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('online', this.#online)
  }

  override disconnectedCallback(): void {
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
  openFile(file: File): Promise<void> {
    return openFile(this, file)
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const isOther = (
      ['workflow', 'lesson', 'seed', 'profile', 'defences', 'openRun'] as const
    ).some((name) => changes.has(name))
    const startsOrEnds =
      changes.has('view') && [this.view, changes.get('view')].some((view) => !isRun(view))
    const isAsked = changes.has('ask') && this.ask !== ''
    if (isOther || startsOrEnds || isAsked) void this.#open()
    const { view } = this
    if (changes.has('view') && view !== 'start' && view !== 'play')
      fetchElement(`lab-${view}`).catch(() => this.miss())
    if (changes.has('language')) void this.#speaking.speak(this.language)
    const { session } = this
    if (session.kind !== 'open') {
      this.#moment = null
      this.#telling = null
      return
    }
    const { run, cursor } = session.playback
    this.#reading = readRun(run, this.#reading)
    this.#moment = momentOf(run, cursor, this.#reading, this.followedName, this.found, this.#moment)
    this.#published = this.#compares?.readPublished(run.trace, this.#published) ?? null
    this.#telling = this.#tell(this.#moment, this.words, this.#published)
  }

  protected override firstUpdated(): void {
    import('../published.ts').then(
      (compares) => {
        this.#compares = compares
        this.requestUpdate()
      },
      () => this.miss(),
    )
  }

  async #open(): Promise<void> {
    this.#session?.close()
    this.#session = null
    const isKnown = workflowBySlug(this.workflow) !== undefined
    if (!isKnown || !isRun(this.view)) {
      this.session = { kind: 'opening' }
      const problem = this.words.ui.astray.none(this.workflow)
      if (!isKnown) this.tellMedia({ kind: 'failed', problem })
      return
    }
    const changed = (state: SessionState): void => {
      if (session !== this.#session) return
      this.session = state
      this.tellMedia(state)
      this.#announcer.follow(state.kind === 'open' ? state.playback : null)
    }
    const session: Session = new Session(this.openRun, changed)
    session.gate = this.#prediction.gate
    this.#session = session
    this.session = session.state
    this.tellMedia(session.state)
    const { workflow, lesson, seed, profile } = this
    const defences =
      this.defences === '' ? {} : (await import('../defend/asked.ts')).askedDefences(this)
    if (session !== this.#session) return
    const isOpen = await session.open({
      workflow,
      ...(lesson !== '' && { lesson }),
      ...(seed !== '' && { seed }),
      ...(profile !== '' && { profile: profile as Profile }),
      defences,
    })
    if (!isOpen) return
    await this.updateComplete
    this.#touring.greet()
    await this.#begin()
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

  override render() {
    return html`
      ${head(this, this.#moment, this.#branching.branches)} ${this.#body()}
      <p class="unseen" role="status" aria-live="polite">${this.#announcer.said}</p>
      <lab-help .shortcutsOn=${this.shortcutsOn}></lab-help>
      <lab-go></lab-go>
    `
  }

  #body() {
    const { session, words } = this
    if (this.view === 'choose')
      return html`<lab-choose .asks=${this.asks} .workflows=${workflows}></lab-choose>`
    if (this.view === 'matrix')
      return html`<lab-matrix
        .asks=${this.asks}
        .cell=${this.cell}
        .workflows=${workflows}
      ></lab-matrix>`
    if (workflowBySlug(this.workflow) === undefined)
      return html`<lab-astray .slug=${this.workflow} .workflows=${workflows}></lab-astray>`
    if (this.view === 'start')
      return html`<div class="first">
        <div>${this.#notices()}</div>
        <lab-start .workflows=${workflows}></lab-start>
      </div>`
    if (session.kind === 'opening') return opening(words)
    if (session.kind === 'failed') return failed(session.problem, words, () => void this.#open())
    if (this.view === 'compare')
      return html`<div class="compared">
        <div>${this.#notices()}</div>
        ${comparison(this, session, this.#branching.branches)}
      </div>`
    return this.#telling === null ? nothing : this.#stage(this.#telling, session)
  }

  #stage(telling: Telling, { playback }: OpenSession) {
    const { of: moment } = telling
    const { picture, drawn, drawerOpen, layer, words } = this
    return html`${stage({
      moment,
      telling,
      shown: this.#prediction.shown(moment, this.followedName),
      prediction: this.#prediction.render(playback.run),
      layer,
      playback,
      words,
      told: this.#notices(),
      picture,
      drawn,
      drawerOpen,
      published: this.#published,
      toggleDrawer: () => {
        this.drawerOpen = !this.drawerOpen
      },
    })}
    ${this.#touring.render()}`
  }

  #notices() {
    return notices(this, {
      retry: () => void this.#session?.retry(),
      dismiss: () => {
        this.notice = null
        this.strange = []
        this.#session?.acknowledge()
      },
    })
  }

  readonly #online = (): void => {
    if (this.session.kind === 'failed') void this.#open()
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

  /** Tells that a part of the page could not be loaded. */
  miss(): void {
    this.missing = true
  }

  /** Ends the tour or stops following a secret; false when there is nothing to leave. */
  leave(): boolean {
    if (this.#touring.end()) return true
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
