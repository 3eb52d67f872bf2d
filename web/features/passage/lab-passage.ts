import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { labelText } from '../../../scenarios/i18n/label.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { ShareWords } from '../../i18n/catalogue.ts'
import { speakerWith } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { icon } from '../../ui/icons.ts'
import { base } from '../../ui/styles/base.ts'
import { formStyles } from '../../ui/styles/form.styles.ts'
import { alternativeFile } from './alternative.ts'
import { animationOf } from './animation.ts'
import { AwaitedStories } from './awaited-stories.ts'
import { captionsOf } from './captions.ts'
import { usualChoices, withFirst, withLast, type PictureChoices } from './choices.ts'
import { forms, isMoving, lengthOf, mostOf, type Form } from './forms.ts'
import { passageStyles } from './lab-passage.styles.ts'
import type { PassagePicture } from './make-in-page.ts'
import { PictureMaker } from './maker.ts'
import { phaseAround } from './passage.ts'
import { fileFor, pictureOf } from './picture-of.ts'
import { drawSheet } from './sheet.ts'
import { htmlSnippet, markdownSnippet } from './snippets.ts'
import type { ThemeName } from './theme.ts'
import { paces, type Pace } from './timing.ts'
import { canEncodeWebm } from './can-encode-webm.ts'
import { share as english } from '../share/words.en.ts'

const dataAddress = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/** A passage of the run as a picture: which messages, in which form, with a preview. */
export class LabPassage extends LitElement {
  static override properties = {
    trace: { attribute: false },
    cursor: { attribute: false },
    choices: { state: true },
  }
  declare trace: Trace | null
  /** Number of the message that is shown. */
  declare cursor: number
  declare choices: PictureChoices | null

  readonly #speaker = speakerWith(this, speaker(this), 'share', english)
  readonly #maker = new PictureMaker(this)
  readonly #stories = new AwaitedStories(this)

  constructor() {
    super()
    this.trace = null
    this.cursor = 0
    this.choices = null
  }

  static override styles = [base, formStyles, passageStyles]

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('trace') && !changes.has('cursor')) return
    const { trace, cursor } = this
    const isEmpty = trace === null || trace.messages.length === 0
    this.choices = isEmpty ? null : usualChoices(trace, cursor, this)
    this.#maker.forget()
  }

  override render() {
    const { trace, choices } = this
    const words = this.#speaker.words.ui.share.picture
    if (trace === null || choices === null) return html`<p class="note">${words.nothing}</p>`
    const spoken = this.#stories.wordsFor(trace, this.#speaker.words)
    if (spoken === null) return html`<p class="note">${this.#speaker.words.ui.share.making}</p>`
    const count = lengthOf(choices)
    const isTooLong = count > mostOf(choices.form)
    return html`<div class="choices">
        ${this.#ends(trace, choices)}
        <button
          type="button"
          class="phase"
          @click=${() => this.#choose(phaseAround(trace, this.cursor))}
        >
          ${words.phase}
        </button>
      </div>
      <div class="choices">${this.#looks(choices)}</div>
      ${
        isTooLong
          ? html`<p class="problem" role="status">${words.tooMany(mostOf(choices.form), count)}</p>`
          : this.#shown(trace, choices, spoken)
      }`
  }

  #choose(choices: Partial<PictureChoices>): void {
    if (this.choices !== null) this.choices = { ...this.choices, ...choices }
    this.#maker.forget()
  }

  #ends({ messages }: Trace, choices: PictureChoices) {
    const { say, ui } = this.#speaker.words
    const options = messages.map(({ n, from, to, label }): readonly [string, string] => [
      String(n),
      `${n}. ${ui.share.picture.way(from, to)} · ${labelText(label, say)}`,
    ])
    return html`${this.#select('from', ui.share.picture.from, String(choices.first), options, (n) =>
      this.#choose(withFirst(choices, Number(n))),
    )}
    ${this.#select('to', ui.share.picture.to, String(choices.last), options, (n) =>
      this.#choose(withLast(choices, Number(n))),
    )}`
  }

  #looks({ form, theme, pace }: PictureChoices) {
    const words = this.#speaker.words.ui.share.picture
    const offered = forms.filter((one) => one !== 'webm' || canEncodeWebm())
    const looks: readonly ThemeName[] = ['light', 'dark']
    return html`${this.#select(
      'form',
      words.form,
      form,
      offered.map((one) => [one, words.forms[one]]),
      (one) => this.#choose({ form: one as Form }),
    )}
    ${this.#select(
      'theme',
      words.theme,
      theme,
      looks.map((one) => [one, words.themes[one]]),
      (one) => this.#choose({ theme: one as ThemeName }),
    )}
    ${
      isMoving(form)
        ? this.#select(
            'pace',
            words.pace,
            pace,
            paces.map((one) => [one, words.paces[one]]),
            (one) => this.#choose({ pace: one as Pace }),
          )
        : nothing
    }`
  }

  #select(
    id: string,
    name: string,
    chosen: string,
    options: readonly (readonly [value: string, words: string])[],
    choose: (value: string) => void,
  ) {
    return html`<label
      >${name}
      <select
        data-choice=${id}
        ?disabled=${this.#maker.share !== null}
        @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
      >
        ${options.map(
          ([value, text]) =>
            html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
        )}
      </select></label
    >`
  }

  #shown(trace: Trace, choices: PictureChoices, spoken: ShareWords) {
    const picture = pictureOf(trace, choices, spoken)
    const { words, passage } = picture
    const name = fileFor(trace, choices, choices.form, spoken.language)
    const { share, outcome } = this.#maker
    const isImage = ['svg', 'png', 'gif'].includes(choices.form)
    const file = isImage ? name : fileFor(trace, choices, 'gif', spoken.language)
    return html`<figure>
        <figcaption>${words.preview}</figcaption>
        ${this.#preview(choices.form, picture)}
      </figure>
      <div class="making">
        ${
          share === null
            ? html`<button
                type="button"
                class="main"
                @click=${() => void this.#maker.make(choices.form, name, picture)}
              >
                ${icon('save')} ${words.download}
              </button>`
            : html`<progress aria-label=${words.progress} value=${share}></progress>
                <span>${words.making(Math.floor(share * 100))}</span>
                <button type="button" class="stop" @click=${() => this.#maker.stop()}>
                  ${words.cancel}
                </button>`
        }
        <p role="status" class=${outcome?.failed === true ? 'problem' : ''}>
          ${outcome?.sentence ?? ''}
        </p>
      </div>
      ${this.#copied(words.altText, alternativeFile(passage, words))}
      ${this.#copied(words.markdown, markdownSnippet(file, passage, words))}`
  }

  #preview(form: Form, picture: PassagePicture) {
    const { passage, timeline, words, theme, files } = picture
    if (form === 'vtt') return this.#text(captionsOf(passage, timeline, words))
    if (form === 'alt') return this.#text(alternativeFile(passage, words))
    if (form === 'html') return this.#text(htmlSnippet(files, passage, words))
    if (!isMoving(form)) {
      const { svg, width, height } = drawSheet(passage, words, theme)
      return this.#image(svg, width, height)
    }
    const animation = animationOf(passage, timeline, words, theme)
    const [first] = animation.frames()
    const seconds = Math.round(timeline.end / 1_000)
    return html`${this.#image(first?.svg ?? '', animation.width, animation.height)}
      <p class="note">${words.opening} ${words.lasts(passage.messages.length, seconds)}.</p>`
  }

  /** The alternative text stands below, for everybody. */
  #image(svg: string, width: number, height: number) {
    return html`<div
      class="sheet"
      tabindex="0"
      role="group"
      aria-label=${this.#speaker.words.ui.share.picture.preview}
    >
      <img src=${dataAddress(svg)} width=${width} height=${height} alt="" />
    </div>`
  }

  #text(content: string) {
    return html`<pre tabindex="0">${content}</pre>`
  }

  #copied(name: string, content: string) {
    return html`<details>
      <summary>${name}</summary>
      <lab-copy .text=${content}></lab-copy>
      ${this.#text(content)}
    </details>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-passage': LabPassage
  }
}
