import type { ArrowPlace } from './picture.ts'

/** Share of the window in which the current arrow may stand without moving the picture. */
const band = { from: 0.12, to: 0.82, target: 0.4 }

/** Keys with which a learner scrolls. */
const scrolling = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'])

/**
 * Keeps the current arrow in sight and never fights the learner: once they scroll by themselves
 * while it plays, the picture stays where they put it until they move the run or ask to come back.
 */
export class Following {
  readonly #scroller: HTMLElement
  readonly #released: (released: boolean) => void
  #isReleased = false
  #frame = 0
  #height = 0
  /** As the window tells: to ask it would lay out what has just changed. */
  #top = 0

  constructor(scroller: HTMLElement, released: (released: boolean) => void) {
    this.#scroller = scroller
    this.#released = released
    scroller.addEventListener('scroll', this.#readTop, { passive: true })
    for (const type of ['wheel', 'touchmove'] as const)
      scroller.addEventListener(type, this.#byHand, { passive: true })
    scroller.addEventListener('keydown', ({ key }) => {
      if (scrolling.has(key)) this.#byHand()
    })
    scroller.addEventListener('pointerdown', (event) => {
      const isOnBar = event.offsetX > scroller.clientWidth && event.target === scroller
      if (isOnBar) this.#byHand()
    })
  }

  /** Height of the window, in CSS pixels, as it is told by whoever watches its size. */
  set height(height: number) {
    this.#height = height
  }

  get height(): number {
    return this.#height
  }

  /** Follows again from here on. */
  resume(): void {
    this.#release(false)
  }

  /**
   * Shows a place, unless the learner has taken over. Heights in CSS pixels; `head` is what covers
   * the top of the window.
   */
  show(place: ArrowPlace | undefined, head: number, smooth: boolean): void {
    if (this.#isReleased) return
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => {
      const from = this.#top
      const height = this.#height - head
      const top = place?.top ?? 0
      const bottom = place?.bottom ?? 0
      const isInside = top > from + height * band.from && bottom < from + height * band.to
      if (isInside) return
      const behavior = smooth ? 'smooth' : 'instant'
      this.#scroller.scrollTo({ top: Math.max(0, top - height * band.target), behavior })
      this.#readTop()
    })
  }

  readonly #readTop = (): void => {
    this.#top = this.#scroller.scrollTop
  }

  readonly #byHand = (): void => this.#release(true)

  #release(released: boolean): void {
    if (released === this.#isReleased) return
    this.#isReleased = released
    this.#released(released)
  }
}
