import { html, nothing } from 'lit'
import type { Parameter } from '../../../scenarios/view/inspection.ts'
import { row, rows, type Content, type Setting } from './rows.ts'

const places = ['query', 'location', 'form', 'json'] as const

const kindOf = (source: Parameter['source']) => (source === 'json' ? 'member' : 'parameter')

const part = (
  source: Parameter['source'],
  parameters: readonly Parameter[],
  setting: Setting,
): Content => {
  if (parameters.length === 0) return nothing
  const { message } = setting.words.ui
  const drawn = (some: readonly Parameter[]): Content =>
    rows(some.map(({ name, value }) => row(kindOf(source), name, value, setting)))
  const filled = parameters.filter(({ value }) => value !== '')
  const empty = parameters.filter(({ value }) => value === '')
  return html`<section>
    <h3>${message.sources[source]}</h3>
    ${filled.length === 0 ? nothing : drawn(filled)}
    ${
      empty.length === 0
        ? nothing
        : html`<details>
            <summary>${message.empty(empty.length)}</summary>
            ${drawn(empty)}
          </details>`
    }
  </section>`
}

/** The message as parameters, by where they stand; empty ones are folded away. */
export const parametersOf = (parameters: readonly Parameter[], setting: Setting): Content[] =>
  places.map((place) =>
    part(
      place,
      parameters.filter(({ source }) => source === place),
      setting,
    ),
  )
