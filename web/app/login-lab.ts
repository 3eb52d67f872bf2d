import { html, nothing, type PropertyValues } from 'lit'
import { workflowBySlug, workflows } from '../../scenarios/catalogue/index.ts'
import { Branching } from '../features/branches/branching.ts'
import { standaloneStyles } from './standalone.styles.ts'
import { failed, opening } from './standalone.ts'
import { comparison } from './comparison.ts'
import { head } from './head.ts'
import { stageStyles } from './login-lab.styles.ts'
import { notices } from './notices.ts'
import { printStyles } from './print.styles.ts'
import { stage } from './stage.ts'
import { embedStyles } from '../embed/embed.styles.ts'
import { frameAt, indexRun, type Frame, type RunIndex } from '../player/frame.ts'
import type { Playback } from '../player/playback.ts'
import { Prediction } from '../features/predict/prediction.ts'
import type { Published } from '../player/published.ts'
import type { OpenLabRun } from '../player/run-controller.ts'
import { base } from '../ui/styles/base.ts'
import { tokens } from '../ui/styles/tokens.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { createCommentary, type Commentary } from '../player/commentary.ts'
import { currentTheme, shortcutsOn } from '../ui/theme.ts'
import { currentLanguage } from '../i18n/choice.ts'
import { provideWords } from '../i18n/speaker.ts'
import { Announcer } from './announcer.ts'
import { attachListeners } from './attach-listeners.ts'
import type { LabCommand } from './command.ts'
import { speechOf } from './speech.ts'
import { carryOut, followState } from './effects.ts'
import type { LabServices } from './services.ts'
import { handleKeys } from './keys.ts'
import type { LabObserver, ObservableLab } from './lab-host.ts'
import { loadElement } from './load-element.ts'
import { openFile } from './open-file.ts'
import { RunOpening } from './open-run.ts'
import { LabOptionsElement } from './options.ts'
import { reduce } from './reduce.ts'
import { initialState, type LabState } from './state.ts'

/**
 * A login workflow, to play and to interfere with. Keeps one state, which commands change, and hands
 * the frame of the run that it shows to the elements below it.
 *
 * @fires lab-step - the id of the message that is shown now
 * @cssprop --now - the one accent; see `web/ui/styles/tokens.ts` for all constants
 */
export class LoginLab extends LabOptionsElement implements ObservableLab {
  #state: LabState = initialState({
    language: currentLanguage(),
    theme: currentTheme(),
    shortcutsOn: shortcutsOn(),
  })
  #drawn: LabState | null = null
  readonly #observers: LabObserver[] = []
  readonly #provided = provideWords(this)
  readonly #prediction = new Prediction(
    this,
    () => this.player,
    () => loadElement('lab-predict'),
    () => speechOf(this.#state).lesson,
  )
  readonly #runs = new RunOpening(this, this.#prediction.gate)
  readonly #branching = new Branching(this, () => this.player)
  readonly #services: LabServices = {
    host: this,
    runs: this.#runs,
    branching: this.#branching,
    announcer: new Announcer(this, () => this.#commentary),
    tellMedia: (run) => this.tellMedia(run),
  }
  readonly #comment = createCommentary()
  #index: RunIndex | null = null
  #frame: Frame | null = null
  #published: Published | null = null
  #commentary: Commentary | null = null
  /** Compares with the published diagrams, once they are there: the messages are read without. */
  #compares: typeof import('../player/published.ts') | null = null

  constructor() {
    super()
    attachListeners(this)
    handleKeys(this)
  }

  static override styles = [tokens, base, standaloneStyles, stageStyles, printStyles, embedStyles]

  get state(): LabState {
    return this.#state
  }

  /** Changes the state as the command asks; what is to be done besides is done by `effects.ts`. */
  readonly dispatch = (command: LabCommand): void => {
    const before = this.#state
    this.#state = reduce(before, command)
    if (this.#state !== before) this.requestUpdate()
    // Before the effects, which dispatch in turn: who observes is told of each command its own change.
    for (const observe of this.#observers) observe(command, before)
    carryOut(this.#services, command, before)
  }

  observe(observer: LabObserver): void {
    this.#observers.push(observer)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('online', this.#online)
  }

  override disconnectedCallback(): void {
    removeEventListener('online', this.#online)
    this.#runs.close()
    super.disconnectedCallback()
  }

  /** Shows the message with this id or number, or the first of this phase; says if there is none. */
  async goTo(step: string): Promise<void> {
    await this.#runs.goTo(step)
  }

  /** Plays a saved trace; says what is wrong with a file that is none. */
  openFile(file: File): Promise<void> {
    return openFile(this, file)
  }

  protected override sayProblem(problem: Text): string {
    return this.state.words.say(problem)
  }

  protected override willUpdate(_changes: PropertyValues<this>): void {
    const former = this.#drawn
    followState(this.#services, former)
    const { state } = this
    this.#drawn = state
    const { words, lesson } = speechOf(state)
    this.#provided.setWords(words)
    if (former?.own !== state.own) {
      former?.own?.paint(this.style, false)
      state.own?.paint(this.style, true)
    }
    const { run: shown, route, found } = state
    if (shown.kind !== 'open') {
      this.#frame = null
      this.#commentary = null
      return
    }
    const { run, cursor } = shown.playback
    this.#index = indexRun(run, this.#index)
    this.#frame = frameAt(run, cursor, this.#index, route.follow, found, this.#frame)
    // An own lesson goes a way of its own, which no published diagram shows.
    const compares = lesson === null ? this.#compares : null
    this.#published = compares?.readPublished(run.trace, this.#published) ?? null
    this.#commentary = this.#comment(this.#frame, words, this.#published, lesson)
  }

  protected override firstUpdated(): void {
    import('../player/published.ts').then(
      (compares) => {
        this.#compares = compares
        this.requestUpdate()
      },
      () => this.dispatch({ type: 'part-missing' }),
    )
  }

  protected override get player(): Playback | null {
    return this.#runs.player
  }

  override render() {
    const { state } = this
    return html`
      ${head(state, this.#frame, this.#branching.branches)} ${this.#body(state)}
      <p class="unseen" role="status" aria-live="polite">${state.announced}</p>
      <lab-help .shortcutsOn=${state.shortcutsOn} ?keeps=${state.greets}></lab-help>
      <lab-go></lab-go>
    `
  }

  #body(state: LabState) {
    const { run, words, route } = state
    const { view, workflow, asks, cell } = route
    if (view === 'choose')
      return html`<lab-choose .asks=${asks} .workflows=${workflows}></lab-choose>`
    if (view === 'matrix')
      return html`<lab-matrix .asks=${asks} .cell=${cell} .workflows=${workflows}></lab-matrix>`
    if (view === 'clients') return html`<lab-clients></lab-clients>`
    if (workflowBySlug(workflow) === undefined)
      return html`<lab-not-found .slug=${workflow} .workflows=${workflows}></lab-not-found>`
    if (view === 'start')
      return html`<div class="first">
        <div>${notices(this)}</div>
        <lab-start .workflows=${workflows}></lab-start>
      </div>`
    if (run.kind === 'failed')
      return failed(run.problem, words, () => this.dispatch({ type: 'reopen' }))
    if (run.kind !== 'open') return opening(words)
    if (view === 'compare')
      return html`<div class="compared">
        <div>${notices(this)}</div>
        ${comparison(state, run, this.#branching.branches)}
      </div>`
    return this.#commentary === null ? nothing : this.#stage(this.#commentary, run)
  }

  #stage(commentary: Commentary, { playback }: OpenLabRun) {
    const { of: frame, words } = commentary
    const { picture, drawn, drawerOpen, route, touring } = this.state
    return html`${stage({
      frame,
      commentary,
      shown: this.#prediction.shown(frame, route.follow),
      prediction: this.#prediction.render(playback.run),
      layer: route.layer,
      playback,
      words,
      told: notices(this),
      picture,
      drawn,
      drawerOpen,
      published: this.#published,
      toggleDrawer: () => this.dispatch({ type: 'set-drawer', open: !drawerOpen }),
    })}
    ${
      touring
        ? html`<lab-tour
            @lab-tour-over=${() => this.dispatch({ type: 'tour', on: false })}
          ></lab-tour>`
        : nothing
    }`
  }

  readonly #online = (): void => {
    if (this.state.run.kind === 'failed') this.dispatch({ type: 'reopen' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'login-lab': LoginLab
  }
}
