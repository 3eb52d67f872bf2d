import { html, nothing } from 'lit'
import type { MemoryTable } from '../../../scenarios/projections/memory.ts'
import type { Moment } from '../../moment.ts'
import type { Words } from '../../words/catalogue.ts'
import { participantIcon } from '../icons.ts'
import { wireText, type Content } from './rows.ts'

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

/** What scripts left in an agent's local storage, as it is after the message at the cursor. */
export const storagePart = (table: MemoryTable, moment: Moment, words: Words): Content => {
  const { cookies: said } = words.ui
  return html`<section>
    <h3>${participantIcon(table.owner)}${said.storageTitle(table.owner)}</h3>
    ${
      table.entries.length + table.gone.length === 0
        ? html`<p class="empty">${said.none}</p>`
        : html`<ul>
            ${table.entries.map(
              ({ key, value, fresh }) =>
                html`<li class="entry ${fresh ? 'is-fresh' : ''}">
                  <div class="top">
                    <span class="name">${key}</span>
                    <span class="mono">${wireText(textOf(value), moment)}</span>
                    ${fresh ? html`<span class="fresh-word">${said.set}</span>` : nothing}
                  </div>
                </li>`,
            )}
            ${table.gone.map(
              (key) => html`<li class="entry is-gone"><s>${key}</s> ${said.deleted}</li>`,
            )}
          </ul>`
    }
  </section>`
}
