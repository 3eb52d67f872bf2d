import { html, LitElement, nothing } from 'lit'
import { ownLessonName } from '../../scenarios/model/own-lesson-name.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { docsTools, type EmbedPart } from '../features/share/docs-tools.ts'
import { embedCode } from '../features/share/embed-code.ts'
import { share as english } from '../features/share/words.en.ts'
import { speakerWith } from '../i18n/own.ts'
import { speaker } from '../i18n/speaker.ts'
import { base } from '../ui/styles/base.ts'
import { formStyles } from '../ui/styles/form.styles.ts'
import { embedCodeStyles } from './embed-code.styles.ts'
import { LoginLabEmbed } from './login-lab-embed.ts'

/** The code that embeds a message of a lesson, in the form that a chosen tool reads, with a preview. */
export class LabEmbedCode extends LitElement {
  static override properties = {
    trace: { attribute: false },
    step: { attribute: false },
    tool: { state: true },
    height: { state: true },
    theme: { state: true },
    previewed: { state: true },
  }
  declare trace: Trace | null
  declare step: string | null
  declare tool: string
  /** CSS pixels; '' for as high as the player would like. */
  declare height: string
  declare theme: string
  declare previewed: boolean

  readonly #speaker = speakerWith(this, speaker(this), 'share', english)

  constructor() {
    super()
    this.trace = null
    this.step = null
    this.tool = docsTools[0]?.id ?? ''
    this.height = ''
    this.theme = ''
    this.previewed = false
  }

  static override styles = [base, formStyles, embedCodeStyles]

  override render() {
    const { trace } = this
    if (trace === null) return nothing
    const { words } = this.#speaker
    const { share } = words.ui
    const code = embedCode(new URL(location.href), trace, this.step, words, {
      height: this.height,
      theme: this.theme,
    })
    const tool = docsTools.find(({ id }) => id === this.tool) ?? docsTools[0]
    return html`<div class="choices">
        ${this.#select(
          share.tool,
          this.tool,
          docsTools.map(({ id, name }) => [id, name ?? share.otherTools[id] ?? id]),
          (id) => {
            this.tool = id
          },
        )}
        <label
          >${share.height}
          <input
            type="number"
            min="240"
            max="2000"
            step="10"
            placeholder=${share.heightUsual}
            .value=${this.height}
            @change=${({ target }: Event) => {
              this.height = (target as HTMLInputElement).value
            }}
        /></label>
        ${this.#select(
          share.theme,
          this.theme,
          [
            ['', share.themePage],
            ['light', share.themeLight],
            ['dark', share.themeDark],
          ],
          (theme) => {
            this.theme = theme
          },
        )}
      </div>
      ${tool?.parts(code).map((part) => this.#part(part))}
      ${trace.lesson === ownLessonName ? nothing : this.#details(trace)}`
  }

  /** Of an own lesson there is no recording, and the page allows no frame for a live run. */
  #details(trace: Trace) {
    const { share } = this.#speaker.words.ui
    return html`<details
      @toggle=${({ target }: Event) => {
        this.previewed = (target as HTMLDetailsElement).open
      }}
    >
      <summary>${share.preview}</summary>
      ${this.previewed ? this.#preview(trace) : nothing}
    </details>`
  }

  #select(
    name: string,
    chosen: string,
    options: readonly (readonly [value: string, words: string])[],
    choose: (value: string) => void,
  ) {
    return html`<label
      >${name}
      <select @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
        ${options.map(
          ([value, words]) =>
            html`<option value=${value} ?selected=${value === chosen}>${words}</option>`,
        )}
      </select></label
    >`
  }

  #part({ place, file, code }: EmbedPart) {
    const { share } = this.#speaker.words.ui
    return html`<figure>
      <figcaption>
        <span>${share.places[place]}${file === '' ? nothing : html` <code>${file}</code>`}</span>
        <lab-copy .text=${code}></lab-copy>
      </figcaption>
      <pre tabindex="0"><code>${code}</code></pre>
    </figure>`
  }

  /** As it will be on the page; there it may be shown on other sites only if the operator names them. */
  #preview({ workflow, lesson }: Trace) {
    return html`<login-lab-embed
      lab=${new URL('.', location.href).href}
      workflow=${workflow}
      lesson=${lesson}
      step=${this.step ?? nothing}
      height=${this.height || nothing}
      theme=${this.theme || nothing}
      lang=${this.#speaker.words.language}
      keyboard="none"
    ></login-lab-embed>`
  }
}

/** Makes the element, and the one that it previews, known to the page. */
export const defineEmbedCode = (): void => {
  LoginLabEmbed.loadPlayer = () => import('../recorded/index.ts')
  if (customElements.get('login-lab-embed') === undefined)
    customElements.define('login-lab-embed', LoginLabEmbed)
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-embed-code': LabEmbedCode
  }
}
