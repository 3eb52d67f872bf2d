import { html, LitElement, nothing } from 'lit'
import { createRecordedRun } from '../../scenarios/recorded/run.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { deferredElements } from '../app/deferred-elements.ts'
import { define } from '../app/load-element.ts'
import { on } from '../features/events.ts'
import { LabInspector } from '../features/inspector/lab-inspector.ts'
import { LabMessage } from '../features/inspector/lab-message.ts'
import { LabChip } from '../features/secrets/lab-chip.ts'
import { LabText } from '../features/secrets/lab-text.ts'
import type { Words } from '../i18n/catalogue.ts'
import { provideWords } from '../i18n/speaker.ts'
import { frameAt, indexRun, type RunIndex } from '../player/frame.ts'
import type { Layer } from '../router/layers.ts'

/**
 * What is below the surface of a recorded message: raw, cookies and why, what everybody remembers.
 *
 * @fires lab-seek - number of another message that is to be shown
 */
export class LabInspection extends LitElement {
  static override properties = {
    trace: { attribute: false },
    cursor: { attribute: false },
    words: { attribute: false },
    layer: { state: true },
    followed: { state: true },
  }
  declare trace: Trace | null
  /** Messages shown. */
  declare cursor: number
  declare words: Words | null
  declare layer: Layer
  declare followed: string | null

  readonly #provided = provideWords(this)
  #index: RunIndex | null = null
  #run: { readonly of: Trace; readonly state: RunState } | null = null

  constructor() {
    super()
    this.trace = null
    this.cursor = 0
    this.words = null
    this.layer = 'message'
    this.followed = null
    on(this, 'lab-follow', (followed) => {
      this.followed = followed
    })
    on(this, 'lab-layer', (layer) => {
      this.layer = layer
    })
  }

  protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
    if (changes.has('words') && this.words !== null) this.#provided.setWords(this.words)
  }

  override render() {
    const { trace } = this
    if (trace === null || this.words === null) return nothing
    if (this.#run?.of !== trace) this.#run = { of: trace, state: createRecordedRun(trace).state }
    this.#index = indexRun(this.#run.state, this.#index)
    const frame = frameAt(this.#run.state, this.cursor, this.#index, this.followed)
    return html`<lab-inspector .frame=${frame} .layer=${this.layer}></lab-inspector>`
  }
}

/** Makes the inspector and all that is in it known to the page; twice does no harm. */
export const defineInspection = (): void =>
  define({
    ...deferredElements,
    'lab-chip': LabChip,
    'lab-inspection': LabInspection,
    'lab-inspector': LabInspector,
    'lab-message': LabMessage,
    'lab-text': LabText,
  })

declare global {
  interface HTMLElementTagNameMap {
    'lab-inspection': LabInspection
  }
}
