import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Say } from '../../scenarios/i18n/catalogue.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import { sequenceOf } from '../../scenarios/projections/sequence.ts'
import { leavesOf } from '../features/diagram/draw.ts'
import { Following } from '../features/diagram/following.ts'
import { settingOf } from '../features/diagram/setting.ts'
import { travel } from '../features/diagram/travel.ts'
import { idle } from '../ui/idle.ts'
import { pace } from '../player/pace.ts'
import type { PlaybackState } from '../player/playback-state.ts'
import { RecordedPicture } from './picture.ts'
import type { Told } from './told.ts'

/** Height of the participants above the picture, in CSS pixels. */
const headHeight = 40

/** The element whose picture is drawn and moved. */
interface StageHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode
}

/** Draws the picture into `.drawing` and keeps what is shown in sight of `.scroller`. */
export class RecordedStage implements ReactiveController {
  readonly #host: StageHost
  #run: RunState | null = null
  /** Of the picture that is drawn. */
  #key = ''
  #picture: RecordedPicture | null = null
  #following: Following | null = null
  #into: Element | null = null
  #room = 0
  #cursor = -1
  /** A reader has come near. */
  #isTouched = false
  readonly #watcher = new ResizeObserver(([entry]) => {
    const { width = 0, height = 0 } = entry?.contentRect ?? {}
    if (this.#measure(width, height)) this.#host.requestUpdate()
  })

  constructor(host: StageHost) {
    this.#host = host
    host.addController(this)
  }

  /** Where everything of the picture stands; null until it is drawn. */
  get picture(): RecordedPicture | null {
    return this.#picture
  }

  hostDisconnected(): void {
    this.#watcher.disconnect()
    this.#picture?.stop()
    this.#following = null
    this.#into = null
  }

  /** To be called after each drawing of the host: draws what is new, and follows the cursor. */
  follow({ say }: Told, { run, cursor, cause, playing, speed }: PlaybackState): void {
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.scroller')
    if (scroller === null) return
    if (this.#following === null) {
      this.#following = new Following(scroller, () => undefined)
      this.#watcher.observe(scroller)
      for (const type of ['pointerenter', 'focusin'])
        scroller.parentElement?.addEventListener(type, this.#touched)
    }
    this.#draw(run, say, scroller)
    const moved = cursor !== this.#cursor
    this.#cursor = cursor
    const current = scroller.querySelector<HTMLElement>('.list [aria-current]')
    if (current !== null) {
      if (moved) scroller.scrollTop = current.offsetTop - scroller.clientHeight / 3
      return
    }
    const place = this.#picture?.mark(cursor)
    if (!playing) this.#following.resume()
    this.#following.show(place, headHeight, playing)
    const message = run.trace.messages[cursor - 1]
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const travels = moved && (cause === 'played' || cause === 'stepped') && !isCalm
    if (!travels || place === undefined || message === undefined) return
    travel(place, null, pace(message, run.trace.participants) / speed)
  }

  /** Takes a size in CSS pixels; true when the picture has to be another one for it. */
  #measure(width: number, height: number): boolean {
    if (this.#following !== null) this.#following.height = height
    if (width === 0 || Math.abs(width - this.#room) <= 24) return false
    this.#room = Math.floor(width)
    this.#into = null
    return true
  }

  /** Who has come near is soon to scroll or to search: nothing is to be missing then. */
  readonly #touched = async (): Promise<void> => {
    if (this.#isTouched) return
    this.#isTouched = true
    await idle()
    this.#picture?.drawAll()
  }

  #draw(run: RunState, say: Say, scroller: Element): void {
    const into = this.#host.renderRoot.querySelector('.drawing')
    if (into === null) return
    // The watcher tells in the next frame only.
    if (this.#room === 0) this.#measure(scroller.clientWidth, scroller.clientHeight)
    if (this.#room === 0 || (run === this.#run && into === this.#into)) return
    this.#run = run
    const setting = settingOf(this.#room, run.trace.participants, { say })
    const leaves = leavesOf(sequenceOf(run), setting)
    // What was planned looks as it does once it is sent.
    const key = leaves.map((leaf) => leaf.key).join('\n')
    if (key === this.#key && into === this.#into) return
    this.#key = key
    this.#into = into
    this.#picture?.stop()
    this.#picture = new RecordedPicture(leaves, setting, into, scroller)
    if (this.#isTouched) this.#picture.drawAll()
    this.#host.requestUpdate()
  }
}
