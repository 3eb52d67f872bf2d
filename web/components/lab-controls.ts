import { css, html, LitElement, nothing } from 'lit'
import { lifetimesAt } from '../../scenarios/view/lifetimes.ts'
import { span } from '../../scenarios/view/token.ts'
import { phaseTitle } from '../../scenarios/view/words.ts'
import { emit, type Command } from '../events.ts'
import type { Moment } from '../moment.ts'
import { speeds } from '../playback.ts'
import { base } from '../styles/base.ts'
import { icon, type IconName } from './icons.ts'
import { kindWords } from './lab-chip.ts'

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

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(120px, 1fr) auto;
        align-items: center;
        gap: 4px 16px;
        padding: 8px 16px;
        font-size: var(--text-s);
      }
      .buttons {
        display: flex;
        align-items: center;
        gap: 2px;
      }
      .buttons button {
        display: grid;
        place-items: center;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 8px;
        color: var(--ink-2);
        font-size: 1rem;
      }
      .buttons button:hover {
        background: var(--sunken);
        color: var(--ink);
      }
      .buttons .play {
        inline-size: 44px;
        block-size: 44px;
        border-radius: 50%;
        background: var(--now);
        color: var(--on-now);
      }
      .buttons .play:hover {
        background: color-mix(in srgb, var(--now) 88%, var(--ink));
        color: var(--on-now);
      }
      .track {
        position: relative;
        display: grid;
        align-items: center;
        block-size: 36px;
      }
      .rail {
        position: absolute;
        inset: 50% 8px auto;
        block-size: 4px;
        translate: 0 -50%;
        border-radius: 2px;
        background: var(--line);
      }
      .rail i {
        position: absolute;
        inset-block: 0;
        inset-inline-start: 0;
        border-radius: 2px;
      }
      .rail .sent {
        background: var(--line-2);
      }
      .rail .shown {
        background: var(--now);
      }
      .rail .tick {
        inset-block: -5px;
        inline-size: 2px;
        background: var(--line-2);
        border-radius: 0;
        translate: -1px;
      }
      input[type='range'] {
        position: relative;
        appearance: none;
        inline-size: 100%;
        block-size: 36px;
        margin: 0;
        background: none;
        cursor: pointer;
      }
      input[type='range']::-webkit-slider-thumb {
        appearance: none;
        inline-size: 16px;
        block-size: 16px;
        border-radius: 50%;
        border: 3px solid var(--now);
        background: var(--surface);
      }
      input[type='range']::-moz-range-thumb {
        inline-size: 10px;
        block-size: 10px;
        border-radius: 50%;
        border: 3px solid var(--now);
        background: var(--surface);
      }
      .facts {
        display: flex;
        align-items: center;
        gap: 14px;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .count {
        min-width: 4.6em;
        text-align: end;
      }
      .count b {
        font-weight: 700;
      }
      select {
        min-height: 32px;
        padding: 2px 4px;
        border: 1px solid var(--line-2);
        border-radius: 6px;
        background: var(--surface);
      }
      .lifetimes {
        display: flex;
        justify-content: end;
        inline-size: 310px;
        gap: 10px;
      }
      .lifetime {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        font: 600 0.75rem var(--mono);
        color: light-dark(oklch(40% 0.11 var(--hue)), oklch(84% 0.09 var(--hue)));
      }
      .lifetime.is-over {
        text-decoration: line-through;
        opacity: 0.75;
      }
      .lifetime i {
        inline-size: 36px;
        block-size: 6px;
        border-radius: 3px;
        background: linear-gradient(
          90deg,
          light-dark(oklch(62% 0.14 var(--hue)), oklch(70% 0.12 var(--hue)))
            calc(100% * var(--share)),
          var(--line) 0
        );
      }
      @container (max-width: 1280px) {
        .lifetimes {
          display: none;
        }
      }
      .clock {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        color: var(--ink-2);
      }
      @container (max-width: 640px) {
        :host {
          grid-template-columns: 1fr auto;
          padding: 2px 12px 8px;
        }
        .track {
          grid-column: 1 / -1;
          grid-row: 1;
        }
        .clock {
          display: none;
        }
        .facts {
          gap: 8px;
        }
      }
    `,
  ]

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
