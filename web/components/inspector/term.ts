import { html, nothing, type TemplateResult } from 'lit'
import { linkOf } from '../../../scenarios/glossary/sources.ts'
import type { Term } from '../../../scenarios/glossary/term.ts'
import type { Words } from '../../words/catalogue.ts'

/** Where something stands, as a link that opens beside the lab. */
export const sourceLink = (source: string, { ui }: Words): TemplateResult => {
  const link = linkOf(source)
  return link === null
    ? html`<span class="source">${source}</span>`
    : html`<a class="source" href=${link} target="_blank" rel="noopener"
        >${source}<span class="unseen"> ${ui.message.newTab}</span></a
      >`
}

/** What an address or a status means, and where that stands; nothing for an unknown one. */
export const gist = (term: Term | null, words: Words): TemplateResult | typeof nothing =>
  term === null
    ? nothing
    : html`<span class="means">${term.is} ${sourceLink(term.source, words)}</span>`

/** What a name means, who sets it and where that stands; nothing for an unknown name. */
export const meaning = (term: Term | null, words: Words): TemplateResult | typeof nothing =>
  term === null
    ? nothing
    : html`<span class="means">
        ${term.is} <span class="by">${words.ui.message.setBy[term.by]}</span>
        ${sourceLink(term.source, words)}
      </span>`
