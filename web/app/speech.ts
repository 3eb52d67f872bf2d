import { languageOf } from '../i18n/languages.ts'
import type { LessonSpeech } from '../player/lesson-telling.ts'
import type { LabState } from './state.ts'

/**
 * The languages that an own lesson is wanted in, the dearest first: one that the address names and the lab
 * does not speak, the one that is spoken, and those that the browser prefers.
 */
const wantedIn = ({ route, language, languages }: LabState): readonly string[] => {
  const asked = route.language !== null && languageOf(route.language, languages) === null
  return [...(asked ? [route.language] : []), language, ...navigator.languages]
}

/** What is said, and which own lesson is told. */
export const speechOf = (state: LabState): LessonSpeech =>
  state.own?.speech(state.words, wantedIn(state)) ?? { words: state.words, lesson: null }

/** What an own lesson is called; null for one of the catalogue. */
export const ownTitle = (state: LabState): string | null =>
  speechOf(state).lesson?.title.text ?? null
