import type { Catalogue } from './catalogue.ts'
import { address, lab, stage } from '../app/words.es.ts'
import { notFound } from '../features/not-found/words.es.ts'
import { embed } from '../embed/words.es.ts'
import { branches } from '../features/branches/words.es.ts'
import { go } from '../features/go/words.es.ts'
import { header, menu } from '../features/header/words.es.ts'
import { help } from '../features/help/words.es.ts'
import { inspector, cookies, message, raw, token, state } from '../features/inspector/words.es.ts'
import { chip, journey, legend } from '../features/secrets/words.es.ts'
import { diagram } from '../features/diagram/words.es.ts'
import { list, outline } from '../features/list/words.es.ts'
import { search } from '../features/search/words.es.ts'
import { print } from '../features/print/words.es.ts'
import { screen } from '../features/screen/words.es.ts'
import { start } from '../features/start/words.es.ts'
import { verdict, story } from '../features/story/words.es.ts'
import { clock } from '../features/clock/words.es.ts'
import { controls } from '../features/controls/words.es.ts'
import { choices } from '../features/choices/words.es.ts'

/** Every text of the player in Spanish; a missing one does not compile. */
export const spanish: Catalogue = {
  address,
  notFound,
  branches,
  chip,
  choices,
  clock,
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
  raw,
  screen,
  search,
  stage,
  start,
  state,
  story,
  token,
  verdict,
}
