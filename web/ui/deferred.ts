import { noChange } from 'lit'
import { AsyncDirective } from 'lit/async-directive.js'
import { directive } from 'lit/directive.js'

/** Longest wait for a frame, ms: a page that is not shown draws none. */
const longest = 250

/** Lets all who ask before a frame is shown wait for the same one. */
const createFrames = (): (() => Promise<void>) => {
  let showing: Promise<void> | null = null
  return () =>
    (showing ??= new Promise((resolve) => {
      const give = (): void => {
        showing = null
        resolve()
      }
      const late = setTimeout(give, longest)
      requestAnimationFrame(() => {
        clearTimeout(late)
        setTimeout(give)
      })
    }))
}

/**
 * Resolves once the next frame has been handed over to be shown. There is one for the whole page, as
 * there is one clock of frames: a callback and a timer for each who waits cost more than what most of
 * them draw.
 */
export const frameShown = createFrames()

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
