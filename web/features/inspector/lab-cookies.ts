import { LitElement, html, nothing } from 'lit'
import { documentCookie } from '../../../scenarios/projections/document-cookie.ts'
import { cookieIn, type MemoryTable } from '../../../scenarios/projections/memory.ts'
import { screenAt } from '../../../scenarios/projections/screen.ts'
import type { AgentName } from '../../../scenarios/model/participant.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { speaker } from '../../i18n/speaker.ts'
import type { Frame } from '../../player/frame.ts'
import { deferred } from '../../ui/deferred.ts'
import { participantIcon } from '../../ui/icons.ts'
import { base } from '../../ui/styles/base.ts'
import { inspectorStyles } from './inspector.styles.ts'
import { jarStyles } from './jar.styles.ts'
import { jarPart } from './jar.ts'
import { wireText, type Content } from './rows.ts'
import { termStyles } from './term.styles.ts'
import { sourceLink } from './term.ts'
import { receivedPart, sentPart, type Wanted } from './verdicts.ts'

/** What a script of the page that an agent shows would read from `document.cookie`, and why. */
const scriptPart = (jar: MemoryTable, frame: Frame, words: Words): Content => {
  const { cookies: said } = words.ui
  const screen = screenAt(frame.run.trace.messages, jar.owner as AgentName, frame.cursor)
  const jarCookies = jar.entries.flatMap((entry) => cookieIn(entry) ?? [])
  const view = screen === null ? null : documentCookie(jarCookies, screen.url, frame.now)
  return html`<section>
    <h3>${participantIcon(jar.owner)}${said.scriptTitle(jar.owner)}</h3>
    ${
      screen === null || view === null
        ? html`<p class="empty">${said.noPage}</p>`
        : html`<p class="quiet">${URL.parse(screen.url)?.host}</p>
            <p>${said.scriptPage}</p>
            <code class="script">"${wireText(view.text, frame)}"</code>
            ${
              view.hidden.length === 0
                ? nothing
                : html`<p>${said.leftOut}</p>
                    <ul>
                      ${view.hidden.map(
                        ({ cookie, reason }) =>
                          html`<li>
                            <span class="name">${cookie.name}</span>
                            <span class="quiet">${said.hidden[reason]}</span>
                          </li>`,
                      )}
                    </ul>`
            }
            ${view.elsewhere === 0 ? nothing : html`<p>${said.elsewhere(view.elsewhere)}</p>`}
            ${sourceLink('RFC 10025 §5.8.3', words)}`
    }
  </section>`
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

/** What scripts left in an agent's local storage, as it is after the message at the cursor. */
const storagePart = (table: MemoryTable, frame: Frame, words: Words): Content => {
  const { cookies: said } = words.ui
  return html`<section>
    <h3>${participantIcon(table.owner)}${said.storageTitle(table.owner)}</h3>
    ${
      table.entries.length + table.gone.length === 0
        ? html`<p class="empty">${said.none}</p>`
        : html`<ul>
            ${table.entries.map(
              ({ key, value, fresh }) =>
                html`<li class="entry ${fresh ? 'is-fresh' : ''}">
                  <div class="top">
                    <span class="name">${key}</span>
                    <span class="mono">${wireText(textOf(value), frame)}</span>
                    ${fresh ? html`<span class="fresh-word">${said.set}</span>` : nothing}
                  </div>
                </li>`,
            )}
            ${table.gone.map(
              (key) => html`<li class="entry is-gone"><s>${key}</s> ${said.deleted}</li>`,
            )}
          </ul>`
    }
  </section>`
}

/** From so many cookies on, a reader may want to see only some. */
const many = 9

/**
 * Cookies at this message: which were sent or kept back and by which rule, which were set, every jar
 * and local storage, and what a script would see of it all.
 */
export class LabCookies extends LitElement {
  static override properties = { frame: { attribute: false }, filter: { state: true } }
  declare frame: Frame | null
  declare filter: string

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.frame = null
    this.filter = ''
  }

  static override styles = [base, inspectorStyles, termStyles, jarStyles]

  override render() {
    const { frame } = this
    if (frame === null) return nothing
    const { words } = this.#speaker
    const { message, tables } = frame
    const jars = tables.filter(({ name }) => name === 'jar')
    const storages = tables.filter(({ name }) => name === 'localStorage')
    const count = jars.reduce((sum, { entries }) => sum + entries.length, 0)
    const wanted = count < many ? () => true : this.#wanted
    return html`
      ${count < many ? nothing : this.#filter()}
      ${message === null ? nothing : sentPart(message, wanted, words)}
      ${message === null ? nothing : receivedPart(message, wanted, words)}
      ${
        jars.length === 0
          ? html`<section class="empty">${words.ui.cookies.noCookies}</section>`
          : jars.map((jar) => jarPart(jar, frame, wanted, words))
      }
      ${storages.map((table) => storagePart(table, frame, words))}
      ${deferred(() => jars.map((jar) => scriptPart(jar, frame, words)))}
    `
  }

  #filter() {
    return html`<section>
      <label class="filter">
        ${this.#speaker.words.ui.cookies.filter}
        <input type="search" spellcheck="false" .value=${this.filter} @input=${this.#typed} />
      </label>
    </section>`
  }

  readonly #wanted: Wanted = ({ name, domain }) =>
    `${name} ${domain}`.toLowerCase().includes(this.filter.trim().toLowerCase())

  readonly #typed = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.filter = event.target.value
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-cookies': LabCookies
  }
}
