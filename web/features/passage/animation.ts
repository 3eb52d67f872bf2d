import { isHackers } from '../diagram/picture.ts'
import { animationSize, scrollTo } from './board.ts'
import { frameAt, stageOf } from './frame.ts'
import type { Passage } from './passage.ts'
import type { Theme } from './theme.ts'
import type { Timeline } from './timing.ts'
import type { PassageWords } from './words.ts'

/** A frame of an animated picture. */
export interface AnimationFrame {
  /** The text of an SVG file. */
  readonly svg: string
  /** How long it is shown, in milliseconds: a multiple of ten. */
  readonly duration: number
}

/** An animated picture that is not drawn yet. */
export interface Animation {
  readonly width: number
  readonly height: number
  readonly count: number
  /** Frames that have all colours between them, as texts of SVG files. */
  readonly samples: () => readonly string[]
  /** Draws its frames one after the other, when they are asked for. */
  readonly frames: () => Generator<AnimationFrame, void, undefined>
}

/** Frames in which an arrow travels, before it is there. */
const travelling = 3

/**
 * An animated picture of a passage: first all of it, then message by message, each with its sentence, as
 * the player shows them. Where the diagram is higher than the picture, it moves along.
 */
export const animationOf = (
  passage: Passage,
  timeline: Timeline,
  words: PassageWords,
  theme: Theme,
): Animation => {
  const stage = stageOf(passage, words, theme)
  const { board, window } = stage
  function* frames(): Generator<AnimationFrame, void, undefined> {
    yield { svg: frameAt(stage, null, 0, 1), duration: timeline.opening }
    let offset = 0
    for (const [index, place] of board.places.entries()) {
      const shown = timeline.messages[index]
      if (shown === undefined) return
      offset = scrollTo(place, offset, window, board)
      const travel = shown.arrives - shown.start
      const part = Math.floor(travel / travelling / 10) * 10
      for (let step = 0; step < travelling; step += 1) {
        const isLast = step === travelling - 1
        const duration = isLast ? travel - part * (travelling - 1) : part
        yield { svg: frameAt(stage, index, offset, (step + 1) / (travelling + 1)), duration }
      }
      yield { svg: frameAt(stage, index, offset, 1), duration: shown.end - shown.arrives }
    }
  }
  const samples = (): readonly string[] => {
    const { messages } = passage
    const told = [messages.findIndex((one) => !isHackers(one)), messages.findIndex(isHackers)]
    const offsetOf = (index: number): number => {
      const place = board.places[index]
      return place === undefined ? 0 : scrollTo(place, 0, window, board)
    }
    return [
      frameAt(stage, null, 0, 1),
      frameAt(stage, null, Math.max(0, board.height - window), 1),
      ...told
        .filter((index) => index >= 0)
        .map((index) => frameAt(stage, index, offsetOf(index), 1)),
    ]
  }
  return {
    width: animationSize.width,
    height: stage.height,
    samples,
    count: 1 + board.places.length * (travelling + 1),
    frames,
  }
}
