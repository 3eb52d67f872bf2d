import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../../ui/icons.ts'
import type { Words } from '../../i18n/catalogue.ts'
import { experimentLink } from './link.ts'
import type { Names } from './names.ts'
import type { Grid, CellPlace } from './table.ts'
import type { MatrixWords } from './words.en.ts'

/** What became of the experiment at which one stands, and the ways to play it. */
export const told = (
  grid: Grid,
  place: CellPlace,
  words: MatrixWords,
  names: Names,
  { say }: Pick<Words, 'say'>,
): TemplateResult | typeof nothing => {
  const line = grid.lines[place.line]
  const defence = grid.columns[place.column]
  const found = defence === undefined ? line?.base : line?.cells[place.column]
  if (line === undefined || found == null) return nothing
  return html`<section class="told">
    <p role="status">
      <b>${names.workflow(line.workflow)}</b>
      ${words.told(found.won, names.attack(line.attack), names.defence(defence))}
      ${found.at === null ? nothing : words.decided(found.at)}
      ${found.reason === null ? nothing : say(found.reason)}
    </p>
    <p class="variants">
      <a class="go" href=${experimentLink(line, defence, found.at)}>${icon('play')}${words.play}</a>
      ${
        defence === undefined
          ? nothing
          : html`<a href=${experimentLink(line, undefined, line.base.at)}>${words.playWithout}</a>`
      }
    </p>
  </section>`
}
