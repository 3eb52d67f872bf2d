import { html, nothing } from 'lit'
import type { Parameter } from '../../../scenarios/projections/inspection.ts'
import { deferred } from '../../ui/deferred.ts'
import { row, rows, type Content, type RowContext } from './rows.ts'

/** As many rows as stand above the fold, about; the others follow a frame later. */
const atOnce = 5

const places = ['query', 'location', 'form', 'json'] as const

const kindOf = (source: Parameter['source']) => (source === 'json' ? 'member' : 'parameter')

const part = (
  source: Parameter['source'],
  parameters: readonly Parameter[],
  setting: RowContext,
): Content => {
  if (parameters.length === 0) return nothing
  const { message } = setting.words.ui
  const each = (some: readonly Parameter[]): Content[] =>
    some.map(({ name, value }) => row(kindOf(source), name, value, setting))
  const filled = parameters.filter(({ value }) => value !== '')
  const empty = parameters.filter(({ value }) => value === '')
  return html`<section>
    <h3>${message.sources[source]}</h3>
    ${
      filled.length === 0
        ? nothing
        : rows([
            ...each(filled.slice(0, atOnce)),
            html`${deferred(() => each(filled.slice(atOnce)))}`,
          ])
    }
    ${
      empty.length === 0
        ? nothing
        : html`<details>
            <summary>${message.empty(empty.length)}</summary>
            ${deferred(() => rows(each(empty)))}
          </details>`
    }
  </section>`
}

/** The message as parameters, by where they stand; empty ones are folded away. */
export const parametersOf = (parameters: readonly Parameter[], setting: RowContext): Content[] =>
  places.map((place) =>
    part(
      place,
      parameters.filter(({ source }) => source === place),
      setting,
    ),
  )
