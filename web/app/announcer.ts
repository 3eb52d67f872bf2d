import { emit } from '../features/events.ts'
import { labelText } from '../../scenarios/i18n/label.ts'
import { nameOf } from '../i18n/name-of.ts'
import type { Words } from '../i18n/catalogue.ts'
import { sentencesOf, type Commentary } from '../player/commentary.ts'
import type { Frame } from '../player/frame.ts'
import type { PlaybackState } from '../player/playback-state.ts'
import { frameShown } from '../ui/deferred.ts'
import type { LabElement } from './lab-host.ts'

/** What a screen reader hears when the learner has moved: once per step, nothing while it plays. */
const announcement = (
  { message, arrows, cursor }: Frame,
  sentences: readonly string[],
  words: Words,
): string => {
  const { ui, say } = words
  const { stage } = ui
  if (message === null) return stage.before
  const { from, to, kind, label } = message
  const what = stage.said(
    cursor,
    arrows.length,
    nameOf(from, words),
    kind === 'self' ? null : nameOf(to, words),
    labelText(label, say),
  )
  return [what, ...sentences].join(' ')
}

/** Milliseconds within which of several moves only the first and the last are spoken. */
const rest = 200

/** Tells the page and, when the learner moved by hand, a screen reader which message is shown. */
export class Announcer {
  readonly #host: LabElement
  readonly #commentary: () => Commentary | null
  #former: PlaybackState | null = null
  #saying: ReturnType<typeof setTimeout> | undefined
  /** When the learner moved last, milliseconds of the page's clock. */
  #movedAt = Number.NEGATIVE_INFINITY

  constructor(host: LabElement, commentary: () => Commentary | null) {
    this.#host = host
    this.#commentary = commentary
  }

  /** To be called whenever the player has changed; null while there is none. */
  follow(now: PlaybackState | null): void {
    const former = this.#former
    this.#former = now
    if (now === null || former === null) return
    const stopped = former.playing && !now.playing
    if (former.cursor === now.cursor && !stopped) return
    const step = now.run.trace.messages[now.cursor - 1]?.id ?? null
    this.#host.dispatch({ type: 'message-shown', step })
    emit(this.#host, 'lab-step', step)
    clearTimeout(this.#saying)
    if (now.playing) return
    const before = this.#movedAt
    this.#movedAt = performance.now()
    if (this.#movedAt - before < rest) this.#saying = setTimeout(this.#say, rest)
    // Together with what follows a frame later anyway: a frame of its own costs more than its words.
    else void this.#host.updateComplete.then(frameShown).then(this.#say)
  }

  readonly #say = (): void => {
    const commentary = this.#commentary()
    if (commentary === null) return
    const text = announcement(commentary.of, sentencesOf(commentary), commentary.words)
    this.#host.dispatch({ type: 'announce', text })
  }
}
