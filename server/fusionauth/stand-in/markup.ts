/** HTML that is safe to send: made only by `markup`, which escapes whatever is put into it. */
export interface Markup {
  readonly html: string
}

const references = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => references.get(character) ?? character)

type Part = string | Markup | readonly Markup[]

const render = (part: Part): string => {
  if (typeof part === 'string') return escape(part)
  return 'html' in part ? part.html : part.map(({ html }) => html).join('\n')
}

/** A template whose texts are escaped, for element content and for quoted attributes alike. */
export const markup = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  html: texts.map((text, index) => text + render(parts[index] ?? '')).join(''),
})

export const nothing: Markup = { html: '' }
