import { html, nothing, type TemplateResult } from 'lit'
import { attacks } from '../../../scenarios/attacks/index.ts'
import type { Workflow } from '../../../scenarios/catalogue/index.ts'
import type { AttackId } from '../../../scenarios/model/attack-id.ts'
import { icon } from '../../ui/icons.ts'
import type { Words } from '../../i18n/catalogue.ts'
import type { DefendWords } from './words.en.ts'
import { textOf } from '../../../scenarios/model/text.ts'

export interface AttackList {
  readonly workflow: Workflow
  readonly attack: AttackId | null
  /** The words that are looked for. */
  readonly sought: string
  readonly words: DefendWords
  readonly lab: Pick<Words, 'say'>
  readonly choose: (attack: AttackId | null) => void
  readonly seek: (sought: string) => void
}

/** The attacks to choose from, and those that cannot be tried at this workflow. */
export const attackList = (list: AttackList): TemplateResult => {
  const { workflow, attack, words, choose } = list
  const { say } = list.lab
  const sought = list.sought.toLowerCase()
  const titleOf = (id: AttackId): string => say(textOf('attack', { attack: id }))
  const found = attacks.filter(({ id }) => `${id} ${titleOf(id)}`.toLowerCase().includes(sought))
  const possible = found.filter((one) => one.tries(workflow))
  const others = found.filter((one) => !one.tries(workflow))
  const radio = (id: AttackId | null, title: string): TemplateResult =>
    html`<label>
      <input
        type="radio"
        name="attack"
        .checked=${attack === id}
        @change=${() => choose(id)}
      /><span>${title}</span>
    </label>`
  return html`<h3 id="attack">${words.attack}</h3>
    <p class="quiet">${words.attackLead}</p>
    <input
      type="search"
      aria-label=${words.findAttack}
      placeholder=${words.findAttack}
      .value=${list.sought}
      @input=${({ target }: Event) => list.seek((target as HTMLInputElement).value)}
    />
    <fieldset>
      <legend class="unseen">${words.attack}</legend>
      ${radio(null, words.none)} ${possible.map(({ id }) => radio(id, titleOf(id)))}
    </fieldset>
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary>${icon('down')}${words.cannot} (${others.length})</summary>
            <ul>
              ${others.map(({ id }) => html`<li>${titleOf(id)}</li>`)}
            </ul>
          </details>`
    }`
}
