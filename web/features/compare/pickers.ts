import { html, nothing, type TemplateResult } from 'lit'
import { branchName } from '../branches/name.ts'
import type { CompareParts } from './compare-parts.ts'
import { emit } from '../events.ts'
import type { CompareWords } from '../../i18n/catalogue.ts'
import { workflowsIn } from './sides.ts'

interface PickerOption {
  readonly value: string
  readonly name: string
}

type OptionGroup = readonly [title: string, choices: readonly PickerOption[]]

const picker = (
  label: string,
  chosen: string,
  none: string,
  groups: readonly OptionGroup[],
  choose: (value: string) => void,
): TemplateResult =>
  html`<label class="picker">
    ${label}
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      <option value="" .selected=${chosen === ''}>${none}</option>
      ${groups.map(([title, choices]) =>
        choices.length === 0
          ? nothing
          : html`<optgroup label=${title}>
              ${choices.map(
                ({ value, name }) =>
                  html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
              )}
            </optgroup>`,
      )}
    </select>
  </label>`

/** What to compare with, and with workflows a third one. */
export const pickers = (compare: CompareParts, words: CompareWords): TemplateResult => {
  const { run, other, names } = compare
  const say = words.ui.compare
  const [second, third = ''] = workflowsIn(other)
  const branches = run?.branches.filter(({ id }) => id !== run.branch) ?? []
  const groups = (without: readonly (string | undefined)[]): readonly OptionGroup[] =>
    [...new Set(compare.workflows.map(({ client }) => client))].map((client) => [
      words.ui.header.clients[client],
      compare.workflows
        .filter((one) => one.client === client && !without.includes(one.slug))
        .map(({ slug, title }): PickerOption => ({ value: slug, name: words.say(title) })),
    ])
  const mine = run?.trace.workflow
  const others = groups([mine, second])
  return html`${picker(
    say.with,
    second ?? other,
    say.choose,
    [
      [
        say.branchGroup,
        branches.map((branch) => ({
          value: `branch:${branch.id}`,
          name: branchName(branch, names, words),
        })),
      ],
      ...groups([mine]),
    ],
    (value) => emit(compare, 'lab-compare', value),
  )}${
    second === undefined || others.every(([, choices]) => choices.length === 0)
      ? nothing
      : picker(say.also, third, say.noThird, others, (value) =>
          emit(compare, 'lab-compare', value === '' ? second : `${second},${value}`),
        )
  }`
}
