import { addressOf, options, readFrame } from './host.ts'

/** Where this script came from: the folder of the lab that it embeds. */
const script = document.currentScript
const base = new URL('.', script instanceof HTMLScriptElement ? script.src : location.href)

/** Least and greatest height that a frame may ask for, in CSS pixels. */
const heights = [240, 2000] as const

const styles = `
  :host { display: block; min-block-size: 200px; container-type: inline-size }
  :host([hidden]) { display: none }
  iframe { display: block; inline-size: 100%; block-size: 560px; border: 1px solid #8886; border-radius: 10px; box-sizing: border-box; color-scheme: normal }
  button { inline-size: 100%; min-block-size: 200px; font: 600 1rem system-ui, sans-serif; border: 1px solid #8886; border-radius: 10px; background: none; color: inherit; cursor: pointer }
  ::slotted(*) { cursor: pointer }
`

/**
 * `<login-lab-embed workflow="…" step="…">`: Login Lab's player on any page. What stands inside it, a
 * link or a picture, is shown until the player is needed: when it comes into view, or, with
 * `loading="click"`, when it is pressed. It plays with the names of `<video>`.
 *
 * @fires ready, play, pause, ended, stepchange, marker, error - `detail` says how the player stands
 */
class LoginLabEmbed extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' })
  #frame: HTMLIFrameElement | null = null
  #state: Readonly<Record<string, unknown>> = {}
  #watcher: IntersectionObserver | null = null
  #calls = 0
  readonly #waiting = new Map<number, (answer: ReturnType<typeof readFrame>) => void>()
  #isReady = false

  connectedCallback(): void {
    addEventListener('message', this.#heard)
    if (this.#frame !== null || this.#root.hasChildNodes()) return
    const style = document.createElement('style')
    style.textContent = styles
    const slot = document.createElement('slot')
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = '▶ Login Lab'
    slot.append(button)
    this.#root.append(style, slot)
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

  disconnectedCallback(): void {
    removeEventListener('message', this.#heard)
    this.#watcher?.disconnect()
  }

  /** Puts the player in place of what was shown until now. */
  load(): void {
    if (this.#frame !== null) return
    this.#watcher?.disconnect()
    this.removeEventListener('click', this.#pressed)
    const frame = document.createElement('iframe')
    frame.title = this.getAttribute('title') ?? 'Login Lab'
    frame.allow = 'fullscreen'
    frame.referrerPolicy = 'no-referrer'
    frame.src = addressOf(base, (name) => this.getAttribute(name), location.origin)
    this.#frame = frame
    this.#root.querySelector('slot')?.replaceWith(frame)
  }

  get currentStep(): number {
    return Number(this.#state['currentStep'] ?? 0)
  }

  set currentStep(step: number) {
    void this.seek(step)
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
    void this.#call('setPlaybackRate', rate)
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

  async #call(method: string, ...args: readonly unknown[]): Promise<unknown> {
    this.load()
    if (!this.#isReady)
      await new Promise((resolve) => {
        this.addEventListener('ready', resolve, { once: true })
      })
    this.#calls += 1
    const id = this.#calls
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (answer) => {
        this.#waiting.delete(id)
        if (typeof answer?.problem === 'string') reject(new TypeError(answer.problem))
        else resolve(answer?.result)
      })
      this.#frame?.contentWindow?.postMessage({ method, args, id }, base.origin)
    })
  }

  readonly #pressed = (event: Event): void => {
    event.preventDefault()
    this.load()
  }

  readonly #heard = (event: MessageEvent): void => {
    const frame = this.#frame
    if (frame === null || event.source !== frame.contentWindow || event.origin !== base.origin)
      return
    const message = readFrame(event.data)
    if (message === null) return
    this.#state = message.state
    if (message.eventName === 'callback') {
      if (typeof message.id === 'number') this.#waiting.get(message.id)?.(message)
      return
    }
    if (message.eventName === 'resize') {
      const height = Math.max(heights[0], Math.min(heights[1], Number(message.height) || 560))
      frame.style.blockSize = `${height}px`
      return
    }
    if (message.eventName === 'ready') this.#isReady = true
    const detail = {
      ...message.state,
      ...(message.message !== undefined && { message: message.message }),
    }
    this.dispatchEvent(
      new CustomEvent(message.eventName, { detail, bubbles: true, composed: true }),
    )
  }
}

if (customElements.get('login-lab-embed') === undefined)
  customElements.define('login-lab-embed', LoginLabEmbed)

// <script async src="…/embed.js" data-workflow="…"> puts the player where it stands.
if (script instanceof HTMLScriptElement && script.dataset['workflow'] !== undefined) {
  const element = document.createElement('login-lab-embed')
  for (const name of [...options, 'loading', 'title']) {
    const value = script.getAttribute(`data-${name}`)
    if (value !== null) element.setAttribute(name, value)
  }
  script.replaceWith(element)
}
