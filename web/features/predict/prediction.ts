import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { PredictQuestion } from '../../../scenarios/predict/question.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import type { LabElement } from '../../app/lab-host.ts'
import { frameAt, indexRun, type Frame, type RunIndex } from '../../player/frame.ts'
import type { Playback } from '../../player/playback.ts'
import type { LessonTelling } from '../../player/lesson-telling.ts'
import type { Predictor } from './predictor.ts'
import { hideAhead } from './hide-ahead.ts'

/** What has the focus, however deep inside an element. */
const focusedIn = (root: ShadowRoot | null): HTMLElement | null => {
  const inside = root?.activeElement ?? null
  return inside === null
    ? null
    : (focusedIn(inside.shadowRoot) ?? (inside instanceof HTMLElement ? inside : null))
}

/** A question that is put now. */
interface Put {
  readonly question: PredictQuestion
  readonly branch: string
  /** What was chosen; null until it is answered. */
  readonly chosen: ReadonlySet<string> | null
  readonly wasPlaying: boolean
  /** What had the focus before. */
  readonly focused: HTMLElement | null
}

/**
 * Stops a lab before chosen messages and asks what comes. The next message is made by then, and
 * nothing that is drawn knows of it: until predicting ends, all elements see the run only as far as
 * it was shown.
 */
export class Prediction implements ReactiveController {
  readonly #lab: LabElement
  readonly #playback: () => Playback | null
  readonly #loadQuestion: () => Promise<void>
  readonly #lesson: () => LessonTelling | null
  #predictor: Predictor | null = null
  #loading = false
  #put: Put | null = null
  #index: RunIndex | null = null

  /**
   * @param loadQuestion makes `<lab-predict>` known to the page
   * @param lesson the own lesson that is played; null for one of the catalogue
   */
  constructor(
    lab: LabElement,
    playback: () => Playback | null,
    loadQuestion: () => Promise<void>,
    lesson: () => LessonTelling | null,
  ) {
    this.#lab = lab
    this.#playback = playback
    this.#loadQuestion = loadQuestion
    this.#lesson = lesson
    lab.addController(this)
  }

  /** Holds the player before message `next` when there is something to ask. */
  readonly gate = (next: number): boolean => {
    const state = this.#playback()?.state
    if (!this.#lab.state.predicting || this.#predictor === null || state === undefined) return false
    if (this.#put?.chosen === null && this.#put.question.n === next) return true
    const question = this.#predictor.openAt(state.run, next)
    if (question === null) return false
    this.#put = {
      question,
      branch: state.run.branch,
      chosen: null,
      wasPlaying: state.playing,
      focused: focusedIn(this.#lab.shadowRoot),
    }
    this.#lab.dispatch({ type: 'follow', name: null })
    this.#lab.requestUpdate()
    return true
  }

  hostUpdate(): void {
    if (this.#lab.state.predicting && this.#predictor === null && !this.#loading) void this.#load()
    const state = this.#playback()?.state
    if (this.#put === null) return
    const { question, branch } = this.#put
    const isHere = state?.run.branch === branch && state.cursor === question.n - 1
    if (!this.#lab.state.predicting || !isHere) this.#put = null
  }

  /** The frame as far as it was shown; the frame itself while nothing is predicted. */
  shown(frame: Frame, followed: string | null): Frame {
    if (!this.#lab.state.predicting) return frame
    const run = hideAhead(frame.run, frame.cursor)
    const isKnown = this.#index?.of.trace.messages.length === run.trace.messages.length
    const isSame = isKnown && this.#index?.of.trace.messages.at(-1) === run.trace.messages.at(-1)
    this.#index = isSame ? this.#index : indexRun(run, null)
    return this.#index === null ? frame : frameAt(run, frame.cursor, this.#index, followed)
  }

  /** The question, or how it stands; nothing while nothing is predicted. */
  render(run: RunState): TemplateResult | typeof nothing {
    if (!this.#lab.state.predicting) return nothing
    return html`<lab-predict
      role="region"
      aria-label=${this.#lab.state.words.ui.header.predict}
      .trace=${run.trace}
      .question=${this.#put?.question ?? null}
      .chosen=${this.#put?.chosen ?? null}
      .score=${this.#predictor?.score(run) ?? { right: 0, all: 0 }}
      ?ready=${this.#predictor !== null}
      @lab-answer=${({ detail }: CustomEvent<ReadonlySet<string>>) => this.#answer(run, detail)}
      @lab-pass=${() => this.#pass(run)}
      @lab-retry=${() => this.#retry(run)}
      @lab-forget=${() => this.#forget()}
    ></lab-predict>`
  }

  async #load(): Promise<void> {
    this.#loading = true
    try {
      const [{ Predictor: Loaded }] = await Promise.all([
        import('./predictor.ts'),
        this.#loadQuestion(),
      ])
      this.#predictor = new Loaded(
        {
          get: () => this.#lab.state.answers,
          set: (answers) => this.#lab.dispatch({ type: 'answered', answers }),
        },
        this.#lesson,
      )
    } catch {
      this.#lab.dispatch({ type: 'predict', on: false })
      this.#lab.dispatch({ type: 'notify', notice: this.#lab.state.words.ui.lab.predictFailed })
    } finally {
      this.#loading = false
      this.#lab.requestUpdate()
    }
  }

  #answer(run: RunState, chosen: ReadonlySet<string>): void {
    if (this.#put === null || this.#predictor === null) return
    this.#predictor.answer(run, this.#put.question, chosen)
    this.#put = { ...this.#put, chosen }
    this.#lab.requestUpdate()
  }

  /** Goes on as before the question; one that was not answered is passed over. */
  #pass(run: RunState): void {
    const put = this.#put
    const playback = this.#playback()
    if (put === null || playback === null) return
    if (put.chosen === null) this.#predictor?.skip(run, put.question)
    this.#put = null
    const back = put.focused?.isConnected === true ? put.focused : null
    const home = back ?? this.#lab.shadowRoot?.querySelector<HTMLElement>('lab-diagram')
    home?.focus()
    if (put.wasPlaying) playback.resume()
    else void playback.forward()
    this.#lab.requestUpdate()
  }

  #retry(run: RunState): void {
    this.#predictor?.retry(run)
    this.#put = null
    this.#lab.dispatch({ type: 'seek', to: 0 })
    this.#lab.requestUpdate()
  }

  #forget(): void {
    this.#predictor?.forget()
    this.#lab.requestUpdate()
  }
}
