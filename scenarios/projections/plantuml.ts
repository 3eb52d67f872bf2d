import type { Participant } from '../model/participant.ts'
import type { Mark, Sequence } from './sequence.ts'
import type { Tone } from './words.ts'
import type { Say } from '../i18n/catalogue.ts'
import { labelText } from '../i18n/label.ts'

/**
 * Makes any text safe on a PlantUML line, in one pass: characters that start its markup become
 * `<U+XXXX>`, line breaks become spaces.
 */
export const escapePlantUml = (text: string): string => {
  const safe = text.replace(
    /[~\\<>&%"#$!`|\p{Cc}\u2028\u2029]|\*(?=\*)|\/(?=\/)|_(?=_)|-(?=-)|\[(?=\[)|=(?==)/gu,
    (character) => {
      const code = character.codePointAt(0) ?? 32
      if (code < 32 || (code > 126 && code < 160) || code > 0x2000) return ' '
      return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
    },
  )
  return safe.trim() === '' ? '<U+00A0>' : safe
}

const colours: Readonly<Record<Tone, string>> = {
  expiry: '#F5D9A6',
  sso: '#A9E0DB',
  attack: '#F6C1A0',
  note: '#E6E6E6',
}

export interface PlantUmlOptions {
  /** Words on a participant; its name when left out. */
  readonly name?: (participant: Participant) => string
}

/** The same picture as PlantUML text. */
export const plantUmlText = (
  sequence: Sequence,
  say: Say,
  { name }: PlantUmlOptions = {},
): string => {
  const across = [sequence.participants[0], sequence.participants.at(-1)].join(', ')
  const mark = ({ tone, text }: Mark): string =>
    `note over ${across} ${colours[tone]} : ${escapePlantUml(say(text))}`
  return [
    '@startuml',
    'autonumber',
    ...sequence.participants.map((participant) =>
      name === undefined
        ? `participant ${participant}`
        : `participant "${escapePlantUml(name(participant))}" as ${participant}`,
    ),
    ...sequence.chapters.flatMap((chapter) => [
      ...chapter.marks.map(mark),
      `== ${escapePlantUml(say(chapter.title))} ==`,
      ...chapter.arrows.map(
        (arrow) =>
          `${arrow.from} ${arrow.kind === 'response' ? '-->' : '->'} ${arrow.to} : ${escapePlantUml(labelText(arrow.label, say))}`,
      ),
    ]),
    ...sequence.marks.map(mark),
    '@enduml',
    '',
  ].join('\n')
}
