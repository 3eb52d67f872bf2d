/** HTML that is safe to send: made only by `html`, which escapes whatever is put into it. */
export interface Markup {
  readonly markup: string
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
  return 'markup' in part ? part.markup : part.map((item) => item.markup).join('')
}

/** A template whose texts are escaped, for element content and for quoted attributes alike. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.map((text, index) => text + render(parts[index] ?? '')).join(''),
})
