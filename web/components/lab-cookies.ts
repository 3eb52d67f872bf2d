import { html, LitElement, nothing } from 'lit'
import type { Moment } from '../moment.ts'
import { afterwards } from '../patient.ts'
import { base } from '../styles/base.ts'
import { speaker } from '../words/speaker.ts'
import { jarPart } from './inspector/jar.ts'
import { jarStyles } from './inspector/jar.styles.ts'
import { scriptPart } from './inspector/script-view.ts'
import { storagePart } from './inspector/storage.ts'
import { termStyles } from './inspector/term.styles.ts'
import { receivedPart, sentPart, type Wanted } from './inspector/verdicts.ts'
import { inspectorStyles } from './inspector.styles.ts'

/** From so many cookies on, a reader may want to see only some. */
const many = 9

/**
 * Cookies at this message: which were sent or kept back and by which rule, which were set, every jar
 * and local storage, and what a script would see of it all.
 */
export class LabCookies extends LitElement {
  static override properties = { moment: { attribute: false }, filter: { state: true } }
  declare moment: Moment | null
  declare filter: string

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.moment = null
    this.filter = ''
  }

  static override styles = [base, inspectorStyles, termStyles, jarStyles]

  override render() {
    const { moment } = this
    if (moment === null) return nothing
    const { words } = this.#speaker
    const { message, tables } = moment
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
          : jars.map((jar) => jarPart(jar, moment, wanted, words))
      }
      ${storages.map((table) => storagePart(table, moment, words))}
      ${afterwards(() => jars.map((jar) => scriptPart(jar, moment, words)))}
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
