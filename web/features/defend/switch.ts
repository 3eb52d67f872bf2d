import { html, nothing, type TemplateResult } from 'lit'
import { domains } from '../../../scenarios/defences/defence.ts'
import type { DefenceId, DefenceSettings } from '../../../scenarios/model/defence-settings.ts'
import type { DefenceValue } from '../../router/defence-settings.ts'
import type { DefendWords } from './words.en.ts'

/** Where a switch is set and who asks for it. */
export interface SwitchPlacement {
  readonly setting: string
  readonly source: string
}

/** One switch as it is drawn. */
export interface SwitchParts {
  readonly id: DefenceId
  readonly value: DefenceSettings[DefenceId]
  readonly usual: DefenceSettings[DefenceId]
  /** The attack that is chosen has it set like this. */
  readonly isWeak: boolean
  readonly placed: SwitchPlacement | undefined
  readonly words: DefendWords
  readonly set: (value: DefenceValue) => void
}

const valueWords = (value: DefenceSettings[DefenceId], words: DefendWords): string =>
  typeof value === 'boolean' ? (value ? words.on : words.off) : String(value)

const control = ({ id, value, set }: SwitchParts): TemplateResult => {
  const domain = domains[id]
  switch (domain.kind) {
    case 'flag':
      return html`<input
        type="checkbox"
        role="switch"
        id=${id}
        aria-describedby="about-${id}"
        .checked=${value === true}
        @change=${({ target }: Event) => set((target as HTMLInputElement).checked)}
      />`
    case 'choice': {
      const values: readonly DefenceSettings[DefenceId][] = domain.values
      return html`<select
        id=${id}
        aria-describedby="about-${id}"
        @change=${({ target }: Event) => {
          const chosen = values[(target as HTMLSelectElement).selectedIndex]
          if (chosen !== undefined) set(chosen)
        }}
      >
        ${values.map((one) => html`<option .selected=${one === value}>${String(one)}</option>`)}
      </select>`
    }
    case 'number':
      return html`<input
        type="number"
        id=${id}
        aria-describedby="about-${id}"
        min=${domain.least}
        max=${domain.most}
        .value=${String(value)}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement
          if (input.checkValidity() && input.value !== '') set(Number(input.value))
          else input.value = String(value)
        }}
      />`
  }
}

/** A switch with its name, what it does, and where it is set. */
export const defenceSwitch = (parts: SwitchParts): TemplateResult => {
  const { id, value, usual, isWeak, placed, words } = parts
  const [title, does] = words.defences[id]
  const differs = value !== usual
  return html`<li class="switch ${differs ? 'differs' : ''}">
    <label for=${id}>${title}</label>
    ${control(parts)}
    <p id="about-${id}">
      ${does}
      ${
        placed === undefined
          ? nothing
          : html`<span class="where"
              ><code>${placed.setting}</code> · <span lang="en">${placed.source}</span></span
            >`
      }
      ${
        differs
          ? html`<span class="usual"
              >${isWeak ? html`${words.weak}, ` : nothing}${words.usualIs(
                valueWords(usual, words),
              )}</span
            >`
          : nothing
      }
    </p>
  </li>`
}
