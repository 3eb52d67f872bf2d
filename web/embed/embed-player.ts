import { mediaEvents } from '../player/media.ts'
import { Arrival } from './arrival.ts'
import { EarlyFiles } from './early-files.ts'
import { EmbedLook } from './embed-look.ts'
import { EmbedMedia, type PlayerMethod } from './embed-media.ts'
import { addressOf, isRecordable, keyOf, labOf, type Heard } from './host.ts'
import { LiveFrame } from './live-frame.ts'
import { base } from './own.ts'
import { problems, warn } from './problems.ts'
import type { WholeWanted } from '../recorded/live-run.ts'
import { RecordedPart, type LoadPlayer } from './recorded-part.ts'

/** An element with a player in it: how that comes, recorded or live, what is told of it, how it goes. */
export abstract class EmbedPlayer extends EmbedMedia {
  /** How the small player is loaded; a page that is bundled sets its own way. */
  static loadPlayer: LoadPlayer = () => import(/* @vite-ignore */ new URL('player.js', base).href)

  /** What the players of a page come by before the script of the small player is there. */
  static readonly #files = new EarlyFiles()

  protected readonly look = new EmbedLook(
    this,
    (name) => this.getAttribute(name),
    () => this.load(),
  )
  readonly #arrival = new Arrival()
  #lab = base
  #recorded: RecordedPart | null = null
  #live: LiveFrame | null = null
  #state: Readonly<Record<string, unknown>> = {}
  #problem = ''
  #isWanted = false
  #isLoading = false
  /** Counts loadings, so that what belongs to an old one is dropped. */
  #loading = 0

  constructor() {
    super()
    const { box } = this.look
    box.addEventListener('lab-whole', (event) => {
      event.stopPropagation()
      this.#openFrame((event as CustomEvent<WholeWanted>).detail)
    })
    // Nothing is told of a player that is not shown yet.
    for (const type of mediaEvents)
      box.addEventListener(type, (event) => {
        if (this.#recorded === null) event.stopPropagation()
      })
  }

  /** Loads the player; it takes the place of what is shown until now once it is ready. */
  load(): void {
    if (this.#isLoading || this.#recorded !== null || this.#live !== null) return
    this.#isWanted = true
    this.#problem = ''
    this.#lab = labOf(this.getAttribute('lab'), document.baseURI, base)
    this.look.wait()
    if (isRecordable(this.#read)) void this.#record()
    else this.runLive()
  }

  /** Goes on from the message that is shown, with a run that one can interfere with. */
  runLive(): void {
    const player = this.#recorded?.player
    if (player === undefined) this.#openFrame({ step: 0, run: '' })
    else if (player.live === null) void player.runLive()
  }

  /** Shows the whole lab in a frame, at a message of a run. */
  #openFrame({ step: from, run }: WholeWanted): void {
    if (this.#live !== null) return
    this.#problem = ''
    if (origin === 'null') return this.#fail(problems.noOrigin)
    const player = this.#recorded?.player
    if (player !== undefined) player.starting = true
    const read = (name: string): string | null =>
      name === 'step' && player !== undefined ? String(from) : this.#read(name)
    const address = addressOf(this.#lab, read, origin, this.look.theme, run)
    const live: LiveFrame = new LiveFrame(this.#lab, address, {
      ready: () => live.whenAt(player === undefined ? 0 : from, () => this.#takeOver(live)),
      heard: (message) => this.#heard(message),
      failed: (message) => {
        // Where nothing else is shown, a frame that is only late may bring its player yet.
        if (!live.mayCome || this.#recorded !== null) {
          live.close(message)
          if (live === this.#live) this.#live = null
        }
        this.#fail(message)
      },
    })
    live.rename(this.#read('title'))
    this.#live = live
    this.look.box.append(live.element)
  }

  protected override get media(): Readonly<Record<string, unknown>> {
    return this.#recorded === null ? this.#state : { ...this.#recorded.player.mediaState }
  }

  protected override async call(
    method: PlayerMethod,
    ...args: readonly unknown[]
  ): Promise<unknown> {
    if (this.#recorded !== null) return this.#recorded.call(method, args)
    if (this.#live === null) this.load()
    else if (this.#problem !== '') throw new Error(this.#problem)
    if (this.#live !== null) return this.#live.calls.make(method, args)
    if (this.#isLoading) await this.#arrival.wait()
    if (this.#problem !== '') throw new Error(this.#problem)
    return this.call(method, ...args)
  }

  /** A player was asked for, and is here unless it could not come. */
  protected get isWanted(): boolean {
    return this.#isWanted
  }

  /** Takes the player away and loads another. Attributes come one after the other, and are read together. */
  protected async loadAnew(): Promise<void> {
    this.#loading += 1
    const mine = this.#loading
    await Promise.resolve()
    if (mine !== this.#loading || !this.#isWanted) return
    this.#clear(problems.changed)
    this.load()
  }

  /** Takes the player away, for good. */
  protected leave(): void {
    this.#isWanted = false
    this.#clear(problems.gone)
    this.#arrival.settle(problems.gone)
  }

  /** Shows the message that an attribute names. */
  protected goTo(step: string): void {
    if (this.#recorded !== null) void this.#recorded.show(step)
    else if (this.#live !== null)
      this.seek(/^\d+$/.test(step) ? Number(step) : { step }).catch(() => undefined)
  }

  /** Takes what attributes say of controls and keys. */
  protected dress(): void {
    if (this.#live === null) this.#recorded?.dress(this.#lab)
    else void this.loadAnew()
  }

  /** Names the frame, if there is one. */
  protected rename(title: string | null): void {
    this.#live?.rename(title)
  }

  protected setTheme(): void {
    this.look.paint()
    if (this.#live?.isReady === true)
      this.#live.calls.make('setTheme', [this.look.theme]).catch(() => undefined)
  }

  readonly #read = (name: string): string | null => this.getAttribute(name)

  async #record(): Promise<void> {
    this.#isLoading = true
    this.#loading += 1
    const mine = this.#loading
    // A class that extends this one may have its own way.
    const { loadPlayer } = this.constructor as typeof EmbedPlayer
    const source = { loadPlayer, files: EmbedPlayer.#files }
    const part = await RecordedPart.load(source, this.#lab, this.#read, this.#complain)
    if (mine !== this.#loading) return
    if (typeof part === 'string') {
      this.#isLoading = false
      this.#fail(part)
      return this.look.say(part)
    }
    part.dress(this.#lab)
    this.setTheme()
    this.look.box.replaceChildren(part.player)
    await part.player.updateComplete
    if (mine !== this.#loading) return
    const amiss = await part.begin(this.getAttributeNames())
    if (mine !== this.#loading) return
    this.#recorded = part
    this.#isLoading = false
    this.look.reveal()
    this.#arrival.settle('')
    this.#tell('ready')
    for (const message of amiss) this.#complain(message)
    part.player.notice = amiss.join(' ')
    part.playByItself()
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
    this.#problem = ''
    live.element.className = 'is-shown'
    this.look.reveal()
    this.#arrival.settle('')
    this.setTheme()
    if (hadFocus) live.element.focus()
  }

  #heard(message: Heard): void {
    const { eventName, state } = message
    this.#state = state
    if (eventName === 'resize') this.look.setBounds(Number(message.height))
    else if (eventName === 'key') this.dispatchEvent(keyOf(message))
    else if (this.#recorded === null)
      this.#tell(eventName, message.message === undefined ? {} : { message: message.message })
  }

  /** Says that there is no player; what stands inside the element, or the recording, stays. */
  #fail(message: string): void {
    this.look.rest()
    this.#recorded?.player.stay(message)
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
    this.look.clear()
  }

  #tell(type: string, more: object = {}): void {
    const detail = { ...this.media, ...more }
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }
}
