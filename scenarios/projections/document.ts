import { Parser } from 'htmlparser2'

/** What pressing an element of a page asks the browser for. */
export type Press =
  | { readonly kind: 'link'; readonly href: string }
  /** `form` counts the forms of the page from 0, as the scripted browser does. */
  | { readonly kind: 'submit'; readonly form: number }

/** An element of a page that may be shown, with nothing on it that could do anything by itself. */
export interface PageElement {
  readonly tag: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: readonly PageNode[]
  readonly press: Press | null
  /** A control that can be filled in: its form and its name there. */
  readonly field: { readonly form: number; readonly name: string } | null
}

export type PageNode = string | PageElement

/** A page taken apart: what it says, how it looks, and what can be pressed or filled in. */
export interface PageDocument {
  readonly title: string
  readonly styles: readonly string[]
  readonly body: readonly PageNode[]
}

const shown = new Set(
  `a abbr address article aside b blockquote br button caption cite code col colgroup dd del details
   div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i input ins kbd
   label legend li main mark nav ol optgroup option p pre q s samp section select small span strong
   sub summary sup table tbody td textarea tfoot th thead time tr u ul var wbr`.split(/\s+/),
)

/** With all that is inside: none of it is on the page, or it is not text for people. */
const dropped = new Set(
  `script style template noscript iframe frame frameset object embed applet portal svg math audio
   video canvas title noembed noframes plaintext xmp`.split(/\s+/),
)

const kept = new Set(
  `class dir lang title role for id type value placeholder checked disabled readonly required rows
   cols selected multiple size maxlength autocomplete colspan rowspan scope headers datetime open
   start reversed style`.split(/\s+/),
)

const inputTypes = new Set(
  'text email password tel search url number date checkbox radio'.split(' '),
)

const isKept = (name: string): boolean => kept.has(name) || /^aria-[a-z]+$/.test(name)

/** More of either is no page for people: deeper elements stand side by side, further ones are left out. */
const deepest = 60
const most = 4_000

type PageAttributes = Readonly<Record<string, string>>

interface OpenElement {
  readonly tag: string
  readonly children: PageNode[]
}

/**
 * A style sheet in which nothing is fetched: without its functions of addresses, and without escapes,
 * which could spell them otherwise. The frame's policy would refuse to fetch; so nothing is even tried.
 */
const calm = (style: string): string =>
  style
    .replaceAll('\\', '')
    .replaceAll(/\b(?:url|src|image|(?:-[a-z]+-)?image-set|cross-fade)\s*\(/gi, 'nothing(')
    .replaceAll(/@(?:import|font-face)/gi, '@nothing')

/** An address that a press could lead to; null for any but http and https. */
const addressOf = (href: string, base: string): string | null => {
  const url = URL.parse(href, base)
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}

/**
 * Takes an untrusted page apart. What comes out is data with known elements and attributes only: no
 * script, no handler, no address that anything would load from or lead to. A press carries its
 * address as a value.
 */
export const readDocument = (url: string, html: string): PageDocument => {
  const styles: string[] = []
  const body: PageNode[] = []
  const open: OpenElement[] = []
  const texts = { title: '', style: '' }
  let hidden: string[] = []
  let forms = -1
  let form: number | null = null
  let base = url
  let count = 0

  const here = (): PageNode[] => open.at(-1)?.children ?? body

  const pressOf = (tag: string, attributes: PageAttributes): Press | null => {
    if (tag === 'a') {
      const href = attributes['href'] === undefined ? null : addressOf(attributes['href'], base)
      return href === null ? null : { kind: 'link', href }
    }
    const type = (attributes['type'] ?? (tag === 'button' ? 'submit' : 'text')).toLowerCase()
    const submits = tag === 'button' || tag === 'input' ? ['submit', 'image'].includes(type) : false
    return submits && form !== null ? { kind: 'submit', form } : null
  }

  const element = (tag: string, attributes: PageAttributes, children: PageNode[]): PageElement => {
    const press = pressOf(tag, attributes)
    const { name } = attributes
    const fills = tag === 'input' || tag === 'textarea' || tag === 'select'
    return {
      tag,
      attributes: Object.entries(attributes)
        .filter(([key]) => isKept(key))
        .map(([key, value]) => [key, key === 'style' ? calm(value) : value]),
      children,
      press,
      field: fills && press === null && form !== null && name ? { form, name } : null,
    }
  }

  /** Buttons of whatever kind become one element, which by itself does nothing. */
  const input = (attributes: PageAttributes): void => {
    const type = (attributes['type'] ?? 'text').toLowerCase()
    if (type === 'hidden' || type === 'file') return
    if (!['submit', 'image', 'button', 'reset'].includes(type)) {
      const safe = inputTypes.has(type) ? type : 'text'
      here().push(element('input', { ...attributes, type: safe }, []))
      return
    }
    const words = attributes['value'] ?? attributes['alt'] ?? 'Submit'
    here().push({ ...element('input', attributes, [words]), tag: 'button', field: null })
  }

  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (tag === 'base') base = addressOf(attributes['href'] ?? '', url) ?? base
      if (hidden.length > 0 || dropped.has(tag)) {
        hidden.push(tag)
        return
      }
      count += 1
      if (tag === 'form' && form === null) form = forms += 1
      if (count > most) return
      if (tag === 'img') here().push(attributes['alt'] ?? '')
      else if (tag === 'input') input(attributes)
      else if (shown.has(tag) && open.length < deepest) {
        const children: PageNode[] = []
        here().push(element(tag, attributes, children))
        open.push({ tag, children })
      }
    },
    ontext: (text) => {
      const [inside] = hidden
      if (hidden.length === 1 && (inside === 'style' || inside === 'title')) texts[inside] += text
      else if (hidden.length === 0 && count <= most) here().push(text)
    },
    onclosetag: (tag) => {
      if (hidden.length > 0) {
        if (hidden.at(-1) !== tag) return
        hidden = hidden.slice(0, -1)
        if (tag !== 'style' || texts.style === '') return
        styles.push(calm(texts.style))
        texts.style = ''
        return
      }
      if (tag === 'form') form = null
      if (open.at(-1)?.tag === tag) open.pop()
    },
  })
  parser.end(html)
  return { title: texts.title.trim(), styles, body }
}
