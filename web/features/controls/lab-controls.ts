import { html, LitElement, nothing } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { LifetimeAt } from '../../../scenarios/projections/lifetimes.ts'
import type { Arrow } from '../../../scenarios/projections/sequence.ts'
import { phaseTitle } from '../../../scenarios/projections/words.ts'
import { emit, tellToggle, type PlayerControl } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import { speeds } from '../../player/speeds.ts'
import { scheduleUpdate } from '../../ui/deferred.ts'
import { base } from '../../ui/styles/base.ts'
import { nameOf } from '../../i18n/name-of.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon, type IconName, participantIcon } from '../../ui/icons.ts'
import { controlStyles } from './lab-controls.styles.ts'
import { dayOf, lifetimeWords, timeOf } from '../clock/lifetimes.ts'
import { labelText } from '../../../scenarios/i18n/label.ts'

/**
 * The transport bar: back and forth, play, a slider over all messages, speed, the protocol clock.
 *
 * @fires lab-command - a button was pressed
 * @fires lab-seek - the slider was moved
 * @fires lab-speed - a speed was chosen
 */
export class LabControls extends LitElement {
  static override properties = {
    frame: { attribute: false },
    playing: { type: Boolean },
    waiting: { type: Boolean },
    speed: { type: Number },
    clockOpen: { state: true },
  }
  declare frame: Frame | null
  declare playing: boolean
  declare waiting: boolean
  declare speed: number
  declare clockOpen: boolean

  readonly #speaker = speaker(this)
  readonly #toggled = tellToggle(this, 'clock')

  constructor() {
    super()
    this.frame = null
    this.playing = false
    this.waiting = false
    this.speed = 1
    this.clockOpen = false
  }

  static override styles = [base, controlStyles]

  /** The bar follows a frame later: the eye is on the arrow, the thumb moves by itself. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.hasUpdated ? scheduleUpdate(() => super.scheduleUpdate()) : super.scheduleUpdate()
  }

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { controls } = this.#speaker.words.ui
    const toggle = this.playing ? controls.pause : controls.play
    return html`
      <div class="buttons">
        ${this.#command('first', 'first', controls.first)}
        ${this.#command('back', 'back', controls.back)}
        <button
          type="button"
          class="play"
          aria-label=${toggle}
          title="${toggle} (${controls.space})"
          @click=${() => emit(this, 'lab-command', 'toggle')}
        >
          ${icon(this.playing ? 'pause' : 'play')}
        </button>
        ${this.#command('forward', 'forward', controls.forward)}
        ${this.#command('last', 'last', controls.last)}
      </div>
      ${this.#track(frame)} ${this.#facts(frame)}
    `
  }

  #command(command: PlayerControl, sign: IconName, words: string) {
    return html`<button
      type="button"
      aria-label=${words}
      title=${words}
      @click=${() => emit(this, 'lab-command', command)}
    >
      ${icon(sign)}
    </button>`
  }

  #track({ arrows, cursor, run, message }: Frame) {
    const { words } = this.#speaker
    const { controls } = words.ui
    const total = Math.max(1, arrows.length)
    const share = (n: number) => `${(100 * n) / total}%`
    const place =
      message === null
        ? controls.nothingYet
        : controls.at(
            cursor,
            arrows.length,
            nameOf(message.from, words),
            nameOf(message.to, words),
            labelText(message.label, words.say),
          )
    return html`<div class="track">
      <div
        class="rail"
        aria-hidden="true"
        style="--shown:${share(cursor)};--sent:${share(run.trace.messages.length)}"
      >
        ${guard([arrows, words], () => this.#ticks(arrows, share))}
      </div>
      <input
        type="range"
        min="0"
        max=${arrows.length}
        .value=${String(cursor)}
        aria-label=${controls.message}
        aria-valuetext=${place}
        @input=${(event: Event) =>
          emit(this, 'lab-seek', Number((event.target as HTMLInputElement).value))}
      />
    </div>`
  }

  /** Where phases begin. */
  #ticks(arrows: readonly Arrow[], share: (n: number) => string) {
    const { say } = this.#speaker.words
    return arrows
      .filter((arrow, index) => arrows[index - 1]?.phase !== arrow.phase)
      .map(
        ({ n, phase }) =>
          html`<i class="tick" title=${say(phaseTitle(phase))} style="left:${share(n - 1)}"></i>`,
      )
  }

  #facts(frame: Frame) {
    const { arrows, cursor } = frame
    const { controls } = this.#speaker.words.ui
    return html`<div class="facts">
      <span class="count"><b>${cursor}</b> / ${arrows.length}</span>
      <select
        aria-label=${controls.speed}
        @change=${(event: Event) =>
          emit(this, 'lab-speed', Number((event.target as HTMLSelectElement).value))}
      >
        ${speeds.map(
          (speed) =>
            html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`,
        )}
      </select>
      ${this.#clock(frame)}
    </div>`
  }

  /** The protocol clock with what runs out in short; pressed, it opens at full length. */
  #clock(frame: Frame) {
    const { now } = frame
    const { clock } = this.#speaker.words.ui
    const day = dayOf(now, frame)
    const lifetimes = frame.lifetimes()
    const own = lifetimes
      .filter(({ whose }) => whose === 'user' || whose === 'shared')
      .toSorted((a, b) => Number(b.opens === 'Store') - Number(a.opens === 'Store'))
      .slice(0, 3)
    const thief = lifetimes.filter(({ whose }) => whose === 'hacker').slice(0, 1)
    return html`<button type="button" class="clock" popovertarget="clock" title=${clock.meaning}>
        <span class="unseen">${clock.title}: </span>
        <span class="lifetimes">${[...own, ...thief].map((one) => this.#bar(one))}</span>
        ${icon('clock')}<time>${timeOf(now)}</time>${
          day === 1 ? nothing : html`<span class="day">${clock.day(day)}</span>`
        }
      </button>
      <div
        id="clock"
        class="panel"
        popover
        role="dialog"
        aria-label=${clock.title}
        @toggle=${(event: ToggleEvent) => {
          this.clockOpen = event.newState === 'open'
          this.#toggled(event)
        }}
      >
        ${this.clockOpen ? html`<lab-clock .frame=${frame}></lab-clock>` : nothing}
      </div>`
  }

  #bar(lifetime: LifetimeAt) {
    const { secret, left, share, whose } = lifetime
    const { words } = this.#speaker
    return html`<span
      class="lifetime ${whose} ${left === 0 ? 'is-over' : ''}"
      style="--hue:var(--hue-${secret.kind})"
      title=${lifetimeWords(lifetime, words)}
    >
      ${whose === 'hacker' ? participantIcon('Hacker') : nothing}${secret.name}<i
        style="--share:${share}"
      ></i>
    </span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-controls': LabControls
  }
}
