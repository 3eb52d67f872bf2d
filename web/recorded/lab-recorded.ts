import { html, nothing, type PropertyValues } from 'lit'
import { createRecordedRun } from '../../scenarios/recorded/run.ts'
import type { Run } from '../../scenarios/model/run.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { arrowStyles } from '../features/diagram/arrows.styles.ts'
import { chapterStyles } from '../features/diagram/chapters.styles.ts'
import { headStyles } from '../features/diagram/heads.styles.ts'
import { goTo, playByItself } from '../player/navigate.ts'
import { Playback } from '../player/playback.ts'
import { base } from '../ui/styles/base.ts'
import { tokens } from '../ui/styles/tokens.ts'
import { panelOf, showIn } from './live-panel.ts'
import type { LiveRun, WholeWanted } from './live-run.ts'
import { controlsOf, type Driven } from './controls.ts'
import { inTime } from './in-time.ts'
import { handleKey } from './keys.ts'
import { RecordedElement } from './recorded-element.ts'
import { recordedStyles } from './recorded.styles.ts'
import { RecordedStage } from './stage.ts'
import type { Told } from './told.ts'
import { barOf, listOf, pictureOf, sentenceOf, type Shown } from './view.ts'

/** Milliseconds in which a run of the reader's own is there, or is not waited for. */
const patience = 30_000

const standing = { place: 'recording', trouble: null, moved: null } as const

/**
 * A small player for a lesson that was recorded: the diagram, each message in a sentence, and the way
 * on. It knows no engine; a run of the reader's own comes when it is asked for, and takes the place of
 * the recording.
 *
 * @fires lab-room - what is shown now takes so many more CSS pixels than the recording alone
 * @fires lab-whole - the whole lab is to go on from here; `detail` is a `WholeWanted`
 */
export class LabRecorded extends RecordedElement {
  #playback: Playback | null = null
  readonly #stage = new RecordedStage(this)

  constructor() {
    super()
    this.addEventListener('keydown', (event) => {
      if (this.deaf || !handleKey(event, this.#playback)) return
      event.preventDefault()
      event.stopPropagation()
    })
  }

  static override styles = [tokens, base, headStyles, arrowStyles, chapterStyles, recordedStyles]

  protected override get player(): Playback | null {
    return this.#playback
  }

  protected override sayProblem(problem: Text): string {
    return this.told?.say(problem) ?? ''
  }

  /** Shows the message with this id or number, or the first of this phase; false when there is none. */
  async show(step: string): Promise<boolean> {
    return this.#playback !== null && goTo(this.#playback, step)
  }

  /** Plays, unless the reader wants nothing to move by itself. */
  playByItself(): void {
    if (this.#playback !== null) playByItself(this.#playback)
  }

  /**
   * Goes on from the message that is shown with a run of the reader's own. Where none can be had in this
   * page, and from such a run on, the whole lab is asked for.
   */
  async runLive(): Promise<void> {
    const { told, openLive } = this
    if (this.starting || told === null) return
    if (this.live !== null || openLive === null) return this.#askWhole()
    this.starting = true
    const live = await inTime(openLive(), patience, ({ run }) => run.close())
    if (live === null) return this.#askWhole()
    const playback = this.#playbackOf(live.run)
    await playback.seek(this.currentStep)
    this.starting = false
    if (told === this.told && this.isConnected) this.#goLive(live, playback, told)
    else live.run.close()
  }

  override disconnectedCallback(): void {
    this.#playback?.pause()
    this.live?.run.close()
    super.disconnectedCallback()
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (this.live !== null && this.#playback !== null)
      this.told = this.live.told(this.#playback.state.run)
    else if (changes.has('told') && this.told !== null) {
      const cursor = this.#playback?.state.cursor ?? 0
      const again = changes.get('told')?.trace.lesson === this.told.trace.lesson
      this.#playback?.dispose()
      this.inspection = null
      this.#playback = this.#playbackOf(createRecordedRun(this.told.trace))
      // Which tells that it is there, too.
      this.#playback.setSpeed(this.speed)
      if (again) void this.#playback.seek(cursor)
    }
  }

  #playbackOf(run: Run): Playback {
    const playback = new Playback(run, () => {
      if (playback !== this.#playback) return
      this.requestUpdate()
      this.tellMedia({ kind: 'open', playback: playback.state, ...standing })
    })
    return playback
  }

  #goLive(live: LiveRun, playback: Playback, recorded: Told): void {
    this.#playback?.dispose()
    this.#playback = playback
    playback.setSpeed(this.speed)
    this.live = live
    this.notice = ''
    this.#tellRoom()
    void live.lost.then(() => {
      if (live !== this.live) return
      this.live = null
      this.told = recorded
      this.notice = this.words.stopped
      this.#tellRoom()
    })
  }

  override render() {
    const { told, words } = this
    if (told === null || this.#playback === null) return nothing
    const { cursor, run, problem } = this.#playback.state
    const shown: Shown = { told, run, cursor, words }
    const notice = problem === null ? this.notice : this.sayProblem(problem)
    return html`<section
      class="player ${this.inspection === null ? '' : 'has-details'}"
      aria-label=${words.player(told.title)}
    >
      ${barOf(shown, this.home, this.alone, this.live !== null)}
      <div class="scroller" tabindex="0" role="group" aria-label=${words.messages}>
        ${this.asList ? listOf(shown, this.#seek) : pictureOf(shown, this.#stage.picture, this.#seek)}
      </div>
      ${notice === '' ? nothing : html`<p class="notice" role="alert">${notice}</p>`}
      <p class="unseen" role="status">${this.live === null ? '' : words.liveNow}</p>
      <div aria-live="polite">${sentenceOf(shown)}</div>
      ${
        this.inspection === null
          ? nothing
          : html`<div class="details" @lab-seek=${this.#sought}>
              <h2 class="unseen">${words.details}</h2>
              ${this.inspection}
            </div>`
      }
      ${this.live === null ? nothing : panelOf(this.live.panel, this.#playback, this.#askWhole, this.#drawAgain)}
      ${this.bare ? nothing : controlsOf(shown, this.#driven(this.#playback))}
    </section>`
  }

  readonly #seek = (n: number): void => {
    void this.seek(n)
  }

  #driven(playback: Playback): Driven {
    return {
      playback,
      asList: this.asList,
      hasDetails: this.inspection !== null,
      offersLive: this.offersLive,
      starting: this.starting,
      isLive: this.live !== null,
      seek: this.#seek,
      toggleList: () => {
        this.asList = !this.asList
      },
      toggleDetails: () => void this.#toggleDetails(),
      // A button that is disabled would lose the focus, and with it the reader's place.
      runLive: () => void this.runLive(),
    }
  }

  readonly #drawAgain = (): void => this.requestUpdate()

  readonly #askWhole = (): void => {
    const { live } = this
    const state = this.#playback?.state
    if (state === undefined) return
    const run = live === null ? '' : live.link(state.run, this.#playback?.traces ?? new Map())
    this.#tell('lab-whole', { step: state.cursor, run } satisfies WholeWanted)
  }

  readonly #sought = (event: CustomEvent<number>): void => {
    event.stopPropagation()
    void this.seek(event.detail)
  }

  async #toggleDetails(): Promise<void> {
    const { told } = this
    if (told === null) return
    try {
      const found = this.inspection === null ? ((await this.lookInto?.(told)) ?? null) : null
      if (told.trace.lesson !== this.told?.trace.lesson) return
      this.inspection = found
      this.#tellRoom()
    } catch {
      this.notice = this.words.notLoaded
    }
  }

  #tellRoom(): void {
    this.#tell('lab-room', (this.inspection === null ? 0 : 280) + (this.live === null ? 0 : 56))
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }

  protected override updated(): void {
    if (this.told === null || this.#playback === null) return
    const { state } = this.#playback
    if (this.inspection !== null) this.inspection.cursor = state.cursor
    if (this.live !== null) {
      if (this.inspection !== null) this.inspection.trace = state.run.trace
      showIn(this.live.panel, state)
    }
    this.#stage.follow(this.told, state)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-recorded': LabRecorded
  }
}
