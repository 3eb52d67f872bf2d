import { html, type TemplateResult } from 'lit'
import { icon } from '../../ui/icons.ts'
import type { Cell } from './data.ts'
import { experimentLink } from './link.ts'
import type { Names } from './names.ts'
import { differs, type Grid, type Line, type Pivot, type CellPlace } from './table.ts'
import type { MatrixWords } from './words.en.ts'

export interface GridParts {
  readonly grid: Grid
  readonly pivot: Pivot
  /** Cells that make no difference step back. */
  readonly sparse: boolean
  /** The cell that is looked at: the only one that Tab leads to. */
  readonly place: CellPlace
  readonly words: MatrixWords
  readonly names: Names
  readonly come: (place: CellPlace) => void
  readonly keyed: (event: KeyboardEvent) => void
}

const cellAt = (cell: Cell | null, line: Line, at: CellPlace, parts: GridParts): TemplateResult => {
  const { grid, place, words, names } = parts
  const defence = grid.columns[at.column]
  const tabindex = at.line === place.line && at.column === place.column ? 0 : -1
  const come = (): void => parts.come(at)
  const name = `${at.line} ${at.column}`
  if (cell === null)
    return html`<td class="untried" tabindex=${tabindex} data-place=${name} @focus=${come}>
      <span aria-hidden="true">–</span><span class="unseen">${words.untried}</span>
    </td>`
  const came = cell.won ? words.gotIn : words.stopped
  const label = words.cell(names.attack(line.attack), names.defence(defence), came, cell.at ?? '')
  const same = defence !== undefined && !differs(cell, line)
  return html`<td class="${cell.won ? 'won' : 'stopped'} ${same ? 'same' : ''}">
    <a
      href=${experimentLink(line, defence, cell.at)}
      tabindex=${tabindex}
      data-place=${name}
      aria-label=${label}
      title=${label}
      @focus=${come}
      >${icon(cell.won ? 'cross' : 'shield')}</a
    >
  </td>`
}

/** The experiments as a table to go through with the arrow keys; each cell plays its own. */
export const gridTable = (parts: GridParts): TemplateResult => {
  const { grid, pivot, words, names } = parts
  const ofWorkflow = pivot.by === 'workflow'
  const what = ofWorkflow ? names.workflow(pivot.of) : names.attack(pivot.of)
  const titleOf = ({ attack, workflow }: Line): string =>
    ofWorkflow ? names.attack(attack) : names.workflow(workflow)
  return html`<div class="scroll" tabindex="-1">
    <table
      class=${parts.sparse ? 'sparse' : ''}
      role="grid"
      aria-label=${words.caption(what)}
      aria-readonly="true"
      @keydown=${parts.keyed}
    >
      <thead>
        <tr>
          <th scope="col" class="corner">${ofWorkflow ? words.attack : words.workflow}</th>
          <th scope="col" class="base"><span>${words.without}</span></th>
          ${grid.columns.map(
            (name) => html`<th scope="col"><span>${names.defence(name)}</span></th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${grid.lines.map(
          (line, index) =>
            html`<tr>
              <th scope="row">${titleOf(line)}</th>
              ${[line.base, ...line.cells].map((cell, at) =>
                cellAt(cell, line, { line: index, column: at - 1 }, parts),
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}
