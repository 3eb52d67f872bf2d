import { html, nothing, type TemplateResult } from 'lit'
import { meaningfulWords } from '../../../scenarios/glossary/meaningful.ts'
import type { Glossary, TermKind } from '../../../scenarios/glossary/term.ts'
import type { Frame } from '../../player/frame.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { chip } from '../secrets/lab-chip.ts'
import { isLong } from '../secrets/lab-text.ts'
import { meaning, sourceLink } from './term.ts'

/** What rows are drawn with. */
export interface RowContext {
  readonly frame: Frame
  readonly words: Words
  /** What names mean; knows nothing while explanations are switched off. */
  readonly explain: Glossary
}

/** Explains a name where it first stands, and not again below. */
export const once = (explain: Glossary): Glossary => {
  const told = new Set<string>()
  return (kind, name) => {
    const key = `${kind} ${name}`
    if (told.has(key)) return null
    told.add(key)
    return explain(kind, name)
  }
}

export type Content = TemplateResult | typeof nothing

/** Text from the wire. Most of it is short, or one secret: it needs no element of its own. */
export const wireText = (text: string, frame: Frame): TemplateResult => {
  const [first = text, ...rest] = frame.mark(text)
  if (rest.length > 0 || (typeof first === 'string' && isLong(first)))
    return html`<lab-text .text=${text} .frame=${frame}></lab-text>`
  return typeof first === 'string' ? html`<span class="plain">${first}</span>` : chip(first, frame)
}

const meaningsOfValue = (name: string, value: string, { explain, words }: RowContext): Content[] =>
  meaningfulWords(name, value).map((word) => {
    const term = explain('value', word)
    return term === null
      ? nothing
      : html`<dd class="about">
          <span class="means"><b>${word}</b> ${term.is} ${sourceLink(term.source, words)}</span>
        </dd>`
  })

/**
 * A name and its value, each explained where it stands. `more` follows the value; where there is no
 * value, it follows the explanation and has the whole width.
 */
export const row = (
  kind: TermKind,
  name: string,
  value: string,
  setting: RowContext,
  more: Content = nothing,
): TemplateResult => {
  const { explain, frame, words } = setting
  const term = explain(kind, name)
  const isPlain = value === ''
  return html`<div class="term">
    <dt>${name}</dt>
    ${isPlain ? nothing : html`<dd>${wireText(value, frame)} ${more}</dd>`}
    ${term === null ? nothing : html`<dd class="about">${meaning(term, frame.message, words)}</dd>`}
    ${isPlain && more !== nothing ? html`<dd class="about">${more}</dd>` : nothing}
    ${isPlain && more === nothing && term === null ? html`<dd></dd>` : nothing}
    ${meaningsOfValue(name, value, setting)}
  </div>`
}

/** Rows below one another. */
export const rows = (content: readonly Content[]): TemplateResult =>
  html`<dl class="terms">${content}</dl>`
