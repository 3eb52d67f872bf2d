import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { isNone, type Option, type PredictQuestion } from '../../../scenarios/predict/question.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { Score } from './predictor.ts'
import { answerWords, languageOf, questionWords } from './question-words.ts'
import { base } from '../../ui/styles/base.ts'
import { predict as english } from './words.en.ts'
import { speakerWith } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'
import { reasons } from './reasons.ts'
import { predictStyles } from './lab-predict.styles.ts'
import { told } from '../../i18n/told.ts'

/**
 * Asks what comes, tells whether the answer was right and why, and keeps the score. The focus goes to
 * the question; who hands it out takes it back.
 *
 * @fires lab-answer - keys of the options that were chosen
 * @fires lab-pass - go on, with the question answered or not
 * @fires lab-retry - ask everything of this lesson again
 * @fires lab-forget - forget all answers that are kept
 */
export class LabPredict extends LitElement {
  static override properties = {
    trace: { attribute: false },
    question: { attribute: false },
    chosen: { attribute: false },
    score: { attribute: false },
    ready: { type: Boolean },
    asking: { type: Boolean, reflect: true },
    picked: { state: true },
  }
  declare trace: Trace | null
  declare question: PredictQuestion | null
  /** What was answered; null until then. */
  declare chosen: ReadonlySet<string> | null
  declare score: Score
  declare ready: boolean
  /** Reflects that a question is open, for the page's layout. */
  declare asking: boolean
  declare picked: ReadonlySet<string>

  readonly #speaker = speakerWith(this, speaker(this), 'predict', english)

  constructor() {
    super()
    this.trace = null
    this.question = null
    this.chosen = null
    this.score = { right: 0, all: 0 }
    this.ready = false
    this.asking = false
    this.picked = new Set()
  }

  static override styles = [base, predictStyles]

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('question')) this.picked = new Set()
    this.asking = this.question !== null
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (this.question === null) return
    const isNew = changes.has('question')
    const isAnswered = changes.has('chosen') && this.chosen !== null
    if (isNew || isAnswered) this.renderRoot.querySelector<HTMLElement>('[data-focus]')?.focus()
  }

  override render() {
    const { question, trace } = this
    if (question === null || trace === null) return this.#bar()
    return this.chosen === null
      ? this.#form(question)
      : this.#answered(question, this.chosen, trace)
  }

  #tell(
    type: 'lab-answer' | 'lab-pass' | 'lab-retry' | 'lab-forget',
    detail: unknown = null,
  ): void {
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }

  #score() {
    const { predict } = this.#speaker.words.ui
    const { right, all } = this.score
    return all === 0 ? nothing : html`<span class="score">${predict.score(right, all)}</span>`
  }

  #bar() {
    const { predict } = this.#speaker.words.ui
    return html`<div class="bar">
      <p>${this.ready ? predict.ready : predict.loading}</p>
      ${this.#score()}
      ${
        this.score.all === 0
          ? nothing
          : html`<button type="button" class="link" @click=${() => this.#tell('lab-retry')}>
                ${predict.retry}
              </button>
              <button type="button" class="link" @click=${() => this.#tell('lab-forget')}>
                ${predict.forget}
              </button>`
      }
    </div>`
  }

  #eyebrow({ n }: PredictQuestion) {
    const { predict } = this.#speaker.words.ui
    return html`<div class="eyebrow"><span>${predict.before(n)}</span>${this.#score()}</div>`
  }

  #form(question: PredictQuestion) {
    const { words } = this.#speaker
    const { predict } = words.ui
    return html`<form @submit=${this.#submit} @keydown=${this.#keyed}>
      ${this.#eyebrow(question)}
      <fieldset>
        <legend>
          <h2 tabindex="-1" data-focus lang=${question.own?.ask.language ?? nothing}>
            ${questionWords(question, words)}
          </h2>
        </legend>
        <p class="hint">${question.several ? predict.several : predict.one}</p>
        ${question.options.map((option) => this.#choice(option, question))}
      </fieldset>
      <div class="actions">
        <button class="main" ?disabled=${this.picked.size === 0}>${predict.check}</button>
        <button type="button" @click=${() => this.#tell('lab-pass')}>${predict.skip}</button>
      </div>
    </form>`
  }

  #choice({ key, answer }: Option, { several, id }: PredictQuestion) {
    return html`<label class="option">
      <input
        type=${several ? 'checkbox' : 'radio'}
        name=${id}
        value=${key}
        .checked=${this.picked.has(key)}
        @change=${(event: Event) => this.#pick(key, answer, event.target as HTMLInputElement)}
      />
      <span lang=${languageOf(answer) ?? nothing}>${answerWords(answer, this.#speaker.words)}</span>
    </label>`
  }

  /** "None of them" stands alone. */
  #pick(key: string, answer: Option['answer'], { checked }: HTMLInputElement): void {
    const { question } = this
    if (question === null) return
    const isAlone = !question.several || isNone(answer)
    const none = question.options.find((option) => isNone(option.answer))?.key
    const others = isAlone ? [] : [...this.picked].filter((one) => one !== key && one !== none)
    this.picked = new Set([...others, ...(checked ? [key] : [])])
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault()
    if (this.picked.size > 0) this.#tell('lab-answer', this.picked)
  }

  /** Arrows and the space bar choose here; they do not move the player. */
  readonly #keyed = (event: KeyboardEvent): void => {
    const isChoosing = event.composedPath()[0] instanceof HTMLInputElement
    if (isChoosing && /^(?:Arrow\w+| )$/.test(event.key)) event.stopPropagation()
  }

  #answered(question: PredictQuestion, chosen: ReadonlySet<string>, trace: Trace) {
    const { words } = this.#speaker
    const { predict } = words.ui
    const isRight = question.options.every(({ key, right }) => chosen.has(key) === right)
    return html`${this.#eyebrow(question)}
      <div class="outcome actions">
        <p class="verdict ${isRight ? 'is-right' : 'is-wrong'}" role="status">
          ${icon(isRight ? 'check' : 'cross')}${isRight ? predict.right : predict.wrong}
        </p>
        <button type="button" class="main" data-focus @click=${() => this.#tell('lab-pass')}>
          ${predict.goOn}
        </button>
      </div>
      <h2 lang=${question.own?.ask.language ?? nothing}>
        ${questionWords(question, this.#speaker.words)}
      </h2>
      <fieldset>
        <legend class="unseen">${questionWords(question, this.#speaker.words)}</legend>
        ${question.options.map((option) => this.#judged(option, chosen, question))}
      </fieldset>
      ${reasons(question, trace, words)}`
  }

  #judged(option: Option, chosen: ReadonlySet<string>, question: PredictQuestion) {
    const { words } = this.#speaker
    const { predict } = words.ui
    const { key, answer, right } = option
    const isChosen = chosen.has(key)
    const marks = [
      ...(right || isChosen ? [right ? predict.isRight : predict.isWrong] : []),
      ...(isChosen ? [predict.chosen] : right ? [predict.missed] : []),
    ]
    const why = this.#why(option, question)
    return html`<div class="option ${right ? 'is-right' : isChosen ? 'is-wrong' : ''}">
      ${marks.length === 0 ? html`<span></span>` : icon(right ? 'check' : 'cross')}
      <span lang=${languageOf(answer) ?? nothing}>${answerWords(answer, words)}</span>
      <span class="sign">${marks.join(', ')}</span>
      ${why === null ? nothing : html`<span class="why">${why}</span>`}
    </div>`
  }

  /** Why a cookie goes along or stays; null for everything else. */
  #why(
    { answer, right, verdict }: Option,
    { request }: PredictQuestion,
  ): string | TemplateResult | null {
    const { words } = this.#speaker
    const { predict } = words.ui
    if (verdict !== null) {
      const [before, after] = (right ? predict.sent : predict.withheld)('\n').split('\n')
      return html`${before}${told(verdict.reason, words)}${after}`
    }
    return answer.what === 'cookie' ? predict.notInJar(request.from) : null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-predict': LabPredict
  }
}
