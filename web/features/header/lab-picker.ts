import { html, LitElement, nothing } from 'lit'
import { tellToggle } from '../events.ts'
import { base } from '../../ui/styles/base.ts'
import { icon } from '../../ui/icons.ts'
import { pickerStyles } from './lab-picker.styles.ts'
import { popoverStyles } from './popover.styles.ts'
import { titleStyles } from './title.styles.ts'

/** One thing to choose: a link, so that it can be opened beside. */
export interface Pick {
  readonly href: string
  readonly title: string
  readonly note: string
  readonly noteStands: boolean
  readonly current: boolean
  /** What it can be found by besides title and note. */
  readonly words?: string
}

export interface PickGroup {
  /** '' for a group that needs no heading. */
  readonly title: string
  readonly picks: readonly Pick[]
}

/** From so many things on, they can be searched. */
const many = 10

/** As it is compared with what is sought: without capitals and accents. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** A button that opens a list of links, one of which is the current one. */
export class LabPicker extends LitElement {
  static override properties = {
    label: {},
    listLabel: {},
    findLabel: {},
    noneLabel: {},
    current: {},
    groups: { attribute: false },
    name: {},
    sought: { state: true },
  }
  /** What is chosen here. */
  declare label: string
  declare listLabel: string
  declare findLabel: string
  /** Said when nothing is found. */
  declare noneLabel: string
  /** Title of what is chosen now. */
  declare current: string
  declare groups: readonly PickGroup[]
  /** What is chosen here, as an open panel. */
  declare name: 'workflows' | 'lessons'
  declare sought: string

  constructor() {
    super()
    this.label = ''
    this.listLabel = ''
    this.findLabel = ''
    this.noneLabel = ''
    this.current = ''
    this.groups = []
    this.name = 'workflows'
    this.sought = ''
  }

  static override styles = [base, popoverStyles, titleStyles, pickerStyles]

  override render() {
    const found = this.groups.map(({ title, picks }) => ({ title, picks: this.#found(picks) }))
    const count = this.groups.reduce((sum, { picks }) => sum + picks.length, 0)
    return html`<button type="button" class="opener" popovertarget="list">
        <span class="unseen">${this.label}: </span>
        <span class="title" title=${this.current}>${this.current}</span>${icon('down')}
      </button>
      <nav
        id="list"
        popover
        aria-label=${this.listLabel}
        @click=${this.#chosen}
        @keydown=${this.#keyed}
        @toggle=${this.#toggled}
      >
        ${
          count < many
            ? nothing
            : html`<input
                type="search"
                aria-label=${this.findLabel}
                placeholder=${this.findLabel}
                .value=${this.sought}
                @input=${this.#seek}
              />`
        }
        ${found.map((group) => this.#group(group))}
        <p class="none" role="status" ?hidden=${found.some(({ picks }) => picks.length > 0)}>
          ${this.noneLabel}
        </p>
      </nav>`
  }

  #found(picks: readonly Pick[]): readonly Pick[] {
    const words = plain(this.sought).split(/\s+/)
    return picks.filter(({ title, note, words: more = '' }) => {
      const text = plain(`${title} ${note} ${more}`)
      return words.every((word) => text.includes(word))
    })
  }

  #group({ title, picks }: PickGroup) {
    if (picks.length === 0) return nothing
    return html`${title === '' ? nothing : html`<h2>${title}</h2>`}
      <ul>
        ${picks.map(
          (pick) =>
            html`<li>
              <a href=${pick.href} aria-current=${pick.current ? 'page' : nothing}>
                <b>${pick.title}</b>
                ${
                  pick.note === ''
                    ? nothing
                    : html`<span class="note ${pick.noteStands ? 'stands' : ''}"
                        >${pick.note}</span
                      >`
                }
              </a>
            </li>`,
        )}
      </ul>`
  }

  readonly #seek = ({ target }: Event): void => {
    this.sought = (target as HTMLInputElement).value
  }

  /** Opened, it is searched at once, and shows where one is. */
  readonly #toggled = (event: Event): void => {
    tellToggle(this, this.name)(event as ToggleEvent)
    if ((event as ToggleEvent).newState !== 'open') return
    this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })
    if (matchMedia('(hover: hover)').matches)
      this.renderRoot.querySelector('input')?.focus({ preventScroll: true })
  }

  /** Arrows go from one to the next, and Enter in the field goes to the first that is found. */
  readonly #keyed = (event: KeyboardEvent): void => {
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('#list input, #list a')]
    const at = stops.indexOf(event.composedPath()[0] as HTMLElement)
    const { key } = event
    const isField = stops[at]?.localName === 'input'
    if (key === 'Enter' && isField) stops[1]?.click()
    else if (key === 'ArrowDown') stops[Math.min(at + 1, stops.length - 1)]?.focus()
    else if (key === 'ArrowUp') stops[Math.max(at - 1, 0)]?.focus()
    else if (!isField && key === 'Home') stops[0]?.focus()
    else if (!isField && key === 'End') stops.at(-1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  readonly #chosen = ({ target }: Event): void => {
    if (!(target instanceof Element) || target.closest('a') === null) return
    this.renderRoot.querySelector<HTMLElement>('#list')?.hidePopover()
    this.sought = ''
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lab-picker': LabPicker
  }
}
