import { html, nothing, type PropertyValues } from 'lit'
import { createRecordedRun } from '../../scenarios/recorded/run.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { arrowStyles } from '../features/diagram/arrows.styles.ts'
import { chapterStyles } from '../features/diagram/chapters.styles.ts'
import { headStyles } from '../features/diagram/heads.styles.ts'
import { MediaElement } from '../player/media-element.ts'
import { goTo, playByItself } from '../player/navigate.ts'
import { Playback } from '../player/playback.ts'
import { base } from '../ui/styles/base.ts'
import { tokens } from '../ui/styles/tokens.ts'
import type { LabInspection } from './lab-inspection.ts'
import { controlsOf, type Driven } from './controls.ts'
import { handleKey } from './keys.ts'
import { recordedStyles } from './recorded.styles.ts'
import { RecordedStage } from './stage.ts'
import type { Told } from './told.ts'
import { barOf, listOf, pictureOf, sentenceOf, type Shown } from './view.ts'
import { recordedEnglish, type RecordedWords } from './words.en.ts'

const standing = { place: 'recording', trouble: null, moved: null } as const

/**
 * A small player for a lesson that was recorded: the diagram, each message in a sentence, and the way
 * on. It knows no engine.
 *
 * @fires lab-details - whether details are shown now, which take room
 * @fires lab-live - the lesson is to go on for real; `detail` is the number of messages shown
 */
export class LabRecorded extends MediaElement {
  static override properties = {
    told: { attribute: false },
    words: { attribute: false },
    home: { attribute: false },
    offersLive: { attribute: false },
    bare: { type: Boolean },
    deaf: { type: Boolean },
    alone: { type: Boolean },
    starting: { type: Boolean },
    notice: { attribute: false },
    lookInto: { attribute: false },
    inspection: { state: true },
    asList: { state: true },
  }
  /** What is played; null until it has come. */
  declare told: Told | null
  declare words: RecordedWords
  /** Address of the whole lab; '' for none. */
  declare home: string
  /** Whether there is an engine to go on with. */
  declare offersLive: boolean
  /** Without the transport bar. */
  declare bare: boolean
  /** No key is the player's, but for those of what has the focus. */
  declare deaf: boolean
  /** There is nothing else on the page: its heading is the player's. */
  declare alone: boolean
  /** The engine is on its way. */
  declare starting: boolean
  /** A sentence on what was asked and is not there; '' for none. */
  declare notice: string
  /** Fetches what is below the surface of the messages. */
  declare lookInto: (() => Promise<LabInspection>) | null
  declare inspection: LabInspection | null
  declare asList: boolean

  #playback: Playback | null = null
  readonly #stage = new RecordedStage(this)

  constructor() {
    super()
    this.told = null
    this.words = recordedEnglish
    this.home = ''
    this.offersLive = false
    this.bare = false
    this.deaf = false
    this.alone = false
    this.starting = false
    this.notice = ''
    this.lookInto = null
    this.inspection = null
    this.asList = false
    this.speed = 1
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

  override disconnectedCallback(): void {
    this.#playback?.pause()
    super.disconnectedCallback()
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('told') || this.told === null) return
    const cursor = this.#playback?.state.cursor ?? 0
    const again = changes.get('told')?.trace.lesson === this.told.trace.lesson
    this.#playback?.dispose()
    this.inspection = null
    const playback = new Playback(createRecordedRun(this.told.trace), () => {
      if (playback !== this.#playback) return
      this.requestUpdate()
      this.tellMedia({ kind: 'open', playback: playback.state, ...standing })
    })
    this.#playback = playback
    playback.setSpeed(this.speed)
    if (again) void playback.seek(cursor)
  }

  override render() {
    const { told, words } = this
    if (told === null || this.#playback === null) return nothing
    const { cursor } = this.#playback.state
    const shown: Shown = { told, cursor, words }
    return html`<section
      class="player ${this.inspection === null ? '' : 'has-details'}"
      aria-label=${words.player(told.title)}
    >
      ${barOf(shown, this.home, this.alone)}
      <div class="scroller" tabindex="0" role="group" aria-label=${words.messages}>
        ${this.asList ? listOf(shown, this.#seek) : pictureOf(shown, this.#stage.picture, this.#seek)}
      </div>
      ${this.notice === '' ? nothing : html`<p class="notice" role="alert">${this.notice}</p>`}
      <div aria-live="polite">${sentenceOf(shown)}</div>
      ${
        this.inspection === null
          ? nothing
          : html`<div class="details" @lab-seek=${this.#sought}>
              <h2 class="unseen">${words.details}</h2>
              ${this.inspection}
            </div>`
      }
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
      seek: this.#seek,
      toggleList: () => {
        this.asList = !this.asList
      },
      toggleDetails: () => void this.#toggleDetails(),
      // A button that is disabled would lose the focus, and with it the reader's place.
      runLive: () => {
        if (!this.starting) this.#tell('lab-live', playback.state.cursor)
      },
    }
  }

  readonly #sought = (event: CustomEvent<number>): void => {
    event.stopPropagation()
    void this.seek(event.detail)
  }

  async #toggleDetails(): Promise<void> {
    const { told } = this
    try {
      const found = this.inspection === null ? ((await this.lookInto?.()) ?? null) : null
      if (told !== this.told) return
      this.inspection = found
      this.#tell('lab-details', found !== null)
    } catch {
      this.notice = this.words.notLoaded
    }
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }

  protected override updated(): void {
    if (this.inspection !== null) this.inspection.cursor = this.#playback?.state.cursor ?? 0
    if (this.told !== null && this.#playback !== null)
      this.#stage.follow(this.told, this.#playback.state)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-recorded': LabRecorded
  }
}
