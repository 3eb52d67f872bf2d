import { address } from './address.ts'
import { astray } from './astray.ts'
import { embed } from './embed.ts'
import { branches } from './branches.ts'
import { compare } from './compare.ts'
import { predict } from './predict.ts'
import { go } from './go.ts'
import { header } from './header.ts'
import { help } from './help.ts'
import { inspector } from './inspector.ts'
import { chip } from './chip.ts'
import { diagram } from './diagram.ts'
import { journey } from './journey.ts'
import { legend } from './legend.ts'
import { list } from './list.ts'
import { outline } from './outline.ts'
import { search } from './search.ts'
import { print } from './print.ts'
import { lab } from './lab.ts'
import { menu } from './menu.ts'
import { screen } from './screen.ts'
import { share } from './share.ts'
import { stage } from './stage.ts'
import { start } from './start.ts'
import { tour } from './tour.ts'
import { verdict } from './verdict.ts'
import { cookies } from './cookies.ts'
import { message } from './message.ts'
import { raw } from './raw.ts'
import { story } from './story.ts'
import { token } from './token.ts'
import { clock } from './clock.ts'
import { controls } from './controls.ts'
import { choices } from './choices.ts'
import { state } from './state.ts'

/** Every text of the player in English, by the element that says it. */
export const english = {
  address,
  astray,
  branches,
  chip,
  choices,
  clock,
  compare,
  controls,
  cookies,
  diagram,
  embed,
  go,
  header,
  help,
  inspector,
  journey,
  lab,
  print,
  legend,
  list,
  menu,
  message,
  outline,
  predict,
  raw,
  screen,
  search,
  share,
  stage,
  start,
  state,
  story,
  token,
  tour,
  verdict,
}
