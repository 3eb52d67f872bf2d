import { css, html, LitElement, nothing } from 'lit'
import { guard as once } from 'lit/directives/guard.js'
import type { AgentName } from '../../scenarios/vocabulary.ts'
import { screenAt } from '../../scenarios/view/screen.ts'
import type { Moment } from '../moment.ts'
import { trustFramed } from '../trusted.ts'
import { base } from '../styles/base.ts'
import { participantIcon } from './icons.ts'

/**
 * Goes before the page: nothing is fetched, only its own styles apply, and links lead into a window
 * that the sandbox does not let open.
 */
const guard = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><base target="_blank">`

const agents: readonly AgentName[] = ['Browser', 'Mobile', 'Hacker']

/** The page that the user, or the Hacker, sees at this message, in a frame that can do nothing. */
export class LabScreen extends LitElement {
  static override properties = {
    moment: { attribute: false },
    chosen: { state: true },
  }
  declare moment: Moment | null
  declare chosen: AgentName | null

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
        min-block-size: 320px;
        padding: 14px 20px 20px;
        font-size: var(--text-s);
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
        min-height: 32px;
        border: 1px solid var(--line-2);
        border-radius: 16px;
      }
      .agents [aria-pressed='true'] {
        background: var(--now-wash);
        border-color: var(--now);
        font-weight: 600;
      }
      .window {
        display: flex;
        flex: 1;
        flex-direction: column;
        border: 1px solid var(--line-2);
        border-radius: 10px;
        overflow: hidden;
      }
      .window.Hacker {
        border-color: var(--attack);
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 7px 10px;
        background: var(--sunken);
        border-bottom: 1px solid var(--line);
      }
      .address {
        flex: 1;
        min-inline-size: 0;
        padding: 3px 10px;
        border-radius: 12px;
        background: var(--surface);
        font-family: var(--mono);
        font-size: 0.78125rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      iframe {
        flex: 1;
        inline-size: 100%;
        min-block-size: 300px;
        border: 0;
        background: white;
        color-scheme: light;
      }
      .blank {
        display: grid;
        flex: 1;
        place-items: center;
        padding: 24px;
        color: var(--ink-3);
      }
    `,
  ]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const present = agents.filter((agent) => moment.run.trace.participants.includes(agent))
    const agent = this.chosen ?? this.#looking(moment, present)
    const screen = screenAt(moment.run.trace.messages, agent, moment.cursor)
    return html`
      <div class="agents" role="group" aria-label="Whose screen">
        ${present.map(
          (name) =>
            html`<button
              type="button"
              aria-pressed=${name === agent ? 'true' : 'false'}
              @click=${() => {
                this.chosen = name
              }}
            >
              ${participantIcon(name)}${name}
            </button>`,
        )}
      </div>
      <div class="window ${agent}">
        <div class="bar">
          ${participantIcon(agent)}
          <span class="address" title=${screen?.url ?? ''}>${screen?.url ?? 'about:blank'}</span>
          ${
            screen === null || screen.status === 200
              ? nothing
              : html`<span class="quiet">${screen.status}</span>`
          }
        </div>
        ${
          screen === null
            ? html`<p class="blank">${agent} has not opened a page yet.</p>`
            : html`<iframe
                sandbox=""
                title="The page that ${agent} sees"
                .srcdoc=${once([screen.html], () => trustFramed(guard + screen.html))}
              ></iframe>`
        }
      </div>
    `
  }

  /** Until somebody chooses: the Hacker's screen while the Hacker acts, else the user's. */
  #looking({ message }: Moment, present: readonly AgentName[]): AgentName {
    const isTheft = message?.phase.startsWith('stolen') === true
    return isTheft && present.includes('Hacker') ? 'Hacker' : (present[0] ?? 'Browser')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-screen': LabScreen
  }
}
