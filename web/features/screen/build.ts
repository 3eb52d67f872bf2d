import type {
  PageDocument,
  PageElement,
  PageNode,
  Press,
} from '../../../scenarios/projections/document.ts'

/** What happened on a page: something was pressed, with the words in the controls of its form. */
export type Pressed = (press: Press, typed: ReadonlyMap<string, string>) => void

interface FormControl {
  readonly form: number
  readonly name: string
  readonly control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
}

const valueOf = ({ control }: FormControl): string | null =>
  'checked' in control && ['checkbox', 'radio'].includes(control.type) && !control.checked
    ? null
    : control.value

/** A page that stands in a frame. */
export interface PageFrame {
  /** Puts the page into the frame, in place of the one before. */
  show(page: PageDocument, pressed: Pressed, left: () => void): void
}

/**
 * The inside of a frame whose document is ours: empty, without scripts, under a policy that lets
 * nothing be fetched. Pages are built in it node by node from data, so that no text of theirs is ever
 * parsed as HTML here, and the listeners are the lab's own.
 */
export const pageFrameIn = (frame: HTMLIFrameElement): PageFrame | null => {
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  const inside = frame.contentDocument
  if (view === null || inside === null) return null
  const { body } = inside
  const { CSSStyleSheet: Sheet } = view

  /** All styles that were worn here, by their text: the pages of a run have few. */
  const sheets = new Map<string, CSSStyleSheet>()
  const sheetOf = (text: string): CSSStyleSheet => {
    const known = sheets.get(text)
    if (known !== undefined) return known
    const sheet = new Sheet()
    sheet.replaceSync(text)
    sheets.set(text, sheet)
    return sheet
  }

  const wear = (styles: readonly string[]): void => {
    const worn = inside.adoptedStyleSheets
    const next = styles.map(sheetOf)
    const isSame =
      next.length === worn.length && next.every((sheet, index) => worn[index] === sheet)
    if (!isSame) inside.adoptedStyleSheets = next
  }

  // Asked of the page, where it stands would have both documents laid out before all is built.
  let isScrolled = false
  inside.addEventListener('scroll', () => {
    isScrolled = (inside.scrollingElement?.scrollTop ?? 0) > 0
  })

  let leave: (() => void) | null = null
  inside.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave?.()
  })

  return {
    show: ({ styles, body: nodes }, pressed, left) => {
      const fields: FormControl[] = []
      const typedIn = (form: number): ReadonlyMap<string, string> =>
        new Map(
          fields
            .filter((field) => field.form === form)
            .flatMap((field) => {
              const value = valueOf(field)
              return value === null ? [] : [[field.name, value] as const]
            }),
        )
      const press = (what: Press): void =>
        pressed(what, what.kind === 'submit' ? typedIn(what.form) : new Map())

      const attribute = (element: HTMLElement, name: string, value: string): void => {
        if (name === 'style') element.style.cssText = value
        else if (name === 'autocomplete') element.setAttribute(name, 'off')
        else element.setAttribute(name, value)
      }

      const pressable = (element: HTMLElement, what: Press): void => {
        element.addEventListener('click', (event) => {
          event.preventDefault()
          press(what)
        })
        if (what.kind !== 'link') return
        element.setAttribute('role', 'link')
        element.tabIndex = 0
        element.addEventListener('keydown', (event) => {
          if (event.key === 'Enter') press(what)
        })
      }

      const fillable = (element: HTMLElement, { field }: PageElement): void => {
        const control = element as FormControl['control']
        // Nobody's own passwords: the browser is neither to offer nor to keep any here.
        control.setAttribute('autocomplete', 'off')
        if (field === null) return
        fields.push({ ...field, control })
        if (element.localName === 'input')
          element.addEventListener('keydown', (event) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            press({ kind: 'submit', form: field.form })
          })
      }

      const build = (node: PageNode): Node => {
        if (typeof node === 'string') return inside.createTextNode(node)
        const element = inside.createElement(node.tag)
        for (const [name, value] of node.attributes) attribute(element, name, value)
        if (node.tag === 'button') element.setAttribute('type', 'button')
        if (['input', 'textarea', 'select'].includes(node.tag)) fillable(element, node)
        if (node.press !== null) pressable(element, node.press)
        element.append(...node.children.map(build))
        return element
      }

      wear([own, ...styles])
      leave = left
      body.replaceChildren(...nodes.map(build))
      if (isScrolled) inside.scrollingElement?.scrollTo(0, 0)
    },
  }
}

/** What a page's own styles take for granted of links and of the focus. */
const own = `
  html { zoom: 0.8; }
  body { margin: 8px; overflow-wrap: anywhere; }
  [role='link'] { color: #0645ad; text-decoration: underline; cursor: pointer; }
  :focus-visible { outline: 3px solid #2b50c8; outline-offset: 2px; }
  input, textarea, select { max-width: 100%; box-sizing: border-box; }
`
