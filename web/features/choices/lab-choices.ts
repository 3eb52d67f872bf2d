import { html, LitElement, nothing } from 'lit'
import type { Choice } from '../../../scenarios/model/run.ts'
import { type Actor, actorOf, eventWords } from '../../../scenarios/projections/words.ts'
import { emit } from '../events.ts'
import type { Frame } from '../../player/frame.ts'
import { scheduleUpdate } from '../../ui/deferred.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { actorIcon, icon } from '../../ui/icons.ts'
import { choiceStyles } from './lab-choices.styles.ts'
import { KeepFocus } from './keep-focus.ts'
import { LongWait } from './long-wait.ts'

const actors: readonly Actor[] = ['learner', 'clock', 'hacker', 'fusionauth']

/** What it needs of a frame. */
type Point = Pick<Frame, 'run' | 'cursor' | 'decisionPoint'>

/**
 * What can be done at this point of the run: what comes next at hand, everything else by who does it.
 * Possible ones are buttons; the others say why not.
 *
 * @fires lab-send - the event of the choice that was made
 * @fires lab-defend - attacks and defences are wanted
 * @fires lab-seek - the next point at which something can be decided
 */
export class LabChoices extends LitElement {
  static override properties = {
    frame: { attribute: false },
    waiting: { type: Boolean },
    unfolded: { state: true },
  }
  declare frame: Point | null
  declare waiting: boolean
  /** Whose choices are unfolded; those of the others are not drawn. */
  declare unfolded: Actor | null

  readonly #speaker = speaker(this)
  readonly #wait = new LongWait(this)
  /** The panel that is being folded has the focus inside. */
  #hadFocus = false

  constructor() {
    super()
    this.frame = null
    this.waiting = false
    this.unfolded = null
    this.addController(new KeepFocus(this, '.nearest button:enabled', '[role="status"]'))
  }

  static override styles = [base, choiceStyles]

  /** What can be done is asked after what was seen: it may follow a frame later. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.hasUpdated ? scheduleUpdate(() => super.scheduleUpdate()) : super.scheduleUpdate()
  }

  protected override willUpdate(): void {
    this.#wait.follow(this.waiting)
  }

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    return html`${this.#waited(frame)} ${this.#choices(frame)}`
  }

  /** What takes so long; the place of it is always there, so that it is heard when it is filled. */
  #waited({ run }: Point) {
    const { choices: words } = this.#speaker.words.ui
    const { seconds } = this.#wait
    const isReal = run.trace.fusionauth.kind === 'fusionauth'
    return html`<p class="wait">
      <span role="status" tabindex="-1"
        >${seconds === null ? nothing : isReal ? words.realWait : words.wait}</span
      >
      ${seconds === null ? nothing : html`<span aria-hidden="true">${words.seconds(seconds)}</span>`}
    </p>`
  }

  #choices(frame: Point) {
    const { choices: words } = this.#speaker.words.ui
    const { decisionPoint } = frame
    if (decisionPoint === undefined) return this.#between(frame)
    const next = JSON.stringify(decisionPoint.next)
    const isNext = ({ event }: Choice): boolean => JSON.stringify(event) === next
    const allowed = decisionPoint.choices.filter((choice) => choice.allowed)
    const planned = allowed.filter(isNext)
    // Off the lesson nothing is next: what the user may do then is nearest at hand.
    const nearest =
      planned.length > 0
        ? planned
        : allowed.filter(({ event }) => actorOf(event) === 'learner').slice(0, 1)
    const forks = frame.cursor < frame.run.trace.messages.length
    return html`<h2>${forks ? words.past : words.now}</h2>
      <div class="nearest">
        ${nearest.map((choice) => this.#button(choice, isNext(choice)))}
        ${allowed.length === 0 ? html`<span class="quiet">${words.none}</span>` : nothing}
      </div>
      ${actors.map((actor) =>
        this.#group(
          actor,
          decisionPoint.choices.filter(({ event }) => actorOf(event) === actor),
          isNext,
        ),
      )}`
  }

  #between({ cursor, run }: Point) {
    const { choices: words } = this.#speaker.words.ui
    const after = run.decisionPoints.find((decisionPoint) => decisionPoint.after > cursor)?.after
    return html`<h2>${words.now}</h2>
      <div class="nearest">
        <span class="quiet between">${words.between}</span>
        ${
          after === undefined
            ? nothing
            : html`<button
                type="button"
                class="choice"
                @click=${() => emit(this, 'lab-seek', after)}
              >
                ${icon('forward')}<span>${words.goOn(after)}</span>
              </button>`
        }
      </div>`
  }

  #button({ event }: Choice, isNext: boolean) {
    const { words } = this.#speaker
    const actor = actorOf(event)
    return html`<button
      type="button"
      class="choice ${actor} ${isNext ? 'is-next' : ''}"
      ?disabled=${this.waiting}
      @click=${() => {
        this.renderRoot.querySelector<HTMLElement>('.panel:popover-open')?.hidePopover()
        emit(this, 'lab-send', event)
      }}
    >
      ${actorIcon(actor)}<span>${words.say(eventWords(event))}</span>
      ${isNext ? html`<span class="tag">${words.ui.choices.next}</span>` : nothing}
    </button>`
  }

  readonly #attacks = (): void => {
    this.renderRoot.querySelector<HTMLElement>('.panel:popover-open')?.hidePopover()
    emit(this, 'lab-defend', null)
  }

  /** At once, so that it is there when it is seen. */
  #unfolds(actor: Actor, { newState, target }: ToggleEvent): void {
    const panel = target as HTMLElement
    this.#hadFocus = newState === 'closed' && panel.matches(':focus-within')
    if (newState !== 'open') return
    this.unfolded = actor
    this.performUpdate()
  }

  /** The focus must not be lost with the panel: it goes back to the button that unfolded it. */
  #folded(actor: Actor, { newState, target }: ToggleEvent): void {
    emit(this, 'lab-dialog', { dialog: `choices-${actor}`, isOpen: newState === 'open' })
    if (newState !== 'closed') return
    if (this.unfolded === actor) this.unfolded = null
    const { activeElement } = this.renderRoot as ShadowRoot
    const isLost =
      this.#hadFocus && (activeElement === null || (target as Element).contains(activeElement))
    this.#hadFocus = false
    if (isLost) this.renderRoot.querySelector<HTMLElement>(`.who.${actor}`)?.focus()
  }

  /** What one of them can do, to be unfolded. */
  #group(actor: Actor, choices: readonly Choice[], isNext: (choice: Choice) => boolean) {
    if (choices.length === 0) return nothing
    const { choices: texts } = this.#speaker.words.ui
    const possible = choices.filter(({ allowed }) => allowed).length
    return html`<div class="group">
      <button
        type="button"
        class="who ${actor}"
        .style=${`anchor-name:--${actor}`}
        popovertarget="group-${actor}"
      >
        ${actorIcon(actor)}<span class="name">${texts.who(actor)}</span
        ><span class="number" aria-hidden="true">${possible}</span
        ><span class="unseen">: ${texts.possible(possible)}</span>${icon('down')}
      </button>
      <div
        id="group-${actor}"
        class="panel"
        .style=${`position-anchor:--${actor}`}
        popover
        role="group"
        aria-label=${texts.who(actor)}
        @beforetoggle=${(event: ToggleEvent) => this.#unfolds(actor, event)}
        @toggle=${(event: ToggleEvent) => this.#folded(actor, event)}
      >
        ${this.unfolded === actor ? this.#unfolded(actor, choices, isNext) : nothing}
      </div>
    </div>`
  }

  /** Everything that one of them could do: what is possible as buttons, the rest with its reason. */
  #unfolded(actor: Actor, choices: readonly Choice[], isNext: (choice: Choice) => boolean) {
    const { words } = this.#speaker
    const { choices: texts } = words.ui
    const allowed = choices.filter((choice) => choice.allowed)
    const refused = choices.filter((choice) => !choice.allowed)
    return html`
      ${allowed.map((choice) => this.#button(choice, isNext(choice)))}
      ${
        actor === 'hacker'
          ? html`<button type="button" class="choice hacker" @click=${this.#attacks}>
              ${icon('shield')}<span>${words.ui.header.defend}…</span>
            </button>`
          : nothing
      }
      ${
        refused.length === 0
          ? nothing
          : html`<h3 class="label">${texts.notNow}</h3>
              <ul>
                ${refused.map(
                  ({ event, reason }) =>
                    html`<li>
                      ${icon('barred')}<span>${words.say(eventWords(event))}</span>
                      ${reason === null ? nothing : html`<p>${words.say(reason)}</p>`}
                    </li>`,
                )}
              </ul>`
      }
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-choices': LabChoices
  }
}
