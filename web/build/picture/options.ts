import type { LanguageTag } from '../../../scenarios/i18n/language.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { forms, lengthOf, mostOf, type Form } from '../../features/passage/forms.ts'
import {
  messageNamed,
  phaseAround,
  type PassageEnd,
  type PassageRange,
} from '../../features/passage/passage.ts'
import { themes, type ThemeName } from '../../features/passage/theme.ts'
import { paces, type Pace } from '../../features/passage/timing.ts'
import { noSuch, problem, speeches, type Found } from './source.ts'

/** How a picture is asked for, as it is typed. */
export interface Asked {
  readonly form: string
  readonly language: string
  readonly theme: string
  readonly pace: string
  readonly from?: string
  readonly to?: string
}

/** The same, with names that exist. */
export interface Options {
  /** null for all of them. */
  readonly form: Form | null
  readonly language: LanguageTag
  readonly theme: ThemeName
  readonly pace: Pace
}

const among = <Name extends string>(
  kind: string,
  name: string,
  known: readonly Name[],
): Found<Name> => {
  const value = known.find((one) => one === name)
  return value === undefined ? noSuch(kind, name, known) : { ok: true, value }
}

/** Reads names of forms, languages, themes. */
export const readOptions = (asked: Asked): Found<Options> => {
  const form = among('form', asked.form, [...forms, 'all'] as const)
  if (!form.ok) return form
  const language = among('language', asked.language, Object.keys(speeches) as LanguageTag[])
  if (!language.ok) return language
  const theme = among('theme', asked.theme, Object.keys(themes) as ThemeName[])
  if (!theme.ok) return theme
  const pace = among('pace', asked.pace, paces)
  if (!pace.ok) return pace
  const value = {
    form: form.value === 'all' ? null : form.value,
    language: language.value,
    theme: theme.value,
    pace: pace.value,
  }
  return { ok: true, value }
}

const usual = (trace: Trace): PassageRange => {
  const attack = trace.messages.findLast(({ phase }) => phase === 'attack')
  const login = trace.messages.find(({ phase }) => phase === 'login')
  return phaseAround(trace, (attack ?? login)?.n ?? 1)
}

const endAt = (trace: Trace, name: string, end: PassageEnd): Found<number> => {
  const found = messageNamed(trace, name, end)
  return 'n' in found
    ? { ok: true, value: found.n }
    : problem(`There is no message "${name}". The nearest is "${found.nearest}".`)
}

/**
 * The passage that is meant: with one end only, the rest of its phase; with none, the attack of an attack's
 * lesson, else the first login.
 */
export const rangeOf = (
  trace: Trace,
  { from, to }: Pick<Asked, 'from' | 'to'>,
): Found<PassageRange> => {
  if (trace.messages.length === 0) return problem('There is no message in this trace.', 1)
  const first = from === undefined ? null : endAt(trace, from, 'first')
  if (first?.ok === false) return first
  const last = to === undefined ? null : endAt(trace, to, 'last')
  if (last?.ok === false) return last
  const given = first?.value ?? last?.value
  const around = given === undefined ? usual(trace) : phaseAround(trace, given)
  const value = { first: first?.value ?? around.first, last: last?.value ?? around.last }
  return value.first <= value.last
    ? { ok: true, value }
    : problem(`Message ${value.first} comes after message ${value.last}: swap --from and --to.`)
}

/** Why a passage is too long for a form; null when it is not. */
export const tooLongFor = (form: Form, range: PassageRange): string | null => {
  const count = lengthOf(range)
  return count <= mostOf(form)
    ? null
    : `A passage has at most ${mostOf(form)} messages as ${form}; this one has ${count}. Choose a shorter one with --from and --to.`
}
