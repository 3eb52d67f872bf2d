import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** An element whose buttons come and go. */
interface FocusHost extends ReactiveControllerHost {
  readonly renderRoot: DocumentFragment | HTMLElement
}

/**
 * Keeps the focus inside of an element when what has it goes, or can be pressed no more. Whoever uses
 * the keyboard is taken to what can be pressed next; whoever does not, to a place where a key presses
 * nothing.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: FocusHost
  readonly #next: string
  readonly #rest: string
  #focused: Element | null = null
  #isVisible = false

  /**
   * @param next selector of what can be pressed next
   * @param rest selector of what is always there and takes the focus by script only
   */
  constructor(host: FocusHost, next: string, rest: string) {
    this.#host = host
    this.#next = next
    this.#rest = rest
  }

  hostUpdate(): void {
    const { renderRoot } = this.#host
    this.#focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null
    this.#isVisible = this.#focused?.matches(':focus-visible') === true
  }

  hostUpdated(): void {
    const focused = this.#focused
    this.#focused = null
    if (focused === null) return
    const { renderRoot } = this.#host
    const rest = renderRoot.querySelector<HTMLElement>(this.#rest)
    const rests = focused === rest
    if (focused.isConnected && !focused.matches(':disabled') && !(rests && this.#isVisible)) return
    const next = this.#isVisible ? renderRoot.querySelector<HTMLElement>(this.#next) : null
    const place = next ?? rest
    if (place !== focused) place?.focus({ preventScroll: true })
  }
}
