import { html, LitElement, nothing } from 'lit'
import type { Inference } from '../../../scenarios/catalogue/inferences.ts'
import type { PublishedArrow } from '../../../scenarios/catalogue/published.ts'
import { phaseTitle } from '../../../scenarios/projections/words.ts'
import type { Difference } from '../../../scenarios/model/difference.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { LessonTelling } from '../../player/lesson-telling.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import { nameOf } from '../../i18n/name-of.ts'
import { speaker } from '../../i18n/speaker.ts'
import { participantIcon } from '../../ui/icons.ts'
import { notesOf } from './notes.ts'
import { storyStyles } from './story.styles.ts'
import type { ErratumId } from '../../../scenarios/model/table-ids.ts'
import { toldLabel } from '../../i18n/told.ts'

/** The teacher's sentence about the message at the cursor; the largest text on the stage. */
export class LabStory extends LitElement {
  static override properties = {
    frame: { attribute: false },
    sentence: { attribute: false },
    language: { attribute: false },
    lesson: { attribute: false },
    published: { attribute: false },
    corrected: { attribute: false },
    assumed: { attribute: false },
    differences: { attribute: false },
  }
  declare frame: Frame | null
  declare sentence: string
  /** Language of the sentence, where it is another than that of the page; null where it is not. */
  declare language: string | null
  /** The own lesson that is told; null for one of the catalogue. */
  declare lesson: LessonTelling | null
  /** The published arrow that it is; null when the diagram has none, undefined when unknown. */
  declare published: PublishedArrow | null | undefined
  /** In what the published diagram is mistaken at this message. */
  declare corrected: readonly ErratumId[]
  /** What the stand-in assumes of FusionAuth at this message. */
  declare assumed: readonly Inference[]
  /** In what a real FusionAuth differs from the stand-in, in the whole run. */
  declare differences: readonly Difference[]

  constructor() {
    super()
    this.frame = null
    this.sentence = ''
    this.language = null
    this.lesson = null
    this.published = undefined
    this.corrected = []
    this.assumed = []
    this.differences = []
  }

  static override styles = [base, storyStyles]
  readonly #speaker = speaker(this)

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { message } = frame
    const { ui, say } = this.#speaker.words
    if (message === null && this.lesson !== null) return this.#opening(this.lesson)
    if (message === null)
      return html`<header><h2 class="before">${ui.story.before}</h2></header>
        <p class="sentence">${ui.story.beginning(frame.arrows.length)}</p>`
    return html`
      <header>
        <span class="number"><span class="unseen">${ui.story.message}</span>${message.n}</span>
        ${this.#ends(message)}
        <h2>${toldLabel(message.label, this.#speaker.words)}</h2>
        <span class="phase">${say(phaseTitle(message.phase))}</span>
      </header>
      <p class="sentence" lang=${this.language ?? nothing}>${this.sentence}</p>
      ${this.#notes(message)}
    `
  }

  /** How an own lesson begins. */
  #opening({ title, introduction }: LessonTelling) {
    const told = introduction === null ? nothing : introduction.text
    return html`<header><h2 class="before" lang=${title.language}>${title.text}</h2></header>
      <p class="sentence" lang=${introduction?.language ?? nothing}>${told}</p>`
  }

  #ends({ from, to, kind }: Message) {
    const sender = html`<span class="who"
      >${participantIcon(from)}${nameOf(from, this.#speaker.words)}</span
    >`
    return kind === 'self'
      ? sender
      : html`${sender} <span aria-hidden="true">→</span
          ><span class="unseen">${this.#speaker.words.ui.story.to}</span>
          <span class="who">${participantIcon(to)}${nameOf(to, this.#speaker.words)}</span>`
  }

  #notes(message: Message) {
    const { published, corrected, assumed, differences } = this
    return notesOf(message, { published, corrected, assumed, differences }, this.#speaker.words)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-story': LabStory
  }
}
