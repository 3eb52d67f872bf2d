import { address, lab, stage } from '../app/words.en.ts'
import { notFound } from '../features/not-found/words.en.ts'
import { embed } from '../embed/words.en.ts'
import { branches } from '../features/branches/words.en.ts'
import { go } from '../features/go/words.en.ts'
import { header, menu } from '../features/header/words.en.ts'
import { help } from '../features/help/words.en.ts'
import { inspector, cookies, message, raw, token, state } from '../features/inspector/words.en.ts'
import { chip, journey, legend } from '../features/secrets/words.en.ts'
import { diagram } from '../features/diagram/words.en.ts'
import { list, outline } from '../features/list/words.en.ts'
import { search } from '../features/search/words.en.ts'
import { print } from '../features/print/words.en.ts'
import { screen } from '../features/screen/words.en.ts'
import { start } from '../features/start/words.en.ts'
import { verdict, story } from '../features/story/words.en.ts'
import { clock } from '../features/clock/words.en.ts'
import { controls } from '../features/controls/words.en.ts'
import { choices } from '../features/choices/words.en.ts'

/** Every text of the player in English, by the element that says it. */
export const english = {
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
