import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { loadEnglish } from '../../i18n/languages.ts'

/** Sees to it that no picture is without its sentences: English ones come a moment after the page. */
export class AwaitedStories implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #whole: Words | null = null
  #isOver = false

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    void loadEnglish()
      .then((words) => {
        this.#whole = words
      })
      // What does not come is not waited for: the picture then has the words on the arrows.
      .catch(() => undefined)
      .then(() => {
        this.#isOver = true
        this.#host.requestUpdate()
      })
  }

  /** The words with the sentences of a run; null while these are on their way. */
  wordsFor<Spoken extends Omit<Words, 'ui'>>(trace: Trace, words: Spoken): Spoken | null {
    if (trace.messages.some((message) => words.story(message, trace) !== '')) return words
    if (!this.#isOver) return null
    const whole = this.#whole
    if (whole === null || whole.language !== words.language) return words
    return { ...words, say: whole.say, story: whole.story }
  }
}
