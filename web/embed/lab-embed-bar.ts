import { css, html, LitElement } from 'lit'
import { icon } from '../ui/icons.ts'
import { base } from '../ui/styles/base.ts'
import { speaker } from '../i18n/speaker.ts'

/** What an embedded player has for a header: whose it is, what it plays, and the way to all of it. */
export class LabEmbedBar extends LitElement {
  static override properties = { name: {}, href: {} }
  /** Title of the workflow. */
  declare name: string
  /** Address of the whole lab, at the message that is shown. */
  declare href: string

  readonly #speaker = speaker(this)

  constructor() {
    super()
    this.name = ''
    this.href = ''
  }

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 40px;
        padding: 4px 16px;
        border-block-end: 1px solid var(--line);
        background: var(--surface);
        font-size: var(--text-s);
      }
      h1 {
        flex: 1;
        min-inline-size: 0;
        overflow: hidden;
        font-size: inherit;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      a {
        display: inline-flex;
        flex: none;
        align-items: center;
        gap: 4px;
        min-block-size: 28px;
        font-weight: 600;
        text-decoration: none;
      }
      a:hover {
        text-decoration: underline;
      }
    `,
  ]

  override render() {
    const { embed } = this.#speaker.words.ui
    return html`<h1>${this.name}</h1>
      <a href=${this.href} target="_blank" rel="noopener">${embed.open}${icon('out')}</a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-embed-bar': LabEmbedBar
  }
}
