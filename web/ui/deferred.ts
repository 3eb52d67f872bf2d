import { noChange } from 'lit'
import { AsyncDirective } from 'lit/async-directive.js'
import { directive } from 'lit/directive.js'

/** Longest wait for a frame, ms: a page that is not shown draws none. */
const longest = 250

/** Resolves once the next frame has been handed over to be shown. */
const frameShown = (): Promise<void> =>
  new Promise((resolve) => {
    const give = setTimeout(resolve, longest)
    requestAnimationFrame(() => {
      clearTimeout(give)
      setTimeout(resolve)
    })
  })

/**
 * Updates an element one frame later than the rest. For what nobody looks at in the moment of a step:
 * the frame that shows the step is done sooner. Used as an element's `scheduleUpdate`, see Lit,
 * "Reactive update cycle".
 */
export const scheduleUpdate = async (update: () => void): Promise<void> => {
  await frameShown()
  update()
}

class Deferred extends AsyncDirective {
  #draw: () => unknown = () => noChange
  #waits = false

  override render(draw: () => unknown): unknown {
    this.#draw = draw
    if (!this.#waits) void this.#settle()
    return noChange
  }

  protected override reconnected(): void {
    this.setValue(this.#draw())
  }

  async #settle(): Promise<void> {
    this.#waits = true
    await frameShown()
    this.#waits = false
    if (this.isConnected) this.setValue(this.#draw())
  }
}

/**
 * Draws a part of a template one frame later than the rest, for what stands below the first lines.
 * Until then the part stays as it was.
 */
export const deferred = directive(Deferred)
