import { html, nothing, type TemplateResult } from 'lit'
import { defenceIds, type Side } from '../../../scenarios/defences/defence.ts'
import { outOfReach } from '../../../scenarios/defences/out-of-reach.ts'
import { presets, type PresetName } from '../../../scenarios/defences/presets.ts'
import type { DefenceId } from '../../../scenarios/model/defence-settings.ts'
import { defences } from '../../../scenarios/defences/table.ts'
import { icon } from '../../ui/icons.ts'
import { chosenSettings, usualOf, weakOf, type DefenceChoice } from './choice.ts'
import { defenceSwitch } from './switch.ts'
import type { DefenceValue } from '../../router/defence-settings.ts'
import type { DefendWords } from './words.en.ts'

const sides: readonly Side[] = ['application', 'FusionAuth', 'browser']

const presetNames = Object.keys(presets) as readonly PresetName[]

export interface DefenceList {
  readonly choice: DefenceChoice
  /** The words that are looked for. */
  readonly sought: string
  readonly words: DefendWords
  readonly seek: (sought: string) => void
  readonly setPreset: (preset: PresetName) => void
  readonly set: (id: DefenceId, value: DefenceValue) => void
}

const switches = (ids: readonly DefenceId[], { choice, words, set }: DefenceList) => {
  const now = chosenSettings(choice)
  const usual = usualOf(choice)
  const weak = weakOf(choice)
  return html`<ul class="switches">
    ${ids.map((id) =>
      defenceSwitch({
        id,
        value: now[id],
        usual: usual[id],
        isWeak: id in weak && !(id in choice.asked),
        placed: defences[id],
        words,
        set: (value) => set(id, value),
      }),
    )}
  </ul>`
}

const group = (title: string, ids: readonly DefenceId[], list: DefenceList) =>
  ids.length === 0
    ? nothing
    : html`<h4>${title}</h4>
        ${switches(ids, list)}`

const presetField = ({ choice, words, setPreset }: DefenceList): TemplateResult => {
  const [, means] = words.presets[choice.preset]
  return html`<label class="preset"
      >${words.preset}
      <select
        aria-describedby="preset"
        @change=${({ target }: Event) =>
          setPreset(presetNames[(target as HTMLSelectElement).selectedIndex] ?? 'usual')}
      >
        ${presetNames.map(
          (name) =>
            html`<option .selected=${name === choice.preset}>${words.presets[name][0]}</option>`,
        )}
      </select></label
    >
    <p id="preset" class="quiet">${means}</p>`
}

/** What would help, and why it is no switch here. */
const notHere = (words: DefendWords): TemplateResult =>
  html`<details class="not-here">
    <summary>${icon('down')}${words.notHere}</summary>
    <dl>
      ${outOfReach.map(({ id, source }) => {
        const [name, why] = words.outOfReach[id]
        return html`<dt>${name}</dt>
          <dd>${why} <span class="quiet" lang="en">${source}</span></dd>`
      })}
    </dl>
  </details>`

/** All switches, by the side on which they are set, and whole sets of them. */
export const defenceList = (list: DefenceList): TemplateResult => {
  const { words } = list
  const { workflow } = list.choice
  const sought = list.sought.toLowerCase()
  const found = defenceIds.filter((id) =>
    [id, ...words.defences[id], defences[id].setting, defences[id].source]
      .join(' ')
      .toLowerCase()
      .includes(sought),
  )
  const applies = (id: DefenceId): boolean => defences[id].appliesTo(workflow)
  const others = found.filter((id) => !applies(id))
  return html`<section class="defences" aria-labelledby="defences">
    <h3 id="defences">${words.defence}</h3>
    <p class="quiet">${words.defenceLead}</p>
    ${presetField(list)}
    <input
      type="search"
      aria-label=${words.find}
      placeholder=${words.find}
      .value=${list.sought}
      @input=${({ target }: Event) => list.seek((target as HTMLInputElement).value)}
    />
    <p class="quiet" role="status">${found.length === 0 ? words.noDefence : nothing}</p>
    ${sides.map((side) =>
      group(
        words.sides[side],
        found.filter((id) => applies(id) && defences[id].where === side),
        list,
      ),
    )}
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary>${icon('down')}${words.without} (${others.length})</summary>
            ${switches(others, list)}
          </details>`
    }
    ${notHere(words)}
  </section>`
}
