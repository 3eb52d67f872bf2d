import { arrowsOf } from '../../scenarios/projections/sequence.ts'
import type { Playback } from './playback.ts'
import { passageOf, type Question } from './questions.ts'

/** The message that a number or the name of a phase means; undefined for anything else. */
const numberOf = (playback: Playback, step: string): number | undefined => {
  const arrows = arrowsOf(playback.state.run)
  const number = Number(step)
  if (Number.isInteger(number) && number >= 0 && number <= arrows.length) return number
  return arrows.find(({ phase }) => phase === step)?.n
}

/**
 * Shows a message, paused: by its id (`login.token-request`), the name of its phase (`refresh`) or
 * its number. False when there is none.
 */
export const goTo = async (playback: Playback, step: string): Promise<boolean> => {
  if (await playback.goTo(step)) return true
  const number = numberOf(playback, step)
  if (number === undefined) return false
  await playback.seek(number)
  return true
}

const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Plays what answers a question and stops there; who wants nothing to move by itself gets its first
 * message, paused. False when the run does not answer it.
 */
export const answer = async (playback: Playback, question: Question): Promise<boolean> => {
  const passage = passageOf(question, arrowsOf(playback.state.run))
  if (passage === null) return false
  if (isCalm()) {
    await playback.seek(passage.from)
    return true
  }
  await playback.seek(passage.from - 1)
  if (playback.state.cursor === passage.from - 1) playback.play(passage.to)
  return true
}

/** Plays on from where it is, unless the reader wants nothing to move by itself. */
export const playByItself = (playback: Playback): void => {
  if (!isCalm()) playback.play()
}
