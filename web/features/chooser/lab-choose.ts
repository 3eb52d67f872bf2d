import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { workflowBySlug, type Workflow } from '../../../scenarios/catalogue/index.ts'
import { presets } from '../../../scenarios/defences/presets.ts'
import {
  adviceFor,
  answer,
  askedQuestions,
  openQuestions,
  questions,
  readAnswers,
  writeAnswers,
  type Advice,
  type ChooserQuestion,
} from '../../../scenarios/verdicts/chooser.ts'
import { viewLink, workflowLink, writeCompare } from '../../router/links.ts'
import { writeDefences } from '../../router/write.ts'
import { emit } from '../events.ts'
import { base } from '../../ui/styles/base.ts'
import { badgeStyles, standingBadge } from './badge.ts'
import { judged, judgedStyles } from './judged.ts'
import { chooserEnglish } from './words.en.ts'
import { verdictOf } from '../../../scenarios/verdicts/verdict.ts'
import { ownWords } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { detailsStyles } from '../../ui/styles/details.styles.ts'
import { formStyles } from '../../ui/styles/form.styles.ts'
import { withoutClient } from '../header/pickers.ts'
import { icon } from '../../ui/icons.ts'
import { chooseStyles } from './lab-choose.styles.ts'
import { pageStyles } from '../../ui/styles/page.styles.ts'
import { variantStyles } from '../../ui/styles/variants.styles.ts'

/** The workflow whose verdict an address asks for: `#about=SLUG`. */
const aboutOf = ({ hash }: Location): string =>
  new URLSearchParams(hash.slice(1)).get('about') ?? ''

/**
 * Asks what the learner has, and leads to a workflow, its verdict and its comparison; below, the
 * verdicts of all workflows.
 *
 * @fires lab-asks - what was answered so far
 */
export class LabChoose extends LitElement {
  static override properties = { asks: {}, workflows: { attribute: false } }
  /** The answers so far: `spa.several.server`. */
  declare asks: string
  declare workflows: readonly Workflow[]

  readonly #speaker = speaker(this)
  readonly #own = ownWords(this, this.#speaker, 'chooser', chooserEnglish)

  constructor() {
    super()
    this.asks = ''
    this.workflows = []
  }

  static override styles = [
    base,
    pageStyles,
    formStyles,
    detailsStyles,
    variantStyles,
    badgeStyles,
    judgedStyles,
    chooseStyles,
  ]

  override render() {
    const { words } = this.#own
    const answers = readAnswers(this.asks)
    const next = openQuestions(answers)[0]
    const advice = adviceFor(answers, this.workflows)
    return html`<div class="page">
      <section class="hero" aria-labelledby="title">
        <h1 id="title">${words.title}</h1>
        <p>${words.lead}</p>
      </section>
      <form @submit=${(event: Event) => event.preventDefault()}>
        ${askedQuestions(answers).map((question) =>
          this.#question(question, answers[question], question === next),
        )}
      </form>
      <div role="status" class="result">${advice === null ? nothing : this.#advice(advice)}</div>
      ${this.#all()}
    </div>`
  }

  #question(question: ChooserQuestion, given: string | undefined, isNext: boolean) {
    const { words } = this.#own
    const { ask, answers: texts } = words.questions[question]
    const titles: Readonly<Record<string, readonly [title: string, means: string]>> = texts
    return html`<fieldset class=${isNext ? 'is-next' : ''}>
      <legend>${ask}</legend>
      ${questions[question].map((name) => {
        const [title = '', means = ''] = titles[name] ?? []
        return html`<label>
          <input
            type="radio"
            name=${question}
            value=${name}
            .checked=${given === name}
            @change=${() => this.#answered(question, name)}
          />
          <span><b>${title}</b> <span>${means}</span></span>
        </label>`
      })}
    </fieldset>`
  }

  #answered(question: ChooserQuestion, name: string): void {
    emit(this, 'lab-asks', writeAnswers(answer(readAnswers(this.asks), question, name)))
  }

  #advice({ slug, reasons, defences, instead }: Advice) {
    const { words } = this.#own
    const { say } = this.#speaker.words
    const workflow = workflowBySlug(slug)
    const other = workflowBySlug(instead)
    if (workflow === undefined) return nothing
    const best = presets['best-practice'](workflow)
    const usual = presets.usual(workflow)
    const switches = Object.fromEntries(
      defences.filter((id) => best[id] !== usual[id]).map((id) => [id, best[id]]),
    )
    const play = writeDefences(
      new URL(workflowLink(slug, viewLink('choose', location.search)), location.href),
      switches,
    )
    return html`<section class="advice" aria-labelledby="advice">
      <p class="label">${words.result}</p>
      <h2 id="advice">${say(workflow.title)}</h2>
      <h3>${words.reason}</h3>
      <ul class="reasons">
        ${reasons.map((reason) => html`<li>${words.reasons[reason]}</li>`)}
      </ul>
      ${
        Object.keys(switches).length === 0
          ? nothing
          : html`<p class="with">
              ${words.with}:
              ${Object.entries(switches).map(([id, value]) => {
                const name = value === true ? id : `${id} = ${String(value)}`
                return html`<code>${name}</code> `
              })}
            </p>`
      }
      <p class="variants">
        <a class="go" href=${play.search}>${icon('play')}${words.play}</a>
        ${
          other === undefined
            ? nothing
            : html`<a href=${writeCompare(play, other.slug).search}
                >${icon('compare')}${words.compare(say(other.title))}</a
              >`
        }
        <a href=${viewLink('choose', location.search)}>${words.again}</a>
      </p>
      ${judged(workflow, words, words)}
    </section>`
  }

  #all() {
    const { words } = this.#own
    const { ui, say } = this.#speaker.words
    const clients = [...new Set(this.workflows.map(({ client }) => client))]
    return html`<section class="all" aria-labelledby="all">
      <h2 id="all">${words.all}</h2>
      <p class="quiet">${words.allLead}</p>
      ${clients.map(
        (client) =>
          html`<h3>${ui.header.clients[client]}</h3>
            ${this.workflows
              .filter((workflow) => workflow.client === client)
              .map(
                (workflow) =>
                  html`<details ?open=${workflow.slug === aboutOf(location)}>
                    <summary>
                      ${icon('down')}<span class="name">${say(withoutClient(workflow))}</span>
                      ${standingBadge(verdictOf(workflow).today.standing, words)}
                    </summary>
                    <div>
                      ${judged(workflow, words, words)}
                      <p class="variants">
                        <a href=${workflowLink(workflow.slug, location.search)}>${words.play}</a>
                      </p>
                    </div>
                  </details>`,
              )}`,
      )}
    </section>`
  }

  protected override firstUpdated(): void {
    if (aboutOf(location) === '') return
    const asked = this.renderRoot.querySelector('details[open]')
    asked?.scrollIntoView()
    asked?.querySelector('summary')?.focus()
  }

  /** The next question is where one goes on. */
  protected override updated(changes: PropertyValues<this>): void {
    if (changes.get('asks') === undefined) return
    const target = this.renderRoot.querySelector('.is-next, .advice')
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
    target?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-choose': LabChoose
  }
}
