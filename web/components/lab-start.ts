import { html, LitElement } from 'lit'
import { lessons, type Workflow } from '../../scenarios/catalogue/index.ts'
import { questionLink, workflowLink } from '../deep-link.ts'
import { questions, type Question } from '../questions.ts'
import { base } from '../styles/base.ts'
import { speaker } from '../words/speaker.ts'
import { startStyles } from './lab-start.styles.ts'
import { glimpse } from './glimpse.ts'

/** The first page: three questions, each answered in one click, and every workflow and lesson. */
export class LabStart extends LitElement {
  static override properties = { workflows: { attribute: false } }
  /** The first one answers the questions. */
  declare workflows: readonly Workflow[]

  constructor() {
    super()
    this.workflows = []
  }

  static override styles = [base, startStyles]

  readonly #speaker = speaker(this)

  override render() {
    const { start } = this.#speaker.words.ui
    return html`<div class="page">
      <section class="hero" aria-labelledby="title">
        <h1 id="title">${start.title}</h1>
        <p>${start.lead}</p>
      </section>
      <section aria-label=${start.questions}>
        <ul class="questions">
          ${questions.map((question) => this.#question(question))}
        </ul>
      </section>
      <section class="all" aria-labelledby="all">
        <h2 id="all">${start.choose}</h2>
        <p class="quiet">${start.chooseLead}</p>
        <ul class="workflows">
          ${this.workflows.map((workflow) => this.#workflow(workflow))}
        </ul>
        <p class="quiet trace">${start.trace}</p>
      </section>
    </div>`
  }

  #question(question: Question) {
    const { start } = this.#speaker.words.ui
    const [title, promise] = start.asked[question]
    const slug = this.workflows[0]?.slug ?? ''
    return html`<li>
      <a class="question ${question}" href=${questionLink(slug, question, location.search)}>
        ${glimpse(question)}
        <b>${title}</b>
        <span>${promise}</span>
        <i aria-hidden="true">${start.watch} →</i>
      </a>
    </li>`
  }

  #workflow(workflow: Workflow) {
    const { ui, say } = this.#speaker.words
    const { slug, title, sso } = workflow
    return html`<li>
      <h3>${say(title)}</h3>
      <p class="sso ${sso ? 'yes' : ''}">${sso ? ui.start.sso : ui.start.noSso}</p>
      <ul class="lessons">
        ${lessons(workflow).map(
          (lesson) =>
            html`<li>
              <a href=${workflowLink(slug, location.search, lesson.name)}>${say(lesson.title)}</a>
            </li>`,
        )}
      </ul>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-start': LabStart
  }
}
