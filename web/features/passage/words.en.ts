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
  range: (first: number, last: number) =>
    first === last ? `message ${first}` : `messages ${first} to ${last}`,
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
  from: 'From',
  to: 'To',
  phase: 'This phase',
  form: 'Form',
  forms: {
    svg: 'SVG: contact sheet',
    png: 'PNG: contact sheet',
    gif: 'GIF: animated',
    webm: 'WebM: video',
    vtt: 'WebVTT: captions of the animation',
    alt: 'Text: alternative text',
    html: 'HTML: code for a page',
  },
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark' },
  pace: 'Pace',
  paces: { read: 'To read along', play: 'As the player plays' },
  preview: 'Preview',
  opening: 'It begins like this.',
  lasts: (messages: number, seconds: number) =>
    messages === 1 ? `One message, ${seconds} seconds` : `${messages} messages, ${seconds} seconds`,
  download: 'Download',
  cancel: 'Cancel',
  making: (percent: number) => `Being made: ${percent} %`,
  progress: 'How far it is',
  saved: (file: string) => `Saved as ${file}.`,
  stopped: 'Stopped. Nothing was saved.',
  failed: (why: string) => `It could not be made. ${why} Try again, or choose another form.`,
  tooMany: (most: number, messages: number) =>
    `This form takes at most ${most} messages, and these are ${messages}. Choose fewer.`,
  noVideo: 'This browser has no encoder for WebM. Choose GIF.',
  altText: 'Alternative text',
  markdown: 'Markdown',
  nothing: 'Nothing was sent yet. Play, and come back.',
}
