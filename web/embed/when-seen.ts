/** When an embedding element loads its player: as it comes into view, or as it is pressed. */
export class WhenSeen {
  readonly #element: HTMLElement
  readonly #load: () => void
  #watcher: IntersectionObserver | null = null

  constructor(element: HTMLElement, load: () => void) {
    this.#element = element
    this.#load = load
  }

  /** @param loading `click` waits until the element is pressed */
  watch(loading: string | null): void {
    this.stop()
    if (loading === 'click') {
      this.#element.addEventListener('click', this.#pressed)
      return
    }
    this.#watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#load()
      },
      { rootMargin: '200px' },
    )
    this.#watcher.observe(this.#element)
  }

  /** From now on a link inside the element is a link. */
  stop(): void {
    this.#watcher?.disconnect()
    this.#watcher = null
    this.#element.removeEventListener('click', this.#pressed)
  }

  readonly #pressed = (event: Event): void => {
    event.preventDefault()
    this.#load()
  }
}
