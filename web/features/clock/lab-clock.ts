import { html, LitElement, nothing } from 'lit'
import { lifetimeThen, type LifetimeAt } from '../../../scenarios/projections/lifetimes.ts'
import { timescaleOf, type Timescale } from '../../../scenarios/projections/timescale.ts'
import { span } from '../../../scenarios/projections/token.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'
import { clockStyles } from './lab-clock.styles.ts'
import { dayOf, lifetimeRows, lifetimeStyles, lifetimeWords, timeOf } from './lifetimes.ts'

/** Fineness of the slider within one stretch. */
const grain = 1_000

/** Where an arrow key or the like leads from an instant; null for other keys. */
const target = (
  key: string,
  from: number,
  now: number,
  stops: readonly number[],
): number | null => {
  if (key === 'ArrowRight' || key === 'ArrowUp') return stops.find((stop) => stop > from) ?? from
  if (key === 'ArrowLeft' || key === 'ArrowDown')
    return stops.findLast((stop) => stop < from) ?? now
  if (key === 'PageUp') return stops.filter((stop) => stop > from)[1] ?? stops.at(-1) ?? from
  if (key === 'PageDown') return stops.filter((stop) => stop < from).at(-2) ?? now
  if (key === 'Home') return now
  return key === 'End' ? (stops.at(-1) ?? from) : null
}

/**
 * The protocol clock: what runs out and when, and a slider that moves time on. Dragging shows what
 * will be over; letting go does it.
 *
 * @fires lab-send - time is to pass
 */
export class LabClock extends LitElement {
  static override properties = {
    frame: { attribute: false },
    ahead: { state: true },
  }
  declare frame: Frame | null
  /** The instant that is being looked at; null is now. */
  declare ahead: number | null

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.frame = null
    this.ahead = null
  }

  static override styles = [base, lifetimeStyles, clockStyles]

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { words } = this.#speaker
    const { clock } = words.ui
    const { now } = frame
    const lifetimes = frame.lifetimes()
    const scale = timescaleOf(lifetimes, now)
    const then = Math.max(now, this.ahead ?? now)
    const why = this.#unavailableReason(frame)
    return html`
      <header>
        <time class=${then > now ? 'is-then' : ''}>${timeOf(then)}</time>
        <b>${clock.day(dayOf(then, frame))}</b>
        <p>${clock.meaning}</p>
      </header>
      ${why === null ? nothing : html`<p class="why">${icon('barred')}${why}</p>`}
      ${this.#slider(lifetimes, scale, then, why !== null, frame)}
      ${why === null ? this.#deeds(lifetimes, scale, then, frame) : nothing}
      <h3>${clock.lives}</h3>
      ${lifetimeRows(lifetimes, frame, words, then)}
    `
  }

  /** Why time cannot be moved here; null when it can. */
  #unavailableReason({ decisionPoint, run }: Frame): string | null {
    const { clock } = this.#speaker.words.ui
    if (run.decisionPoints.every(({ choices }) => choices.length === 0)) return clock.recorded
    return decisionPoint === undefined ? clock.between : null
  }

  #slider(
    lifetimes: readonly LifetimeAt[],
    scale: Timescale,
    then: number,
    isFixed: boolean,
    frame: Frame,
  ) {
    const { words } = this.#speaker
    const { clock } = words.ui
    const { now } = frame
    const dead = lifetimes
      .filter(({ left }) => left > 0)
      .filter((lifetime) => lifetimeThen(lifetime, then, now).left === 0)
      .map((lifetime) => lifetimeWords(lifetime, words))
    const time = `${timeOf(then)}, ${clock.day(dayOf(then, frame))}`
    const position = scale.positionOf(then)
    const share = (at: number): string => `${(100 * at) / scale.stretches}%`
    const ends = Array.from({ length: scale.stretches - 1 }, (_, index) => index + 1)
    const isPast = frame.cursor < frame.run.trace.messages.length
    return html`<div class="slide">
      <label for="time">${clock.slider}</label>
      <div class="line">
        <div class="rail" aria-hidden="true">
          <i class="gone" style="inline-size:${share(position)}"></i>
          ${ends.map((end) => html`<i style="inset-inline-start:${share(end)}"></i>`)}
        </div>
        <input
          id="time"
          type="range"
          min="0"
          max=${scale.stretches * grain}
          .value=${String(Math.round(position * grain))}
          ?disabled=${isFixed}
          aria-describedby="how"
          aria-valuetext=${then > now ? clock.later(span(then - now), time, dead) : clock.now}
          @input=${(event: Event) => {
            this.ahead = scale.at(Number((event.target as HTMLInputElement).value) / grain)
          }}
          @change=${() => this.#go(frame)}
          @keydown=${(event: KeyboardEvent) => this.#keyed(event, scale, then, frame)}
        />
      </div>
      <p class="help" id="how">${clock.keys}${isPast && !isFixed ? ` ${clock.branches}` : ''}</p>
    </div>`
  }

  /** While time is being looked at: do it or not. Else: the next end, from both sides. */
  #deeds(lifetimes: readonly LifetimeAt[], scale: Timescale, then: number, frame: Frame) {
    const { words } = this.#speaker
    const { clock } = words.ui
    if (then > frame.now)
      return html`<div class="deeds">
        <button type="button" class="go" @click=${() => this.#go(frame)}>
          ${clock.go(span(then - frame.now))}
        </button>
        <button type="button" @click=${this.#stay}>${clock.cancel}</button>
      </div>`
    const next = lifetimes
      .filter(({ left }) => left > 0)
      .toSorted((a, b) => a.endsAt - b.endsAt)
      .at(0)
    if (next === undefined) return nothing
    const name = lifetimeWords(next, words)
    const to = (instant: number) => () => {
      this.ahead = instant
      this.#go(frame)
    }
    const before = scale.stops.find((stop) => stop < next.endsAt)
    const after = scale.stops.find((stop) => stop > next.endsAt)
    return html`<div class="deeds">
      ${
        before === undefined
          ? nothing
          : html`<button type="button" @click=${to(before)}>${clock.before(name)}</button>`
      }
      ${
        after === undefined
          ? nothing
          : html`<button type="button" @click=${to(after)}>${clock.after(name)}</button>`
      }
    </div>`
  }

  readonly #stay = (): void => {
    this.ahead = null
  }

  #go({ now }: Frame): void {
    const seconds = Math.round(((this.ahead ?? now) - now) / 1000)
    this.ahead = null
    if (seconds > 0) emit(this, 'lab-send', { type: 'clock.advance', seconds })
  }

  #keyed(event: KeyboardEvent, { stops }: Timescale, then: number, frame: Frame): void {
    const { now } = frame
    const isPreview = then > now
    const to = target(event.key, then, now, stops)
    if (to !== null) this.ahead = to
    else if (event.key === 'Enter' && isPreview) this.#go(frame)
    else if (event.key === 'Escape' && isPreview) this.ahead = null
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-clock': LabClock
  }
}
