import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { saveFile } from '../share/hand-over.ts'
import type { Form } from './forms.ts'
import type { PassagePicture } from './make-in-page.ts'
import type { PassageWords } from './words.ts'

/** What became of the last picture, in a sentence. */
interface Outcome {
  readonly sentence: string
  readonly failed: boolean
}

/**
 * Waits for the next task, so that presses are heard and progress is drawn meanwhile. Not by a timer: these
 * are held back in a tab that is not seen.
 */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

/** Makes one picture at a time and saves it; it can be stopped. */
export class PictureMaker implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #running: AbortController | null = null
  #share = 0
  #outcome: Outcome | null = null

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** The share that is done, from 0 to 1; null while nothing is made. */
  get share(): number | null {
    return this.#running === null ? null : this.#share
  }

  get outcome(): Outcome | null {
    return this.#outcome
  }

  hostDisconnected(): void {
    this.stop()
  }

  /** Forgets what became of the last one. */
  forget(): void {
    this.#outcome = null
  }

  stop(): void {
    this.#running?.abort()
  }

  /** Makes a picture and lets the browser save it; what goes wrong is told. */
  async make(form: Form, name: string, picture: PassagePicture): Promise<void> {
    if (this.#running !== null) return
    const running = new AbortController()
    const { signal } = running
    this.#running = running
    this.#share = 0
    this.#outcome = null
    this.#host.requestUpdate()
    try {
      const { makeInPage } = await import('./make-in-page.ts')
      const file = await makeInPage(form, picture, {
        signal,
        rest: nextTask,
        onProgress: (share) => {
          this.#share = share
          this.#host.requestUpdate()
        },
      })
      signal.throwIfAborted()
      this.#outcome = await this.#save(file, name, picture.words)
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      const { stopped, failed } = picture.words
      this.#outcome = { sentence: signal.aborted ? stopped : failed(why), failed: !signal.aborted }
    } finally {
      this.#running = null
      this.#host.requestUpdate()
    }
  }

  async #save(file: Blob | null, name: string, words: PassageWords): Promise<Outcome> {
    if (file === null) return { sentence: words.noVideo, failed: true }
    await saveFile(name, file)
    return { sentence: words.saved(name), failed: false }
  }
}
