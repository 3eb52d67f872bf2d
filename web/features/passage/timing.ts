import type { Participant } from '../../../scenarios/model/participant.ts'
import { pace, stillness } from '../../player/pace.ts'
import type { Passage } from './passage.ts'

/** How long messages are held: so that their sentences can be read, or as the player holds them. */
export type Pace = 'read' | 'play'

export const paces: readonly Pace[] = ['read', 'play']

/**
 * Characters that an adult reads in a second: some 240 words a minute (Brysbaert 2019), of six characters
 * with their space.
 */
const readPerSecond = 24

/** When a message is shown, in milliseconds from the beginning. */
export interface Shown {
  readonly n: number
  readonly start: number
  /** From when on it has arrived. */
  readonly arrives: number
  readonly end: number
}

/** When everything of an animated picture is shown, in milliseconds. */
export interface Timeline {
  /** How long the whole passage is shown before the first message. */
  readonly opening: number
  readonly messages: readonly Shown[]
  readonly end: number
}

/** How long the whole passage is shown before it begins, and begins again. */
const opening = 2_000

/** GIF counts in hundredths of a second; all that is shown keeps to them, so that all times are equal. */
const hundredths = (milliseconds: number): number => Math.round(milliseconds / 10) * 10

/**
 * When each message of a passage is shown.
 *
 * @param participants of the whole run: how far a message travels
 */
export const timelineOf = (
  { messages }: Pick<Passage, 'messages'>,
  participants: readonly Participant[],
  chosen: Pace,
): Timeline => {
  const shown: Shown[] = []
  let end = opening
  for (const message of messages) {
    const travel = hundredths(pace(message, participants))
    const reading = chosen === 'read' ? (message.sentence.length / readPerSecond) * 1_000 : 0
    const held = hundredths(Math.max(stillness, reading - travel))
    shown.push({ n: message.n, start: end, arrives: end + travel, end: end + travel + held })
    end += travel + held
  }
  return { opening, messages: shown, end }
}
