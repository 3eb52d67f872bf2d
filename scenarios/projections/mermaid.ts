import type { Participant } from '../model/participant.ts'
import type { Arrow, Mark, Sequence } from './sequence.ts'
import type { Tone } from './words.ts'
import type { Say } from '../i18n/catalogue.ts'
import { labelText } from '../i18n/label.ts'
import type { Text } from '../model/text.ts'

/** Longest label on an arrow, in characters; the rest is in the inspector. */
const longest = 64

/**
 * Makes any text safe inside a Mermaid message or note, in one pass: two passes would escape each
 * other's marks. Mermaid reads `#59;` as the character with that number; a line break would end the
 * statement, a leading `wrap:` or `%%` would be taken for an instruction.
 */
export const escapeMermaid = (text: string): string => {
  const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text
  const safe = short.replace(/[#;<>&%{}"'`\\$:\p{Cc}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 32
    return code < 32 || (code > 126 && code < 160) || code > 0x2000 ? ' ' : `#${code};`
  })
  return safe.trim() === '' ? '#160;' : safe
}

/** Background of a mark, readable on a light and on a dark page. */
const backgrounds: Readonly<Record<Tone, string>> = {
  expiry: 'rgba(217, 145, 20, 0.25)',
  sso: 'rgba(20, 160, 150, 0.25)',
  attack: 'rgba(226, 98, 28, 0.25)',
  note: 'rgba(128, 128, 128, 0.15)',
}

export interface MermaidOptions {
  /** Words on an arrow, a string for each line; the label on one line when left out. */
  readonly lines?: (arrow: Arrow) => readonly string[]
  /** Words on a participant; its name when left out. */
  readonly name?: (participant: Participant) => string
  /** Whether chapters and marks have a coloured background; they have when left out. */
  readonly backgrounds?: boolean
}

/**
 * Mermaid sequence diagram text. Arrows stand in the order of the messages and nothing else is an
 * arrow, so the n-th message of the drawn picture is the n-th arrow; likewise for the notes: each
 * mark is one, and each chapter's title.
 */
export const mermaidText = (sequence: Sequence, say: Say, options: MermaidOptions = {}): string => {
  const lines = options.lines ?? ((arrow: Arrow) => [labelText(arrow.label, say)])
  const across = [sequence.participants[0], sequence.participants.at(-1)].join(',')
  const note = (text: Text): string => `    Note over ${across}: ${escapeMermaid(say(text))}`
  const block = (colour: string, inside: readonly string[]): readonly string[] =>
    options.backgrounds === false ? inside : [`  rect ${colour}`, ...inside, '  end']
  const mark = ({ tone, text }: Mark): readonly string[] => block(backgrounds[tone], [note(text)])
  const line = (arrow: Arrow): string => {
    const head = arrow.kind === 'response' ? '-->>' : '->>'
    return `    ${arrow.from}${head}${arrow.to}: ${lines(arrow).map(escapeMermaid).join('<br/>')}`
  }
  return [
    'sequenceDiagram',
    '  autonumber',
    ...sequence.participants.map((participant) =>
      options.name === undefined
        ? `  participant ${participant}`
        : `  participant ${participant} as ${escapeMermaid(options.name(participant))}`,
    ),
    ...sequence.chapters.flatMap((chapter) => [
      ...chapter.marks.flatMap(mark),
      ...block('rgba(128, 128, 128, 0.06)', [note(chapter.title), ...chapter.arrows.map(line)]),
    ]),
    ...sequence.marks.flatMap(mark),
    '',
  ].join('\n')
}
