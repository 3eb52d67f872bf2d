import type { ReadAttribute } from './recorded-part.ts'
import { boundsOf, styles, wishedHeight } from './look.ts'
import { pageThemeAt, watchPageTheme, type PageTheme } from './page-theme.ts'

/** Milliseconds that nobody waits for. */
const soon = 400

/** How an embedding element looks: the box of its player, its height, its theme. */
export class EmbedLook {
  readonly box = document.createElement('div')
  /** Stands for what is inside the element. */
  readonly slot = document.createElement('slot')
  readonly #told = document.createElement('p')
  readonly #element: HTMLElement
  readonly #read: ReadAttribute
  readonly #bounds = new CSSStyleSheet()
  #unwatch: (() => void) | null = null
  /** Of the recording alone, CSS pixels, while more is shown. */
  #height = 0
  #more = 0
  #late: ReturnType<typeof setTimeout> | undefined

  /** @param pressed what the button does that stands for what is inside, where nothing is */
  constructor(element: HTMLElement, read: ReadAttribute, pressed: () => void) {
    this.#element = element
    this.#read = read
    const root = element.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [sheet, this.#bounds]
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = '▶ Login Lab'
    button.addEventListener('click', pressed)
    this.slot.append(button)
    this.box.className = 'box'
    this.box.addEventListener('lab-room', (event) => {
      event.stopPropagation()
      const more = (event as CustomEvent<number>).detail
      if (this.#more === 0) this.#height = element.offsetHeight
      this.#more = more
      this.setBounds(more === 0 ? 0 : this.#height + more)
    })
    this.#told.setAttribute('role', 'alert')
    root.append(this.slot, this.#told, this.box)
  }

  /** As the page is, or as it is asked for. */
  get theme(): PageTheme {
    const asked = this.#read('theme')
    return asked === 'light' || asked === 'dark' ? asked : pageThemeAt(this.#element)
  }

  /** Tells whenever the page may have become light or dark, until `unwatch`. */
  watch(changed: () => void): void {
    this.#unwatch = watchPageTheme(this.#element, changed)
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

  /** A player is on its way; one that comes soon need not be announced, which would be drawn. */
  wait(): void {
    this.#late = setTimeout(() => {
      this.slot.className = 'busy'
    }, soon)
    this.say('')
  }

  /** No player is on its way. */
  rest(): void {
    clearTimeout(this.#late)
    this.slot.className = ''
  }

  /** Says below what stands inside the element why there is no player; '' for nothing. */
  say(problem: string): void {
    this.#told.textContent = problem
  }

  /** Shows the player in place of what stands inside the element. */
  reveal(): void {
    this.rest()
    this.say('')
    this.slot.remove()
    this.box.classList.add('is-ready')
  }

  /** Puts what stands inside the element back in place of the player. */
  clear(): void {
    this.#more = 0
    this.setBounds()
    this.box.replaceChildren()
    this.box.classList.remove('is-ready')
    this.rest()
    this.#told.before(this.slot)
    this.say('')
  }
}
