import type { Catalogue } from '../catalogue.ts'
import { astray } from './astray.ts'
import { help } from './help.ts'
import { stage } from './stage.ts'
import { go } from './go.ts'
import { inspector } from './inspector.ts'
import { lab } from './lab.ts'
import { screen } from './screen.ts'

/** Every text of the player in Spanish; a missing one does not compile. */
export const spanish: Catalogue = {
  astray,
  go,
  help,
  inspector,
  lab,
  screen,
  stage,
}
