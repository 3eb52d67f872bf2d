import type { Participant } from '../../../scenarios/model/participant.ts'

const way = (from: Participant, to: Participant): string => (from === to ? from : `${from} → ${to}`)

/** Texts of a passage, in English. */
export const passage = {
  way,
  /** What the picture is, in one sentence. */
  summary: (title: string, range: string, participants: string) =>
    `Sequence diagram of ${title}, ${range}, between ${participants}.`,
  summaryAlone: (title: string, range: string, participant: string) =>
    `Sequence diagram of ${title}, ${range}, at ${participant}.`,
  range: (first: number, last: number, total: number) =>
    first === last ? `message ${first} of ${total}` : `messages ${first} to ${last} of ${total}`,
  lesson: (lesson: string, range: string) => `Lesson “${lesson}” · ${range}`,
  list: (items: readonly string[]) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  item: (n: number, who: string, label: string, sentence: string) =>
    `${n}. ${who}, ${label}${sentence === '' ? '.' : `: ${sentence}`}`,
  simulated: 'Done by the simulator.',
  foot: 'Login Lab. Each message was really sent, except what the simulator did, which says so.',
  chips:
    'Chip: a secret that the message carries, by name, never its value; struck through when it is of no more use.',
  /** Before the first message of an animated picture. */
  begins: (count: number, participants: string) =>
    count === 1 ? `One message: ${participants}.` : `${count} messages: ${participants}.`,
  /** Opens the list of messages below a picture. */
  inWords: 'The picture in words',
}
