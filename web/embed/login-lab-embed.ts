import { Arrival } from './arrival.ts'
import { EmbedLook } from './embed-look.ts'
import { EmbedMedia } from './embed-media.ts'
import { addressOf, attributes, isRecordable, keyOf, labOf, type Heard } from './host.ts'
import { LiveFrame } from './live-frame.ts'
import { base } from './own.ts'
import { problems, warn } from './problems.ts'
import { RecordedPart, type LoadPlayer } from './recorded-part.ts'

/** How much higher an element becomes for the details of a message, in CSS pixels. */
const roomForDetails = 280

/** Attributes that change how the small player looks, and nothing else. */
const looks = new Set(['speed', 'controls', 'keyboard'])

/**
 * `<login-lab-embed workflow="…" step="…">`: Login Lab's player on any page. It shows what was recorded
 * when the lab was built, and runs it live when that is asked for. It plays with the names of
 * `<video>`; `detail` of its events is a `MediaState`. Attributes may change at any time.
 *
 * @attr workflow - slug of the workflow; the first of the catalogue when left out
 * @attr step - id or number of the message to open at, or a phase: its first message
 * @attr layer - the side of the message that the inspector shows
 * @attr lesson - the path through the workflow; `tour` when left out
 * @attr seed - equal seeds give equal runs, byte for byte
 * @attr profile - how FusionAuth is set: `fidelity` (its defaults) or `hardened` (RFC 9700)
 * @attr defence - switches that are not as usual, each as `NAME=VALUE`, parted by commas
 * @attr src - address of a saved trace to play
 * @attr live - runs live at once, without a recording before
 * @attr theme - `light` or `dark`; as the page is, also while it changes, when left out
 * @attr lang - `en` or `es`; what the reader prefers when left out
 * @attr speed - 1 is normal
 * @attr autoplay - plays when it is open, unless the reader wants less motion
 * @attr controls - `0` leaves the transport bar out
 * @attr keyboard - `none`: no key is the player's
 * @attr height - in CSS pixels
 * @attr aspect-ratio - width to height, such as `16 / 9`
 * @attr run - `page`: a live run is in the reader's page, whatever the server has
 * @attr lab - the folder of a lab that is not the script's own
 * @attr loading - `click`: loaded when it is pressed, not when it comes into view
 * @attr title - the frame's name for who does not see it
 * @slot - shown until the player is ready, and where none comes: a link or a picture
 * @fires ready - a lesson is there
 * @fires play - it plays by itself from now on
 * @fires pause - it does not any more
 * @fires ended - it has played to the end
 * @fires stepchange - another message is shown
 * @fires marker - that message belongs to another phase than the one before
 * @fires error - something went wrong; `detail.message` is a sentence for a person
 */
export class LoginLabEmbed extends EmbedMedia {
  static readonly observedAttributes = attributes

  /** How the small player is loaded; a page that is bundled sets its own way. */
  static loadPlayer: LoadPlayer = () => import(/* @vite-ignore */ new URL('player.js', base).href)

  readonly #look = new EmbedLook(this, (name) => this.getAttribute(name))
  readonly #arrival = new Arrival()
  #lab = base
  #recorded: RecordedPart | null = null
  #live: LiveFrame | null = null
  #state: Readonly<Record<string, unknown>> = {}
  #problem = ''
  #isLoading = false
  /** Counts loadings, so that what belongs to an old one is dropped. */
  #loading = 0
  #watcher: IntersectionObserver | null = null

  constructor() {
    super()
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = '▶ Login Lab'
    button.addEventListener('click', () => this.load())
    const { slot, box } = this.#look
    slot.append(button)
    box.addEventListener('lab-live', () => this.runLive())
    box.addEventListener('lab-details', (event) => {
      const isOpen = (event as CustomEvent<boolean>).detail
      this.#look.setBounds(isOpen ? this.offsetHeight + roomForDetails : 0)
    })
  }

  connectedCallback(): void {
    this.#look.setBounds()
    this.#look.watch(() => this.#setTheme())
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
    this.#stopWatching()
    this.#look.unwatch()
    this.#clear(problems.gone)
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return
    if (name === 'height' || name === 'aspect-ratio') this.#look.setBounds()
    else if (name === 'theme') this.#setTheme()
    else if (this.#recorded === null && this.#live === null) return
    else if (name === 'step') this.#goTo(after ?? '0')
    else if (name === 'speed' && this.#live !== null) this.playbackRate = Number(after ?? 1)
    else if (name === 'title') this.#live?.rename(after)
    else if (looks.has(name) && this.#live === null) this.#recorded?.dress(this.#lab)
    else if (name !== 'loading' && name !== 'autoplay') {
      this.#clear(problems.gone)
      this.load()
    }
  }

  /** Loads the player; it takes the place of what is shown until now once it is ready. */
  load(): void {
    if (this.#isLoading || this.#recorded !== null || this.#live !== null) return
    this.#stopWatching()
    this.#problem = ''
    this.#lab = labOf(this.getAttribute('lab'), document.baseURI, base)
    this.#look.slot.className = 'busy'
    if (isRecordable(this.#read)) void this.#record()
    else this.runLive()
  }

  /** Goes on from the message that is shown, with a run that one can interfere with. */
  runLive(): void {
    if (this.#live !== null) return
    if (origin === 'null') {
      this.#fail(problems.noOrigin)
      return
    }
    const player = this.#recorded?.player
    const from = player?.currentStep ?? 0
    if (player !== undefined) player.starting = true
    const read = (name: string): string | null =>
      name === 'step' && player !== undefined ? String(from) : this.#read(name)
    const live: LiveFrame = new LiveFrame(
      this.#lab,
      addressOf(this.#lab, read, origin, this.#look.theme),
      {
        ready: () => live.whenAt(player === undefined ? 0 : from, () => this.#takeOver(live)),
        heard: (message) => this.#heard(message),
        failed: (message) => {
          live.close(message)
          this.#live = null
          this.#fail(message)
        },
      },
    )
    live.rename(this.#read('title'))
    this.#live = live
    this.#look.box.append(live.element)
  }

  protected override get media(): Readonly<Record<string, unknown>> {
    return this.#recorded === null ? this.#state : { ...this.#recorded.player.mediaState }
  }

  protected override async call(method: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#recorded !== null) return this.#recorded.call(method, args)
    if (this.#live !== null) return this.#live.calls.make(method, args)
    if (this.#problem !== '') throw new Error(this.#problem)
    this.load()
    if (this.#isLoading) await this.#arrival.wait()
    return this.call(method, ...args)
  }

  readonly #read = (name: string): string | null => this.getAttribute(name)

  async #record(): Promise<void> {
    this.#isLoading = true
    this.#loading += 1
    const mine = this.#loading
    const { loadPlayer } = LoginLabEmbed
    const part = await RecordedPart.load(loadPlayer, this.#lab, this.#read, this.#complain)
    if (mine !== this.#loading) return
    if (typeof part === 'string') {
      this.#isLoading = false
      this.#fail(part)
      return
    }
    part.dress(this.#lab)
    this.#setTheme()
    this.#look.box.replaceChildren(part.player)
    await part.player.updateComplete
    if (mine !== this.#loading) return
    this.#recorded = part
    this.#isLoading = false
    this.#reveal()
    await part.begin(this.getAttributeNames())
  }

  #goTo(step: string): void {
    if (this.#recorded !== null) void this.#recorded.show(step)
    else this.seek(/^\d+$/.test(step) ? Number(step) : { step }).catch(() => undefined)
  }

  /** Says what the author has to mend: in the player, to the page and in the console. */
  readonly #complain = (message: string): void => {
    if (this.#recorded !== null) this.#recorded.player.notice = message
    warn(message)
    this.#tell('error', { message })
  }

  /** The live player stands where the recording stood: it takes its place. */
  #takeOver(live: LiveFrame): void {
    if (live !== this.#live) return
    const hadFocus = this.matches(':focus-within')
    this.#recorded?.player.remove()
    this.#recorded = null
    this.#state = live.state
    live.element.className = 'is-shown'
    this.#reveal()
    this.#setTheme()
    if (hadFocus) live.element.focus()
  }

  #heard(message: Heard): void {
    const { eventName, state } = message
    this.#state = state
    if (eventName === 'resize') this.#look.setBounds(Number(message.height))
    else if (eventName === 'key') this.dispatchEvent(keyOf(message))
    else if (this.#recorded === null)
      this.#tell(eventName, message.message === undefined ? {} : { message: message.message })
  }

  #reveal(): void {
    this.#look.reveal()
    this.#arrival.settle('')
  }

  /** Says that there is no player; what stands inside the element, or the recording, stays. */
  #fail(message: string): void {
    this.#look.slot.className = ''
    const player = this.#recorded?.player
    if (player !== undefined) {
      player.starting = false
      player.notice = message
    }
    this.#arrival.settle(message)
    if (message === this.#problem) return
    this.#problem = message
    warn(message)
    this.#tell('error', { message })
  }

  /** Puts what stands inside the element back in place of the player. */
  #clear(why: string): void {
    this.#loading += 1
    this.#isLoading = false
    this.#live?.close(why)
    this.#live = null
    this.#recorded = null
    this.#state = {}
    this.#look.clear()
    this.#arrival.settle(why)
  }

  #setTheme(): void {
    this.#look.paint()
    if (this.#live?.isReady === true)
      this.#live.calls.make('setTheme', [this.#look.theme]).catch(() => undefined)
  }

  #stopWatching(): void {
    this.#watcher?.disconnect()
    this.removeEventListener('click', this.#pressed)
  }

  #tell(type: string, more: object = {}): void {
    const detail = { ...this.media, ...more }
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }

  readonly #pressed = (event: Event): void => {
    if (this.#recorded !== null || this.#live !== null) return
    event.preventDefault()
    this.load()
  }
}
