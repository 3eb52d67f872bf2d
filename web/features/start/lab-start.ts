import { html, LitElement } from 'lit'
import { lessons, type Workflow } from '../../../scenarios/catalogue/index.ts'
import type { ClientType } from '../../../scenarios/model/client.ts'
import { questionLink, viewLink, workflowLink } from '../../router/links.ts'
import { questions, type Question } from '../../player/questions.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'
import { detailsStyles } from '../../ui/styles/details.styles.ts'
import { questionPreview } from './question-preview.ts'
import { withoutClient } from '../header/pickers.ts'
import { icon, type IconName } from '../../ui/icons.ts'
import { startStyles } from './lab-start.styles.ts'
import { pageStyles } from '../../ui/styles/page.styles.ts'
import { questionsStyles } from './questions.styles.ts'

/** The first page: three questions, each answered in one click, and every workflow and lesson. */
export class LabStart extends LitElement {
  static override properties = { workflows: { attribute: false } }
  /** The first one answers the questions. */
  declare workflows: readonly Workflow[]

  constructor() {
    super()
    this.workflows = []
  }

  static override styles = [base, pageStyles, detailsStyles, questionsStyles, startStyles]

  readonly #speaker = speaker(this)

  override render() {
    const { start } = this.#speaker.words.ui
    const clients = [...new Set(this.workflows.map(({ client }) => client))]
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
        <ul class="variants">
          ${this.#way('choose', 'lamp')} ${this.#way('matrix', 'matrix')}
          ${this.#way('clients', 'list')}
        </ul>
        ${clients.map((client, index) => this.#client(client, index === 0))}
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
        ${questionPreview(question)}
        <b>${title}</b>
        <span>${promise}</span>
        <i aria-hidden="true">${start.watch} →</i>
      </a>
    </li>`
  }

  #way(view: 'choose' | 'matrix' | 'clients', sign: IconName) {
    const [title, promise] = this.#speaker.words.ui.start.variants[view]
    return html`<li>
      <a href=${viewLink(view, location.search)}>${icon(sign)}<b>${title}</b></a>
      <span>${promise}</span>
    </li>`
  }

  #client(client: ClientType, isOpen: boolean) {
    const { header } = this.#speaker.words.ui
    const workflows = this.workflows.filter((workflow) => workflow.client === client)
    return html`<details ?open=${isOpen}>
      <summary>
        ${icon('down')}
        <h3>${header.clients[client]}</h3>
        <span class="quiet">${workflows.length}</span>
      </summary>
      <ul class="workflows">
        ${workflows.map((workflow) => this.#workflow(workflow))}
      </ul>
    </details>`
  }

  #workflow(workflow: Workflow) {
    const { ui, say } = this.#speaker.words
    const { slug, sso } = workflow
    return html`<li>
      <h4>${say(withoutClient(workflow))}</h4>
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
