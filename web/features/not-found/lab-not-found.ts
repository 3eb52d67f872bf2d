import { css, html, LitElement, nothing } from 'lit'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import { closestMatch } from '../../../scenarios/closest-match.ts'
import { workflowLink } from '../../router/links.ts'
import { base } from '../../ui/styles/base.ts'
import { speaker } from '../../i18n/speaker.ts'

/** What stands in place of the stage when the address names a workflow that does not exist. */
export class LabNotFound extends LitElement {
  static override properties = {
    slug: { attribute: false },
    workflows: { attribute: false },
  }
  declare slug: string
  declare workflows: readonly Workflow[]

  constructor() {
    super()
    this.slug = ''
    this.workflows = []
  }

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        /* Safe: what is told first stays in sight where the list is longer than the window. */
        place-content: safe center;
        gap: 14px;
        padding: 24px;
        overflow: auto;
      }
      h2 {
        max-inline-size: 34ch;
        font-size: 1.5rem;
        line-height: 1.25;
        text-wrap: balance;
        overflow-wrap: anywhere;
      }
      ul {
        columns: 26rem 2;
        column-gap: 32px;
        max-inline-size: 60rem;
      }
      li {
        break-inside: avoid;
        margin-block: 4px;
      }
      a {
        display: inline-block;
        padding-block: 4px;
      }
      .near {
        display: inline;
        font-weight: 700;
      }
    `,
  ]

  readonly #speaker = speaker(this)

  override render() {
    const { notFound } = this.#speaker.words.ui
    const slugs = this.workflows.map(({ slug }) => slug)
    const near = closestMatch(this.slug, slugs)
    const closest = this.workflows.find(({ slug }) => slug === near)
    return html`
      <h2>${notFound.none(this.slug)}</h2>
      ${closest === undefined ? nothing : html`<p>${notFound.nearest} ${this.#link(closest, 'near')}.</p>`}
      <p>${notFound.all}</p>
      <ul>
        ${this.workflows.map((workflow) => html`<li>${this.#link(workflow, '')}</li>`)}
      </ul>
    `
  }

  #link({ slug, title }: Workflow, kind: string) {
    return html`<a class=${kind} href=${workflowLink(slug, location.search)}
      >${this.#speaker.words.say(title)}</a
    >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-not-found': LabNotFound
  }
}
