import { Calls } from './calls.ts'
import { addressOf, labOf, readFrame } from './host.ts'
import { heights, styles } from './look.ts'
import { base } from './own.ts'
import { problems, warn } from './problems.ts'

/** Milliseconds of silence: of a frame that has loaded (a refusal says nothing), or of one on its way. */
const patience = { loaded: 5000, slow: 30_000 } as const

/**
 * `<login-lab-embed workflow="…" step="…">`: Login Lab's player on any page. Attributes are read once,
 * when it is loaded. It plays with the names of `<video>`; `detail` of its events is a `MediaState`.
 *
 * @attr workflow - slug of the workflow; the first of the catalogue when left out
 * @attr step - id or number of the message to open at, or a phase: its first message
 * @attr layer - the side of the message that the inspector shows
 * @attr lesson - the path through the workflow; `tour` when left out
 * @attr seed - equal seeds give equal runs, byte for byte
 * @attr profile - how FusionAuth is set: `fidelity` (its defaults) or `hardened` (RFC 9700)
 * @attr defence - switches that are not as usual, each as `NAME=VALUE`, parted by commas
 * @attr theme - `light` or `dark`; what the reader prefers when left out
 * @attr lang - `en` or `es`; what the reader prefers when left out
 * @attr speed - 1 is normal
 * @attr autoplay - plays when it is open, unless the reader wants less motion
 * @attr controls - `0` leaves the transport bar out
 * @attr run - `page`: the run is in the reader's page, whatever the server has
 * @attr lab - the folder of a lab that is not the script's own
 * @attr loading - `click`: loaded when it is pressed, not when it comes into view
 * @attr title - the frame's name for who does not see it
 * @slot - shown until the player is ready, and where none comes: a link or a picture
 * @fires ready - a run is open
 * @fires play - it plays by itself from now on
 * @fires pause - it does not any more
 * @fires ended - it has played to the end
 * @fires stepchange - another message is shown
 * @fires marker - that message belongs to another phase than the one before
 * @fires error - something went wrong; `detail.message` is a sentence for a person
 */
export class LoginLabEmbed extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' })
  readonly #slot = document.createElement('slot')
  /** Around the frame: out of sight, but as wide as it will be, until the player is ready. */
  readonly #box = document.createElement('div')
  readonly #calls = new Calls()
  #frame: HTMLIFrameElement | null = null
  #lab = base
  #stage: 'loading' | 'loaded' | 'speaks' | 'ready' = 'loading'
  /** What was told of the frame that is there; '' while nothing is wrong. */
  #problem = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #state: Readonly<Record<string, unknown>> = {}
  #watcher: IntersectionObserver | null = null

  constructor() {
    super()
    const style = document.createElement('style')
    style.textContent = styles
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = '▶ Login Lab'
    button.addEventListener('click', () => this.load())
    this.#slot.append(button)
    this.#root.append(style, this.#slot, this.#box)
  }

  connectedCallback(): void {
    addEventListener('message', this.#heard)
    if (this.#frame !== null) return
    if (this.getAttribute('loading') === 'click') {
      this.addEventListener('click', this.#pressed)
      return
    }
    this.#watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.load()
      },
      { rootMargin: '200px' },
    )
    this.#watcher.observe(this)
  }

  /** A frame that is taken out of its page is lost, wherever the element goes next. */
  disconnectedCallback(): void {
    removeEventListener('message', this.#heard)
    this.#stopWatching()
    this.#takeOut()
    this.#calls.refuse(problems.gone)
  }

  /** Loads the player; it takes the place of what is shown until now once it is ready. */
  load(): void {
    if (this.#frame !== null) return
    this.#stopWatching()
    this.#problem = ''
    if (origin === 'null') {
      this.#fail(problems.noOrigin)
      return
    }
    this.#lab = labOf(this.getAttribute('lab'), document.baseURI, base)
    const frame = document.createElement('iframe')
    frame.title = this.getAttribute('title') ?? 'Login Lab'
    frame.allow = 'fullscreen'
    frame.referrerPolicy = 'no-referrer'
    frame.src = addressOf(this.#lab, (name) => this.getAttribute(name), origin)
    frame.addEventListener('load', () => {
      if (this.#stage !== 'loading') return
      this.#stage = 'loaded'
      this.#expect(patience.loaded)
    })
    this.#frame = frame
    this.#slot.className = 'busy'
    this.#expect(patience.slow)
    this.#box.append(frame)
  }

  get currentStep(): number {
    return Number(this.#state['currentStep'] ?? 0)
  }

  set currentStep(step: number) {
    this.seek(step).catch(({ message }: Error) => warn(message))
  }

  get stepCount(): number {
    return Number(this.#state['stepCount'] ?? 0)
  }

  get paused(): boolean {
    return this.#state['paused'] !== false
  }

  get playbackRate(): number {
    return Number(this.#state['playbackRate'] ?? 1)
  }

  set playbackRate(rate: number) {
    this.#call('setPlaybackRate', rate).catch(({ message }: Error) => warn(message))
  }

  play(): Promise<unknown> {
    return this.#call('play')
  }

  pause(): Promise<unknown> {
    return this.#call('pause')
  }

  next(): Promise<unknown> {
    return this.#call('next')
  }

  prev(): Promise<unknown> {
    return this.#call('prev')
  }

  /** To a number, a share (`'50%'`), `{ step: id }` or `{ marker: phase }`; false when there is none. */
  seek(target: unknown): Promise<unknown> {
    return this.#call('seek', target)
  }

  /** Waits for the player; rejects with the sentence of `error` when none comes. */
  #call(method: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#frame !== null && this.#problem !== '')
      return Promise.reject(new Error(this.#problem))
    const answer = this.#calls.make(method, args)
    this.load()
    return answer
  }

  #stopWatching(): void {
    this.#watcher?.disconnect()
    this.removeEventListener('click', this.#pressed)
  }

  /** Gives up after so many milliseconds, unless something is heard. */
  #expect(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#fail(problems.silent(this.#lab, origin)), milliseconds)
  }

  /** Says that there is no player. A frame that may yet bring one is left, out of sight. */
  #fail(message: string): void {
    if (this.#stage === 'loaded') this.#takeOut()
    this.#slot.className = ''
    if (message === this.#problem) return
    this.#problem = message
    warn(message)
    this.#tell('error', { message })
    this.#calls.refuse(message)
  }

  /** Puts what stands inside the element back in place of the frame. */
  #takeOut(): void {
    clearTimeout(this.#timer)
    this.#frame?.remove()
    this.#frame = null
    this.#stage = 'loading'
    this.#state = {}
    this.#box.className = ''
    this.#slot.className = ''
    this.#box.before(this.#slot)
  }

  #show(frame: HTMLIFrameElement): void {
    clearTimeout(this.#timer)
    this.#stage = 'ready'
    this.#problem = ''
    const hadFocus = this.matches(':focus-within')
    this.#slot.remove()
    this.#box.className = 'ready'
    if (hadFocus) frame.focus()
    this.#calls.open((call) => frame.contentWindow?.postMessage(call, this.#lab.origin))
  }

  #tell(type: string, more: object = {}): void {
    const detail = { ...this.#state, ...more }
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }

  readonly #pressed = (event: Event): void => {
    event.preventDefault()
    this.load()
  }

  readonly #heard = ({ source: from, origin: sender, data }: MessageEvent): void => {
    const frame = this.#frame
    if (frame === null || from !== frame.contentWindow || sender !== this.#lab.origin) return
    const heard = readFrame(data)
    if (heard === null) return
    const { eventName, message, state } = heard
    this.#state = state
    if (this.#stage === 'loading' || this.#stage === 'loaded') {
      this.#stage = 'speaks'
      this.#expect(patience.slow)
    }
    if (eventName === 'callback') this.#calls.answer(heard)
    else if (eventName === 'resize') {
      const height = Math.max(heights[0], Math.min(heights[1], Number(heard.height) || 560))
      frame.style.blockSize = `${height}px`
    } else if (eventName === 'error' && this.#stage !== 'ready') {
      // No run has opened, and the button to try again is out of sight.
      this.#takeOut()
      this.#fail(String(message))
    } else {
      if (eventName === 'ready' && this.#stage !== 'ready') this.#show(frame)
      this.#tell(eventName, message === undefined ? {} : { message })
    }
  }
}
