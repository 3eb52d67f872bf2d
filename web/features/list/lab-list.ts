import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Arrow, Mark } from '../../../scenarios/projections/sequence.ts'
import { wordsOn } from '../diagram/labels.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import type { Published } from '../../player/published.ts'
import { scheduleUpdate } from '../../ui/deferred.ts'
import { base } from '../../ui/styles/base.ts'
import { nameOf } from '../../i18n/name-of.ts'
import { speaker } from '../../i18n/speaker.ts'
import { remarkOn } from '../diagram/remarks.ts'
import { icon } from '../../ui/icons.ts'
import { listStyles } from './lab-list.styles.ts'
import { markStyles } from './marks.styles.ts'
import { isEnglish } from '../../i18n/told.ts'

/**
 * The messages as an ordered list, chapter by chapter: readable before the picture is there, and
 * always for a keyboard or a screen reader. One tab stop; arrow keys move within.
 *
 * @fires lab-seek - number of the message that was chosen
 */
export class LabList extends LitElement {
  static override properties = {
    frame: { attribute: false },
    published: { attribute: false },
    away: { type: Boolean },
  }
  declare frame: Frame | null
  /** How the messages stand to the published diagram. */
  declare published: Published | null
  /** Only for a keyboard or a screen reader: the diagram is what is seen. */
  declare away: boolean

  constructor() {
    super()
    this.frame = null
    this.published = null
    this.away = false
  }

  static override styles = [base, markStyles, listStyles]

  readonly #speaker = speaker(this)
  #marked: readonly HTMLButtonElement[] = []

  /** Beside the picture nobody sees it: it may follow a frame later. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.hasUpdated && this.away
      ? scheduleUpdate(() => super.scheduleUpdate())
      : super.scheduleUpdate()
  }

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { sequence } = frame
    const { words } = this.#speaker
    return guard(
      [sequence, words, this.published],
      () =>
        html`<nav aria-label=${words.ui.list.title} @keydown=${this.#keyed}>
          ${repeat(
            sequence.chapters,
            ({ arrows }) => arrows[0]?.n,
            ({ title, marks, arrows }) => html`
              ${marks.map((mark) => this.#mark(mark))}
              <h3>${words.say(title)}</h3>
              <ol start=${arrows[0]?.n ?? 1}>
                ${arrows.map((arrow) => this.#item(arrow))}
              </ol>
            `,
          )}
          ${sequence.marks.map((mark) => this.#mark(mark))}
        </nav>`,
    )
  }

  #mark({ tone, text }: Mark) {
    return html`<p class="mark ${tone}">${this.#speaker.words.say(text)}</p>`
  }

  #item(arrow: Arrow) {
    const { words } = this.#speaker
    const { list } = words.ui
    const isHackers = arrow.from === 'Hacker' || arrow.to === 'Hacker'
    const from = nameOf(arrow.from, words)
    const direction = arrow.kind === 'self' ? from : `${from} → ${nameOf(arrow.to, words)}`
    const remark = remarkOn(arrow.n, this.frame, this.published, words)
    return html`<li class="${arrow.planned ? 'planned' : ''} ${isHackers ? 'hackers' : ''}">
      <button
        type="button"
        tabindex="-1"
        data-n=${arrow.n}
        @click=${() => emit(this, 'lab-seek', arrow.n)}
      >
        <span class="number">${arrow.n}</span>
        <span class="direction"
          >${isHackers ? icon('hacker') : nothing}${direction}${
            arrow.planned ? html`<span class="unseen">, ${list.planned}</span>` : nothing
          }</span
        >
        <span class="words mono" lang=${isEnglish(arrow.label) ? 'en' : nothing}
          >${wordsOn(arrow, this.#speaker.words.say)}</span
        >
        ${
          remark === null
            ? nothing
            : html`<span class="remark"
                >${remark.what} <span class="why">${remark.why}</span></span
              >`
        }
      </button>
    </li>`
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button[data-n]')]
    const here = buttons.findIndex((button) => button.matches(':focus'))
    const target = buttons[here + (event.key === 'ArrowDown' ? 1 : -1)]
    if (here === -1 || target === undefined) return
    event.preventDefault()
    event.stopPropagation()
    target.focus()
  }

  /** Lines change only in what differs: a seek touches two of them. */
  protected override updated(changes: PropertyValues<this>): void {
    const { frame } = this
    if (frame === null || !changes.has('frame')) return
    const { sequence, followed, found, cursor } = frame
    const former = changes.get('frame')
    if (
      changes.has('published') ||
      former?.sequence !== sequence ||
      former.followed !== followed ||
      former.found !== found
    )
      this.#light(frame)
    for (const button of this.#marked) {
      button.tabIndex = -1
      button.parentElement?.removeAttribute('aria-current')
    }
    const stop = this.#button(Math.max(1, cursor))
    const current = this.#button(cursor)
    if (stop !== null) stop.tabIndex = 0
    current?.parentElement?.setAttribute('aria-current', 'step')
    this.#marked = [stop, current].filter((button) => button !== null)
    if (former?.cursor !== cursor && !this.away) this.#reveal()
  }

  #button(n: number): HTMLButtonElement | null {
    return this.renderRoot.querySelector<HTMLButtonElement>(`button[data-n="${n}"]`)
  }

  /** Tells the messages that carry the followed secret, or have what was looked for, from the rest. */
  #light({ followed, found }: Frame): void {
    const hits = new Set(found?.hits.map(({ n }) => n))
    for (const button of this.renderRoot.querySelectorAll<HTMLButtonElement>('button[data-n]')) {
      const n = Number(button.dataset['n'])
      const isOff =
        (followed !== null && !followed.carriedBy.includes(n)) || (found !== null && !hits.has(n))
      const isLit = !isOff && (followed !== null || found !== null)
      button.parentElement?.classList.toggle('dimmed', isOff)
      button.parentElement?.toggleAttribute('data-lit', isLit)
      button.parentElement?.toggleAttribute('data-found', hits.has(n))
    }
  }

  /** In the frame, when everything is laid out anyway. */
  #reveal(): void {
    requestAnimationFrame(() => {
      const current = this.renderRoot.querySelector<HTMLElement>('[aria-current]')
      if (current === null || this.away) return
      const { top, bottom } = current.getBoundingClientRect()
      const box = this.getBoundingClientRect()
      if (top < box.top + 40) this.scrollTop -= box.top + 40 - top
      if (bottom > box.bottom - 40) this.scrollTop += bottom - box.bottom + 40
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-list': LabList
  }
}
