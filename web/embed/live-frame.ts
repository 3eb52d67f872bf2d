import { Calls } from './calls.ts'
import { readFrame, type Heard } from './host.ts'
import { problems } from './problems.ts'

/** Milliseconds of silence: of a frame that has loaded (a refusal says nothing), or of one on its way. */
const patience = { loaded: 5000, slow: 30_000 } as const

/** How far it is with the frame. */
type Stage = 'loading' | 'loaded' | 'speaks' | 'ready'

/** What is told of a frame. */
export interface FrameListener {
  /** A run is open in it, and it may be shown. */
  ready(): void
  /** Something happened in it: an event of the player, a height it would like, a key it does not use. */
  heard(message: Heard): void
  /** There is no player, for a reason that is a sentence. */
  failed(message: string): void
}

/** The whole player of a lab in a frame of this page, and the calls to it. */
export class LiveFrame {
  readonly element = document.createElement('iframe')
  readonly calls = new Calls()
  readonly #lab: URL
  readonly #listener: FrameListener
  #stage: Stage = 'loading'
  #state: Readonly<Record<string, unknown>> = {}
  #awaited: { readonly step: number; readonly arrived: () => void } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param lab folder of the lab
   * @param address of the player in it
   */
  constructor(lab: URL, address: string, listener: FrameListener) {
    this.#lab = lab
    this.#listener = listener
    const frame = this.element
    frame.allow = 'fullscreen'
    frame.referrerPolicy = 'no-referrer'
    frame.src = address
    frame.addEventListener('load', () => {
      if (this.#stage !== 'loading') return
      this.#stage = 'loaded'
      this.#expect(patience.loaded)
    })
    addEventListener('message', this.#heard)
    this.#expect(patience.slow)
  }

  /** Names the frame for who does not see it. */
  rename(title: string | null): void {
    this.element.title = title ?? 'Login Lab'
  }

  /** How its player stands, as far as it was told. */
  get state(): Readonly<Record<string, unknown>> {
    return this.#state
  }

  /** Calls back once the player stands at a message, or moves no more. */
  whenAt(step: number, arrived: () => void): void {
    if (this.#isAt(step)) arrived()
    else this.#awaited = { step, arrived }
  }

  get isReady(): boolean {
    return this.#stage === 'ready'
  }

  /** Whether it has said nothing so far, and is still on its way. */
  get mayCome(): boolean {
    return this.#stage === 'loading'
  }

  /** Takes the frame out of the page; it is not to be used again. */
  close(why: string = problems.gone): void {
    clearTimeout(this.#timer)
    removeEventListener('message', this.#heard)
    this.element.remove()
    this.calls.refuse(why)
  }

  #isAt(step: number): boolean {
    return Number(this.#state['currentStep'] ?? 0) >= step
  }

  /** Gives up after so many milliseconds, unless something is heard. */
  #expect(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#fail(problems.silent(this.#lab, origin)), milliseconds)
  }

  #fail(message: string): void {
    this.calls.refuse(message)
    this.#listener.failed(message)
  }

  readonly #heard = ({ source, origin: sender, data }: MessageEvent): void => {
    const { contentWindow } = this.element
    if (source === null || source !== contentWindow || sender !== this.#lab.origin) return
    const heard = readFrame(data)
    if (heard === null) return
    this.#state = heard.state
    if (this.#stage === 'loading' || this.#stage === 'loaded') {
      this.#stage = 'speaks'
      this.#expect(patience.slow)
    }
    if (heard.eventName === 'callback') this.calls.answer(heard)
    // No run has opened, and the button to try again is out of sight.
    else if (heard.eventName === 'error' && this.#stage !== 'ready')
      this.#fail(String(heard.message))
    else {
      if (heard.eventName === 'ready' && this.#stage !== 'ready') {
        clearTimeout(this.#timer)
        this.#stage = 'ready'
        this.calls.open((call) => contentWindow.postMessage(call, this.#lab.origin))
        this.#listener.ready()
      }
      const awaited = this.#awaited
      // A message that there is not, or cannot be had, is no reason to keep the run out of sight.
      if (awaited !== null && (this.#isAt(awaited.step) || heard.eventName === 'error')) {
        this.#awaited = null
        awaited.arrived()
      }
      this.#listener.heard(heard)
    }
  }
}
