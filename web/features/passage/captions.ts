import type { Passage } from './passage.ts'
import type { Timeline } from './timing.ts'
import type { PassageWords } from './words.ts'

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

/** A time as WebVTT writes it: `00:01:02.500`. */
const timestamp = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1_000)
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return `${padded(hours, 2)}:${padded(minutes, 2)}:${padded(seconds % 60, 2)}.${padded(milliseconds % 1_000, 3)}`
}

const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text of a cue (WebVTT §4.1 and §4.2.2): one paragraph, with nothing that could be read as markup. */
const cueText = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(/[&<>]/g, (one) => names[one] ?? one)

/**
 * Captions of the animated picture of a passage as WebVTT: a cue for each message, at its time, with its
 * number, its way and its sentence. The label stands in the picture.
 */
export const captionsOf = (passage: Passage, timeline: Timeline, words: PassageWords): string => {
  const cues = timeline.messages.flatMap(({ n, start, end }) => {
    const message = passage.messages.find((one) => one.n === n)
    if (message === undefined) return []
    const { from, to, label, sentence, simulated } = message
    const told = [sentence === '' ? label : sentence, simulated ? words.simulated : '']
    const text = told.filter((one) => one !== '').join(' ')
    return [
      `message-${n}\n${timestamp(start)} --> ${timestamp(end)}\n${cueText(`${n}. ${words.way(from, to)}:`)}\n${cueText(text)}`,
    ]
  })
  const about = cueText(passage.title).replaceAll('-->', '→')
  return `WEBVTT - ${about}\n\n${cues.join('\n\n')}\n`
}
