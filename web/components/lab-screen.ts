import { css, html, LitElement, nothing } from 'lit'
import type { AgentName } from '../../scenarios/vocabulary.ts'
import type { Moment } from '../moment.ts'
import { base } from '../styles/base.ts'
import { speaker } from '../words/speaker.ts'
import { participantIcon } from './icons.ts'

const victims: readonly AgentName[] = ['Browser', 'Mobile']

/** What the user sees at this message and, from the theft on, what the Hacker sees beside it. */
export class LabScreen extends LitElement {
  static override properties = {
    moment: { attribute: false },
    chosen: { state: true },
  }
  declare moment: Moment | null
  /** Whose browser alone is to be seen; null shows all there are. */
  declare chosen: AgentName | null

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.moment = null
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
      .windows {
        display: grid;
        flex: 1;
        grid-auto-rows: minmax(330px, 1fr);
        gap: 12px;
        min-block-size: 0;
      }
      @container (min-width: 620px) {
        .windows {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  override render() {
    const { moment, chosen } = this
    if (moment === null) return nothing
    const present = this.#present(moment)
    const seen = chosen !== null && present.includes(chosen) ? [chosen] : present
    return html`
      ${present.length < 2 ? nothing : this.#choice(present, seen)}
      <div class="windows">
        ${seen.map((agent) => html`<lab-browser .agent=${agent} .moment=${moment}></lab-browser>`)}
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
    return html`<div class="agents" role="group" aria-label=${words.who}>
      ${button(null, seen.length > 1)}
      ${present.map((agent) => button(agent, seen.length === 1 && seen[0] === agent))}
    </div>`
  }

  /** The user's agent, and the Hacker from the first thing on that the Hacker did. */
  #present({ run, cursor }: Moment): readonly AgentName[] {
    const { participants, messages } = run.trace
    const users = victims.filter((agent) => participants.includes(agent))
    const isRobbed = messages.slice(0, cursor).some(({ from }) => from === 'Hacker')
    return isRobbed ? [...users, 'Hacker'] : users
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-screen': LabScreen
  }
}
