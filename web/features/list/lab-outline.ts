import { css, html, LitElement, nothing, svg, type PropertyValues } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Participant } from '../../../scenarios/model/participant.ts'
import type { Arrow, Chapter, Mark } from '../../../scenarios/projections/sequence.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import { scheduleUpdate } from '../../ui/deferred.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon, type IconName } from '../../ui/icons.ts'
import { markStyles } from './marks.styles.ts'

/** Height of an arrow in the small picture, and its width. */
const pitch = 3
const width = 30

const signs: Readonly<Record<Mark['tone'], IconName>> = {
  expiry: 'clock',
  sso: 'fusionauth',
  attack: 'hacker',
  note: 'check',
}

/** Marks the lines of a chapter from where the run is; none of them when it is elsewhere. */
const markLines = (chapter: Element, cursor: number | null): void => {
  for (const line of chapter.querySelectorAll('line')) {
    const n = Number(line.dataset['n'])
    line.classList.toggle('is-now', n === cursor)
    line.classList.toggle('is-ahead', cursor !== null && n > cursor)
  }
}

const isTheft = ({ phase }: Chapter): boolean => phase.startsWith('stolen')

/**
 * The whole sequence at a glance: chapters with a small picture of their arrows, expiries and thefts
 * between them, and where the run is now. Pressing a chapter goes to its first message.
 *
 * @fires lab-seek - number of the first message of the chapter that was pressed
 */
export class LabOutline extends LitElement {
  static override properties = { frame: { attribute: false } }
  declare frame: Frame | null

  constructor() {
    super()
    this.frame = null
  }

  static override styles = [
    base,
    markStyles,
    css`
      :host {
        display: block;
        overflow: auto;
        contain: strict;
        padding: 6px 0;
        border-inline-start: 1px solid var(--line);
        background: var(--surface);
        scrollbar-width: none;
      }
      button {
        display: grid;
        grid-template-columns: 30px minmax(0, 1fr);
        gap: 8px;
        align-items: start;
        inline-size: 100%;
        min-block-size: 24px;
        padding: 5px 8px;
        text-align: start;
        font-size: var(--text-xs);
        line-height: 1.25;
        color: var(--ink-2);
        border-inline-start: 3px solid transparent;
      }
      button:hover {
        background: var(--sunken);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      [aria-current] {
        color: var(--ink);
        font-weight: 600;
        background: var(--now-wash);
        border-inline-start-color: var(--now);
      }
      .theft {
        color: var(--attack);
      }
      .arrows {
        display: block;
        stroke: var(--ink-3);
        stroke-width: 1.5;
      }
      /* Not by opacity, which would make a layer of each line. */
      .is-ahead {
        stroke-opacity: 0.5;
      }
      .is-hacker {
        stroke: var(--attack);
      }
      .is-now {
        stroke: var(--now);
        stroke-width: 3.5;
      }
      .mark {
        display: flex;
        align-items: center;
        gap: 6px;
        margin: 2px 6px;
        padding: 2px 5px;
        border-radius: 4px;
        font-size: 0.6875rem;
        line-height: 1.2;
      }
      .mark .icon {
        inline-size: 14px;
        block-size: 14px;
      }
    `,
  ]

  readonly #speaker = speaker(this)

  /** The whole at a glance may follow a frame later. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.hasUpdated ? scheduleUpdate(() => super.scheduleUpdate()) : super.scheduleUpdate()
  }

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { words } = this.#speaker
    const { sequence, run } = frame
    return guard(
      [sequence, words],
      () =>
        html`<nav aria-label=${words.ui.outline.title} @keydown=${this.#keyed}>
          ${repeat(
            sequence.chapters,
            ({ arrows }) => arrows[0]?.n,
            (chapter) => this.#chapter(chapter, run.trace.participants),
          )}
          ${sequence.marks.map((mark) => this.#mark(mark))}
        </nav>`,
    )
  }

  #mark({ tone, text }: Mark) {
    return html`<p class="mark ${tone}">${icon(signs[tone])}${this.#speaker.words.say(text)}</p>`
  }

  #chapter(chapter: Chapter, participants: readonly Participant[]) {
    const { say, ui } = this.#speaker.words
    const { arrows, marks } = chapter
    const [from, to] = [arrows[0]?.n ?? 0, arrows.at(-1)?.n ?? 0]
    const title = say(chapter.title)
    return html`${marks.map((mark) => this.#mark(mark))}
      <button
        type="button"
        class=${isTheft(chapter) ? 'theft' : ''}
        data-from=${from}
        data-to=${to}
        aria-label=${ui.outline.chapter(title, from, to)}
        @click=${() => emit(this, 'lab-seek', from)}
      >
        <svg class="arrows" width=${width} height=${arrows.length * pitch + 2} aria-hidden="true">
          ${arrows.map((arrow, index) => this.#arrow(arrow, index, participants))}
        </svg>
        <span>${title}</span>
      </button>`
  }

  #arrow({ n, from, to }: Arrow, index: number, participants: readonly Participant[]) {
    const lane = width / participants.length
    const x = (who: Participant) => (participants.indexOf(who) + 0.5) * lane
    const [left, right] = from === to ? [x(from) - 1, x(from) + 2] : [x(from), x(to)]
    const y = index * pitch + 2
    const hacker = from === 'Hacker' || to === 'Hacker' ? 'is-hacker' : ''
    return svg`<line class=${hacker} data-n=${n} x1=${left} x2=${right} y1=${y} y2=${y} />`
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    const buttons = [...this.renderRoot.querySelectorAll('button')]
    const here = buttons.findIndex((button) => button.matches(':focus'))
    event.preventDefault()
    event.stopPropagation()
    buttons[here + by]?.focus()
  }

  /** Chapters change as a whole; of their lines only those change where the run is or was. */
  protected override updated(changes: PropertyValues<this>): void {
    const { frame } = this
    if (frame === null || !changes.has('frame')) return
    const { cursor } = frame
    for (const button of this.renderRoot.querySelectorAll('button')) {
      const [from, to] = [Number(button.dataset['from']), Number(button.dataset['to'])]
      const isHere = from <= cursor && cursor <= to
      const wasHere = button.hasAttribute('aria-current')
      button.firstElementChild?.classList.toggle('is-ahead', from > cursor)
      if (isHere || wasHere) markLines(button, isHere ? cursor : null)
      if (isHere === wasHere) continue
      if (isHere) button.setAttribute('aria-current', 'step')
      else button.removeAttribute('aria-current')
      if (isHere) this.#reveal(button)
    }
  }

  /** In the frame, when everything is laid out anyway. */
  #reveal(current: HTMLElement): void {
    requestAnimationFrame(() => current.scrollIntoView({ block: 'nearest' }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-outline': LabOutline
  }
}
