import { applicationNames } from '../../scenarios/model/participant.ts'
import type { OwnLesson } from '../../scenarios/model/own-lesson.ts'
import type { Words } from '../i18n/catalogue.ts'
import { renamed } from '../i18n/renamed.ts'
import { type LessonTelling, tellLesson } from '../player/lesson-telling.ts'
import { languageOf } from '../i18n/languages.ts'
import type { LabState } from './state.ts'

/**
 * The languages that an own lesson is wanted in, the dearest first: one that the address names and the lab
 * does not speak, the one that is spoken, and those that the browser prefers.
 */
export const lessonLanguages = ({ route, language, languages }: LabState): readonly string[] => {
  const asked = route.language !== null && languageOf(route.language, languages) === null
  return [...(asked ? [route.language] : []), language, ...navigator.languages]
}

/** What a lab says, with the own names of the applications in it, and the own lesson that it tells. */
interface LessonSpeech {
  readonly words: Words
  /** null for a lesson of the catalogue. */
  readonly lesson: LessonTelling | null
}

/** Finds out what is said of a state; the same as before while neither words nor lesson are others. */
export const createLessonSpeech = (): ((state: LabState) => LessonSpeech) => {
  let of: Words | null = null
  let last: LessonSpeech | null = null
  return (state) => {
    const { own, words } = state
    const former = last?.lesson ?? null
    const lesson = own === null ? null : tellLesson(own, lessonLanguages(state), former)
    if (last !== null && of === words && lesson === former) return last
    of = words
    last = { words: lesson === null ? words : renamed(words, lesson.names), lesson }
    return last
  }
}

/** Lets the lanes of the applications have the colours of a company, on a dark page lighter ones. */
export const paintCompany = (lab: HTMLElement, own: OwnLesson | null): void => {
  for (const app of applicationNames) {
    const lane = `--lane-${app.toLowerCase()}`
    const colour = own?.company?.[app]?.colour
    if (colour === undefined) lab.style.removeProperty(lane)
    else
      lab.style.setProperty(
        lane,
        `light-dark(${colour}, color-mix(in oklab, ${colour} 45%, white))`,
      )
  }
}
