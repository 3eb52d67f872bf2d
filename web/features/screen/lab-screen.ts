import { css, html, LitElement, noChange, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AgentName } from '../../../scenarios/model/participant.ts'
import type { Frame } from '../../player/frame.ts'
import { tellToggle } from '../events.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon, participantIcon } from '../../ui/icons.ts'

const victims: readonly AgentName[] = ['Mobile', 'Browser']
const agents: readonly AgentName[] = [...victims, 'Hacker']

/** Of an app, its browser and the Hacker two are seen at once: who of the user's was last at work. */
const foremost = (present: readonly AgentName[], { run, cursor }: Frame): readonly AgentName[] => {
  if (present.length < 3) return present
  const users = present.filter((agent) => agent !== 'Hacker')
  const last = run.trace.messages
    .slice(0, cursor)
    .findLast(({ from, to }) => users.some((agent) => agent === from || agent === to))
  return present.filter((agent) => agent === 'Hacker' || agent === last?.from || agent === last?.to)
}

/** What the user sees at this message and, from the theft on, what the Hacker sees beside it. */
export class LabScreen extends LitElement {
  static override properties = {
    frame: { attribute: false },
    chosen: { state: true },
  }
  declare frame: Frame | null
  /** Whose browser alone is to be seen; null shows all there are. */
  declare chosen: AgentName | null

  readonly #speaker = speaker(this)
  /** Who was seen already: their browsers stay, so that a page is there at once when it is seen again. */
  readonly #met = new Set<AgentName>()

  constructor() {
    super()
    this.frame = null
    this.chosen = null
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        block-size: 100%;
        min-block-size: 380px;
        padding: 12px 16px 16px;
        font-size: var(--text-s);
        container-type: inline-size;
      }
      .agents {
        display: flex;
        gap: 4px;
      }
      .agents button {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        padding: 2px 12px;
        min-height: 30px;
        border: 1px solid var(--line-2);
        border-radius: 15px;
      }
      .agents [aria-pressed='true'] {
        background: var(--now-wash);
        border-color: var(--now);
        font-weight: 600;
      }
      .agents .large {
        margin-inline-start: auto;
      }
      .windows {
        position: static;
        display: grid;
        flex: 1;
        inline-size: auto;
        block-size: auto;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        overflow: visible;
        grid-auto-rows: minmax(330px, 1fr);
        gap: 12px;
        min-block-size: 0;
      }
      .windows:popover-open {
        position: fixed;
        inset: 64px 3vw 128px;
        inline-size: auto;
        block-size: auto;
        padding: 48px 16px 16px;
        border: 1px solid var(--line-2);
        border-radius: 14px;
        background: var(--ground);
        color: var(--ink);
        overflow: auto;
        box-shadow: 0 20px 80px rgb(0 0 0 / 35%);
      }
      .windows:popover-open .shrink {
        position: absolute;
        inset: 9px 16px auto auto;
        display: inline-flex;
        align-items: center;
        gap: 5px;
        min-block-size: 30px;
        padding: 2px 12px;
        border: 1px solid var(--line-2);
        border-radius: 15px;
        background: var(--raised);
      }
      .shrink {
        display: none;
      }
      @container (max-width: 25rem) {
        .agents .large {
          display: none;
        }
      }
      @media (min-width: 47.5rem) {
        .windows:popover-open {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
        }
      }
      @container (width >= 25rem) {
        .windows {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
          gap: 10px;
        }
      }
      /* Two hands on one secret are seen at once; to read a page, it is enlarged. */
      @container (width >= 25rem) and (width < 38.75rem) {
        .windows:not(:popover-open).is-several lab-browser {
          --page-zoom: 0.62;
        }
      }
    `,
  ]

  override render() {
    const { frame, chosen } = this
    if (frame === null) return nothing
    const { screen: words } = this.#speaker.words.ui
    const present = this.#present(frame)
    const seen = chosen !== null && present.includes(chosen) ? [chosen] : foremost(present, frame)
    for (const agent of seen) this.#met.add(agent)
    return html`
      ${this.#choice(present, seen)}
      <div
        class="windows ${seen.length > 1 ? 'is-several' : ''}"
        popover="manual"
        @toggle=${this.#toggled}
        @keydown=${this.#keyed}
      >
        <button type="button" class="shrink" @click=${() => this.#enlarge(false)}>
          ${icon('cross')}${words.shrink}
        </button>
        ${repeat(
          agents.filter((agent) => this.#met.has(agent)),
          (agent) => agent,
          (agent) => {
            const isSeen = seen.includes(agent)
            return html`<lab-browser
              .agent=${agent}
              .frame=${isSeen ? frame : noChange}
              ?hidden=${!isSeen}
            ></lab-browser>`
          },
        )}
      </div>
    `
  }

  #choice(present: readonly AgentName[], seen: readonly AgentName[]) {
    const { screen: words } = this.#speaker.words.ui
    const button = (agent: AgentName | null, isOn: boolean) =>
      html`<button
        type="button"
        aria-pressed=${isOn ? 'true' : 'false'}
        @click=${() => {
          this.chosen = agent
        }}
      >
        ${agent === null ? words.both : html`${participantIcon(agent)}${agent}`}
      </button>`
    const several = present.length > 1
    return html`<div class="agents" role="group" aria-label=${words.who}>
      ${several ? button(null, seen.length > 1) : nothing}
      ${
        several
          ? present.map((agent) => button(agent, seen.length === 1 && seen[0] === agent))
          : nothing
      }
      <button type="button" class="large" @click=${() => this.#enlarge(true)}>
        ${icon('out')}${several && seen.length > 1 ? words.sideBySide : words.enlarge}
      </button>
    </div>`
  }

  /** In the top layer the same frames go on, with what was typed in them. */
  #enlarge(large: boolean): void {
    const windows = this.renderRoot.querySelector<HTMLElement>('.windows')
    if (windows === null) return
    windows.togglePopover(large)
    const focus = large ? '.shrink' : '.large'
    this.renderRoot.querySelector<HTMLElement>(focus)?.focus()
  }

  readonly #toggled = (event: ToggleEvent): void => {
    tellToggle(this, 'windows')(event)
    if (event.newState === 'open') this.renderRoot.querySelector<HTMLElement>('.shrink')?.focus()
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    const isOpen = (event.currentTarget as Element).matches(':popover-open')
    if (event.key !== 'Escape' || !isOpen) return
    event.preventDefault()
    event.stopPropagation()
    this.#enlarge(false)
  }

  /** The user's agent, and the Hacker from the first thing on that the Hacker did. */
  #present({ run, cursor }: Frame): readonly AgentName[] {
    const { participants, messages } = run.trace
    const past = messages.slice(0, cursor)
    // A phone’s browser comes up when the app opens it.
    const users = victims.filter(
      (agent) => participants[0] === agent || past.some(({ from }) => from === agent),
    )
    const isRobbed = past.some(({ from }) => from === 'Hacker')
    return isRobbed ? [...users, 'Hacker'] : users
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-screen': LabScreen
  }
}
