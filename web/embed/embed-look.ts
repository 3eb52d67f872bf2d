import type { ReadAttribute } from './recorded-part.ts'
import { boundsOf, styles, wishedHeight } from './look.ts'
import { pageThemeAt, watchPageTheme, type PageTheme } from './page-theme.ts'

/** How an embedding element looks: the box of its player, its height, its theme. */
export class EmbedLook {
  readonly box = document.createElement('div')
  /** Stands for what is inside the element. */
  readonly slot = document.createElement('slot')
  readonly #element: HTMLElement
  readonly #read: ReadAttribute
  readonly #bounds = new CSSStyleSheet()
  #unwatch: (() => void) | null = null

  constructor(element: HTMLElement, read: ReadAttribute) {
    this.#element = element
    this.#read = read
    const root = element.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [sheet, this.#bounds]
    this.box.className = 'box'
    root.append(this.slot, this.box)
  }

  /** As the page is, or as it is asked for. */
  get theme(): PageTheme {
    const asked = this.#read('theme')
    return asked === 'light' || asked === 'dark' ? asked : pageThemeAt(this.#element)
  }

  /** Tells whenever the page may have become light or dark, until `unwatch`. */
  watch(changed: () => void): void {
    this.#unwatch = watchPageTheme(changed)
  }

  unwatch(): void {
    this.#unwatch?.()
  }

  paint(): void {
    this.box.style.colorScheme = this.theme
  }

  /** @param wish CSS pixels that the player would like to be high, where the author has not bounded it */
  setBounds(wish = 0): void {
    const bounds = boundsOf(this.#read('height'), this.#read('aspect-ratio'))
    this.#bounds.replaceSync(bounds === '' ? wishedHeight(wish) : bounds)
  }

  /** Shows the player in place of what stands inside the element. */
  reveal(): void {
    this.slot.remove()
    this.box.classList.add('is-ready')
  }

  /** Puts what stands inside the element back in place of the player. */
  clear(): void {
    this.box.replaceChildren()
    this.box.classList.remove('is-ready')
    this.slot.className = ''
    this.box.before(this.slot)
  }
}
