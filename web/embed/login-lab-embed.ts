import { attributes, speedOf } from './host.ts'
import { changeOf } from './changes.ts'
import { EmbedPlayer } from './embed-player.ts'
import { WhenSeen } from './when-seen.ts'

/**
 * `<login-lab-embed workflow="…" step="…">`: Login Lab's player on any page. It shows what was recorded
 * when the lab was built, and runs it live when that is asked for. It plays with the names of
 * `<video>`; `detail` of its events is a `MediaState`. Attributes may change at any time.
 *
 * @attr workflow - slug of the workflow; the first of the catalogue when left out
 * @attr step - id or number of the message to open at, or a phase: its first message
 * @attr layer - the side of the message that the inspector shows
 * @attr lesson - the path through the workflow; `tour` when left out
 * @attr lesson-src - address of an own lesson, which runs live
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
export class LoginLabEmbed extends EmbedPlayer {
  static readonly observedAttributes = attributes

  readonly #seen = new WhenSeen(this, () => this.load())

  connectedCallback(): void {
    this.look.setBounds()
    this.look.watch(() => this.setTheme())
    this.#seen.watch(this.getAttribute('loading'))
  }

  /** A frame that is taken out of its page is lost, wherever the element goes next. */
  disconnectedCallback(): void {
    this.#seen.stop()
    this.look.unwatch()
    this.leave()
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected) return
    const change = changeOf(name)
    if (change === 'bounds') this.look.setBounds()
    else if (change === 'theme') this.setTheme()
    else if (!this.isWanted || change === 'none') return
    else if (change === 'load') void this.loadAnew()
    else if (change === 'step') this.goTo(after ?? '0')
    else if (change === 'title') this.rename(after)
    else if (change === 'speed') this.playbackRate = speedOf(after)
    else this.dress()
  }

  /** Loads the player; it takes the place of what is shown until now once it is ready. */
  override load(): void {
    this.#seen.stop()
    super.load()
  }
}
