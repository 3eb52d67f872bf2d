import { announcement } from './announcement.ts'
import type { LoginLab } from './components/login-lab.ts'
import { emit } from './events.ts'
import type { PlaybackState } from './playback.ts'
import { sentencesOf, type Telling } from './telling.ts'

/** Milliseconds that the learner must rest on a message before it is spoken. */
const rest = 200

/** Tells the page and, when the learner moved by hand, a screen reader which message is shown. */
export class Announcer {
  readonly #lab: LoginLab
  readonly #telling: () => Telling | null
  #former: PlaybackState | null = null
  #saying: ReturnType<typeof setTimeout> | undefined
  #said = ''

  constructor(lab: LoginLab, telling: () => Telling | null) {
    this.#lab = lab
    this.#telling = telling
  }

  /** What a screen reader is to hear. */
  get said(): string {
    return this.#said
  }

  /** To be called whenever the player has changed; null while there is none. */
  follow(now: PlaybackState | null): void {
    const former = this.#former
    this.#former = now
    if (now === null || former === null) return
    const stopped = former.playing && !now.playing
    if (former.cursor === now.cursor && !stopped) return
    const message = now.run.trace.messages[now.cursor - 1]
    emit(this.#lab, 'lab-step', message?.id ?? null)
    clearTimeout(this.#saying)
    if (!now.playing) this.#saying = setTimeout(this.#say, rest)
  }

  readonly #say = (): void => {
    const telling = this.#telling()
    if (telling === null) return
    this.#said = announcement(telling.of, sentencesOf(telling), this.#lab.words)
    this.#lab.requestUpdate()
  }
}
