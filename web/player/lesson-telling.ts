import type { OwnLesson, OwnText } from '../../scenarios/model/own-lesson.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import type { Said } from '../../scenarios/own-lessons/language.ts'
import type { Words } from '../i18n/catalogue.ts'

/** What an own lesson tells, in the language that a reader understands best of those that it has. */
export interface LessonTelling {
  readonly of: OwnLesson
  readonly title: Said
  readonly introduction: Said | null
  /** What it tells at a message; null where it leaves that to the lab. */
  readonly sentence: (message: Message, run: RunState) => Said | null
  /** A text of the lesson in that language. */
  readonly say: (text: OwnText) => Said
}

/** What a lab says, with the own names of the applications in it, and the own lesson that it tells. */
export interface LessonSpeech {
  readonly words: Words
  /** null for a lesson of the catalogue. */
  readonly lesson: LessonTelling | null
}

/** An own lesson that is played. */
export interface PlayedLesson {
  readonly of: OwnLesson
  /** What decides what happens in it (`pathOf`). */
  readonly path: string
  /**
   * What is said; the same as before while neither words nor languages are others.
   *
   * @param wanted language tags, the dearest first
   */
  readonly speech: (
    words: Words,
    wanted: readonly string[],
  ) => LessonSpeech & { readonly lesson: LessonTelling }
  /** Gives the applications their colours, by custom properties of CSS; or takes them away. */
  readonly paint: (style: CSSStyleDeclaration, on: boolean) => void
}
