import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { emit, tellToggle } from '../events.ts'
import { copyText, saveFile } from './hand-over.ts'
import type { ShareGroup, ShareItem, Shared } from './item.ts'
import { shareGroups } from './items.ts'
import { base } from '../../ui/styles/base.ts'
import { share as english } from './words.en.ts'
import { speakerWith } from '../../i18n/own.ts'
import { speaker } from '../../i18n/speaker.ts'
import { dialogStyles } from '../../ui/styles/dialog.styles.ts'
import { icon } from '../../ui/icons.ts'
import { shareStyles } from './lab-share.styles.ts'

/** What became of the last press. */
interface ShareOutcome {
  readonly item: string
  readonly sentence: string
  readonly failed: boolean
  /** Text that the browser would not copy, with the name of what it is. */
  readonly byHand: { readonly name: string; readonly text: string } | null
}

const loadPassage = async (): Promise<void> => {
  const { LabPassage } = await import('../passage/lab-passage.ts')
  if (customElements.get('lab-passage') === undefined)
    customElements.define('lab-passage', LabPassage)
}

/**
 * All ways to take a run elsewhere, over the page: links, pictures, files, code for other pages.
 * Loaded when it is first opened.
 *
 * @fires lab-file - a saved trace is to be played
 */
export class LabShare extends LitElement {
  static override properties = {
    shared: { state: true },
    scope: { state: true },
    busy: { state: true },
    told: { state: true },
  }
  declare shared: Omit<Shared, 'scope' | 'words' | 'host' | 'address'> | null
  declare scope: Shared['scope']
  /** The item that is being made. */
  declare busy: string | null
  declare told: ShareOutcome | null

  readonly #speaker = speakerWith(this, speaker(this), 'share', english)
  readonly #toggled = tellToggle(this, 'share')

  constructor() {
    super()
    this.shared = null
    this.scope = 'whole'
    this.busy = null
    this.told = null
  }

  static override styles = [base, dialogStyles, shareStyles]

  /** Opens over everything else, for the run as it stands. */
  async show(shared: Omit<Shared, 'scope' | 'words' | 'host' | 'address'>): Promise<void> {
    this.shared = shared
    this.told = null
    this.busy = null
    // Without it the other ways to share are all there.
    loadPassage().catch(() => undefined)
    await this.updateComplete
    this.renderRoot.querySelector('dialog')?.showModal()
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('told') && this.told?.byHand != null)
      this.renderRoot.querySelector('textarea')?.select()
  }

  override render() {
    const { shared, told } = this
    const { ui } = this.#speaker.words
    const { share } = ui
    return html`<dialog
      aria-labelledby="title"
      @toggle=${this.#toggled}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <header>
        <h2 id="title">${share.title}</h2>
        <form method="dialog">
          <button class="close" aria-label=${share.close}>${icon('cross')}</button>
        </form>
      </header>
      <div class="body">
        ${shared === null ? nothing : this.#scopes(shared.playback)}
        ${this.#groups().map((group) => this.#group(group))}
      </div>
      <footer class="${told === null ? '' : 'is-told'} ${told?.failed === true ? 'is-failed' : ''}">
        <p role="status" aria-live="polite">${told?.sentence ?? ''}</p>
        ${
          told?.byHand == null
            ? nothing
            : html`<textarea
                readonly
                spellcheck="false"
                aria-label=${share.byHandLabel(told.byHand.name)}
                .value=${told.byHand.text}
              ></textarea>`
        }
      </footer>
    </dialog>`
  }

  #groups(): readonly ShareGroup[] {
    const { shared, scope } = this
    if (shared === null) return []
    const address = new URL(location.href)
    return shareGroups({ ...shared, scope, address, host: this, words: this.#speaker.words })
  }

  #scopes({ run, cursor }: Shared['playback']) {
    const { length } = run.trace.messages
    const { share } = this.#speaker.words.ui
    if (cursor === 0 || cursor >= length) return nothing
    const choice = (scope: Shared['scope'], words: string) =>
      html`<label>
        <input
          type="radio"
          name="scope"
          .checked=${this.scope === scope}
          @change=${() => {
            this.scope = scope
          }}
        />${words}
      </label>`
    return html`<fieldset>
      <legend>${share.scope}</legend>
      ${choice('whole', share.whole(length))} ${choice('here', share.here(cursor))}
    </fieldset>`
  }

  #group({ title, note = '', items, more }: ShareGroup) {
    return html`<section>
      <h3>${title}</h3>
      ${note === '' ? nothing : html`<p class="note">${note}</p>`}
      ${
        items.length === 0
          ? nothing
          : html`<ul>
              ${items.map((item) => html`<li>${this.#item(item)}</li>`)}
            </ul>`
      }
      ${more ?? nothing}
    </section>`
  }

  #item(item: ShareItem) {
    const { share } = this.#speaker.words.ui
    const { id, does, unless = '' } = item
    const isDone = this.told?.item === id && !this.told.failed
    const face = html`${icon(isDone ? 'check' : item.icon)}<b>${item.title}</b>
      <span class="does">${share[does]}</span>
      <small>${this.busy === id ? share.making : unless === '' ? item.note : unless}</small>`
    if (does === 'open')
      return html`<label class="item"
        >${face}<input
          class="unseen"
          type="file"
          accept=".json,application/json"
          @change=${this.#picked}
      /></label>`
    return html`<button
      type="button"
      class="item ${isDone ? 'is-done' : ''}"
      data-item=${id}
      aria-disabled=${unless === '' && this.busy === null ? 'false' : 'true'}
      @click=${() => void this.#press(item)}
    >
      ${face}
    </button>`
  }

  async #press(item: Exclude<ShareItem, { does: 'open' }>): Promise<void> {
    if (this.busy !== null || (item.unless ?? '') !== '') return
    const { share } = this.#speaker.words.ui
    const { id, title } = item
    this.busy = id
    this.told = null
    try {
      if (item.does === 'copy') {
        const text = await item.make()
        const isCopied = await copyText(text)
        this.told = isCopied
          ? { item: id, sentence: share.copied(title), failed: false, byHand: null }
          : { item: id, sentence: share.byHand, failed: true, byHand: { name: title, text } }
      } else {
        await saveFile(item.file, await item.make())
        this.told = { item: id, sentence: share.saved(item.file), failed: false, byHand: null }
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : ''
      this.told = { item: id, sentence: share.failed(title, why), failed: true, byHand: null }
    } finally {
      this.busy = null
    }
  }

  readonly #picked = ({ target }: Event): void => {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    input.value = ''
    if (file === undefined) return
    this.renderRoot.querySelector('dialog')?.close()
    emit(this, 'lab-file', file)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-share': LabShare
  }
}
