import { html, LitElement, nothing } from 'lit'
import { lifetimesAt } from '../../scenarios/view/lifetimes.ts'
import { span } from '../../scenarios/view/token.ts'
import { phaseTitle } from '../../scenarios/view/words.ts'
import { emit, type Command } from '../events.ts'
import type { Moment } from '../moment.ts'
import { speeds } from '../playback.ts'
import { base } from '../styles/base.ts'
import { icon, type IconName } from './icons.ts'
import { kindWords } from './lab-chip.ts'
import { controlStyles } from './lab-controls.styles.ts'

/**
 * The transport bar: back and forth, play, a slider over all messages, speed, the protocol clock.
 *
 * @fires lab-command - a button was pressed
 * @fires lab-seek - the slider was moved
 * @fires lab-speed - a speed was chosen
 */
export class LabControls extends LitElement {
  static override properties = {
    moment: { attribute: false },
    playing: { type: Boolean },
    waiting: { type: Boolean },
    speed: { type: Number },
  }
  declare moment: Moment | null
  declare playing: boolean
  declare waiting: boolean
  declare speed: number

  constructor() {
    super()
    this.moment = null
    this.playing = false
    this.waiting = false
    this.speed = 1
  }

  static override styles = [base, controlStyles]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    return html`
      <div class="buttons">
        ${this.#command('first', 'first', 'To the beginning')}
        ${this.#command('back', 'back', 'One message back')}
        <button
          type="button"
          class="play"
          aria-label=${this.playing ? 'Pause' : 'Play'}
          title="${this.playing ? 'Pause' : 'Play'} (Space)"
          @click=${() => emit(this, 'lab-command', 'toggle')}
        >
          ${icon(this.playing ? 'pause' : 'play')}
        </button>
        ${this.#command('forward', 'forward', 'One message on')}
        ${this.#command('last', 'last', 'To the end of the lesson')}
      </div>
      ${this.#track(moment)} ${this.#facts(moment)}
    `
  }

  #command(command: Command, sign: IconName, words: string) {
    return html`<button
      type="button"
      aria-label=${words}
      title=${words}
      @click=${() => emit(this, 'lab-command', command)}
    >
      ${icon(sign)}
    </button>`
  }

  #track({ arrows, cursor, run, message }: Moment) {
    const total = Math.max(1, arrows.length)
    const share = (n: number) => `${(100 * n) / total}%`
    const starts = arrows.filter((arrow, index) => arrows[index - 1]?.phase !== arrow.phase)
    const words =
      message === null
        ? 'Before the first message'
        : `Message ${cursor} of ${arrows.length}: ${message.from} to ${message.to}, ${message.label}`
    return html`<div class="track">
      <div class="rail" aria-hidden="true">
        <i class="sent" style="width:${share(run.trace.messages.length)}"></i>
        <i class="shown" style="width:${share(cursor)}"></i>
        ${starts.map(
          ({ n, phase }) =>
            html`<i class="tick" title=${phaseTitle(phase)} style="left:${share(n - 1)}"></i>`,
        )}
      </div>
      <input
        type="range"
        min="0"
        max=${arrows.length}
        .value=${String(cursor)}
        aria-label="Message"
        aria-valuetext=${words}
        @input=${(event: Event) =>
          emit(this, 'lab-seek', Number((event.target as HTMLInputElement).value))}
      />
    </div>`
  }

  /** How much time the session, the refresh token and the single sign-on session have left. */
  #lifetimes({ secrets, cursor, now }: Moment) {
    return lifetimesAt(secrets, cursor, now).map(({ secret, left, share }) => {
      const words = left === 0 ? 'over' : `${span(left)} left`
      return html`<span
        class="lifetime ${left === 0 ? 'is-over' : ''}"
        style="--hue:var(--hue-${secret.kind})"
        title="${secret.name}, ${kindWords(secret.kind)}: ${words}"
      >
        ${secret.name}<i style="--share:${share}"></i><span class="unseen">${words}</span>
      </span>`
    })
  }

  #facts(moment: Moment) {
    const { arrows, cursor, now, run } = moment
    const time = new Date(now).toISOString().slice(11, 19)
    const started = Date.parse(run.trace.messages[0]?.at ?? new Date(now).toISOString())
    const days = Math.floor((now - started) / 86_400_000)
    return html`<div class="facts">
      <span class="lifetimes">${this.#lifetimes(moment)}</span>
      <span class="count"><b>${cursor}</b> / ${arrows.length}</span>
      <select
        aria-label="Speed"
        @change=${(event: Event) =>
          emit(this, 'lab-speed', Number((event.target as HTMLSelectElement).value))}
      >
        ${speeds.map(
          (speed) =>
            html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`,
        )}
      </select>
      <span class="clock" title="Protocol clock, UTC: time passes only when the run says so">
        ${icon('clock')}<span class="unseen">Protocol clock</span
        ><time>${days < 1 ? '' : `${days} d, `}${time}</time>
      </span>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-controls': LabControls
  }
}
