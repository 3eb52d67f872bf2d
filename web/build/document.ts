import { JSDOM } from 'jsdom'

/** Width of a character of a monospaced face, and height of a line, as shares of the font size. */
const face = { advance: 0.61, line: 1.2 }

/** What libraries that draw look for as globals. */
const names = [
  'CSSStyleSheet',
  'document',
  'DOMParser',
  'Element',
  'HTMLElement',
  'HTMLTemplateElement',
  'Node',
  'DocumentFragment',
  'NamedNodeMap',
  'NodeFilter',
  'SVGElement',
  'XMLSerializer',
] as const

const given = (): (Window & { readonly fontSize?: number }) | undefined =>
  (globalThis as { readonly window?: Window }).window

/**
 * Gives Node a document to draw in. It lays nothing out: text has the size that it has in a monospaced
 * face, whatever fonts a machine has, so that equal sources give equal pictures everywhere. One for the
 * same size is kept.
 *
 * @param fontSize in CSS pixels
 */
export const openDocument = (fontSize: number): void => {
  if (given()?.fontSize === fontSize) return
  const { window } = new JSDOM('<!doctype html><body></body>')
  const width = (text: string | null): number => (text ?? '').length * face.advance * fontSize
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return {
        x: 0,
        y: 0,
        width: width(this.textContent),
        height: Math.round(face.line * fontSize),
      }
    },
    getComputedTextLength(this: Element) {
      return width(this.textContent)
    },
  })
  Object.assign(globalThis, { window: Object.assign(window, { fontSize }) })
  for (const name of names) Object.assign(globalThis, { [name]: window[name] })
}

/** Takes the document away again. */
export const closeDocument = (): void => {
  for (const name of ['window', ...names]) Reflect.deleteProperty(globalThis, name)
}
