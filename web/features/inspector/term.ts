import { html, nothing, type TemplateResult } from 'lit'
import { linkOf } from '../../../scenarios/glossary/sources.ts'
import type { Setter, Term } from '../../../scenarios/glossary/term.ts'
import type { Message } from '../../../scenarios/model/trace.ts'
import type { Words } from '../../i18n/catalogue.ts'

/** Where something stands, as a link that opens beside the lab. */
export const sourceLink = (source: string, { ui }: Words): TemplateResult => {
  const link = linkOf(source)
  return link === null
    ? html`<span class="source" lang="en">${source}</span>`
    : html`<a
        class="source"
        href=${link}
        target="_blank"
        rel="noopener"
        aria-label="${source} ${ui.message.newTab}"
        ><span lang="en">${source}</span></a
      >`
}

const applications: ReadonlySet<string> = new Set(['Store', 'Forums'])

/** Who that is in this message, by name where it is known. */
const setterOf = (by: Setter, message: Message | null, { ui }: Words): string => {
  const general = ui.message.setters[by]
  if (message === null) return general
  const { from, to, kind } = message
  switch (by) {
    case 'application':
      return [from, to].find((end) => applications.has(end)) ?? general
    case 'client':
      return from
    case 'agent':
      return kind === 'response' ? to : from
    case 'server':
      return kind === 'response' ? from : to
    case 'fusionauth':
    case 'user':
      return general
  }
}

/** What an address or a status means, and where that stands; nothing for an unknown one. */
export const gist = (term: Term | null, words: Words): TemplateResult | typeof nothing =>
  term === null
    ? nothing
    : html`<span class="means">${term.is} ${sourceLink(term.source, words)}</span>`

/** What a name means, who sets it and where that stands; nothing for an unknown name. */
export const meaning = (
  term: Term | null,
  message: Message | null,
  words: Words,
): TemplateResult | typeof nothing =>
  term === null
    ? nothing
    : html`<span class="means">
        ${term.is} ${words.ui.message.setBy(setterOf(term.by, message, words))}
        ${sourceLink(term.source, words)}
      </span>`
