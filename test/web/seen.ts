import { outside } from '../support/fixture-language.ts'

/** What is the same in every language, by where it stands: the wire, values, and who speaks. */
const wire: readonly string[] = [
  // Marked as English, which it is in every language: citations, names of languages.
  '[lang]',
  'code, pre, kbd, .mono, .plain, .secret, .name, .instant, .address, .line',
  // Names of headers, parameters, claims and fields, and words with a meaning among their values.
  '.terms dt, .rows dt, .terms .means > b',
  // What the page of an application is called, and where it lies.
  'lab-browser .title span, lab-cookies h4, lab-cookies p.quiet, .bar > span.quiet, span > span.quiet',
  // Flags of a cookie, as its attributes are called.
  '.badge',
]

/** Elements that show nothing but what was sent, or the short names of values. */
const wireElements = new Set(['lab-text', 'lab-chip', 'lab-raw', 'lab-curl', 'style', 'script'])

/** Who speaks, the names of this program and of its applications, of secrets, and values of switches. */
const names =
  /\b(Browser|Mobile|Store|Forums|FusionAuth|Hacker|Login Lab|HttpOnly|UTC)\b|[a-z]+-\d+\b|\b(JWT|RT)-\d+|^= \S+$/g

const isWire = (element: Element, host: string): boolean =>
  wireElements.has(element.localName) ||
  wire.some((selectors) =>
    selectors.split(', ').some((selector) => {
      const [first = '', ...rest] = selector.split(' ')
      const isOfHost = first.startsWith('lab-')
      if (isOfHost && first !== host) return false
      return element.matches(isOfHost ? rest.join(' ') : selector)
    }),
  )

/** A value to choose, as it stands in an address. */
const isValue = (element: Element): boolean =>
  element instanceof HTMLOptionElement && element.textContent.trim() === element.value

/** The words on the arrow of a request or an answer. */
const protocol = /^(?:[A-Z]+ \/\S*(?: \(\w+\))?|\d{3}(?: .*)?)$/

const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext']

/** The words of a label in a picture stand in several pieces, which brackets may go across. */
const labelOf = (step: Element): string =>
  step.classList.contains('is-self')
    ? [...step.querySelectorAll('.wording')].map(({ textContent }) => textContent).join(' ')
    : ''

const worded = (text: string): boolean => {
  const left = outside(text).trim()
  return !protocol.test(left) && /\p{L}{2}/u.test(left.replaceAll(names, ''))
}

/**
 * What is said anywhere inside an element, in sight or not, that no catalogue has said, with the element
 * in which it stands; the wire and values are left out.
 */
export const unsaid = (root: Element | ShadowRoot, host: string): readonly string[] => {
  const found: string[] = []
  const note = (text: string, where: string): void => {
    if (worded(text)) found.push(`${host} ${where}: ${outside(text).trim()}`)
  }
  // Pieces of one text stand beside each other.
  note([...root.childNodes].map((node) => (node instanceof Text ? node.data : '')).join(''), '')
  for (const element of root.children) {
    if (isWire(element, host) || isValue(element)) continue
    if (element.matches('g.step')) {
      // A label that is too long is cut, with its closing bracket.
      note(labelOf(element).replace(/⟦[^⟧]*…$/, ''), 'label')
      continue
    }
    for (const name of element.matches('.source') ? [] : spoken)
      note(element.getAttribute(name) ?? '', `${element.localName}[${name}]`)
    found.push(...unsaid(element, host))
    if (element.shadowRoot !== null) found.push(...unsaid(element.shadowRoot, element.localName))
  }
  return found
}
