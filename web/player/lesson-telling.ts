import type { ApplicationName } from '../../scenarios/model/participant.ts'
import type { OwnLesson, OwnText } from '../../scenarios/model/own-lesson.ts'
import type { RunState } from '../../scenarios/model/run.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { inLanguage, type Said } from '../../scenarios/own-lessons/language.ts'
import { sentenceAt } from '../../scenarios/own-lessons/sentences.ts'

/** What an own lesson tells, in the language that a reader understands best of those that it has. */
export interface LessonTelling {
  readonly of: OwnLesson
  /** Language tags, the dearest first. */
  readonly wanted: readonly string[]
  readonly title: Said
  readonly introduction: Said | null
  /** What it tells at a message; null where it leaves that to the lab. */
  readonly sentence: (message: Message, run: RunState) => Said | null
  /** A text of the lesson in that language. */
  readonly say: (text: OwnText) => Said
  /** What the applications are called. */
  readonly names: Readonly<Partial<Record<ApplicationName, string>>>
}

const namesOf = ({ company = {} }: OwnLesson): LessonTelling['names'] => ({
  ...(company.Store?.name === undefined ? {} : { Store: company.Store.name }),
  ...(company.Forums?.name === undefined ? {} : { Forums: company.Forums.name }),
})

/** Tells an own lesson; gives the former telling back while neither lesson nor languages are others. */
export const tellLesson = (
  own: OwnLesson,
  wanted: readonly string[],
  former: LessonTelling | null,
): LessonTelling => {
  if (former?.of === own && former.wanted.join() === wanted.join()) return former
  const say = (text: OwnText): Said => inLanguage(text, wanted, own.language)
  return {
    of: own,
    wanted,
    title: say(own.title),
    introduction: own.introduction === undefined ? null : say(own.introduction),
    sentence: (message, run) => {
      const text = sentenceAt(message, own, run)
      return text === null ? null : say(text)
    },
    say,
    names: namesOf(own),
  }
}
