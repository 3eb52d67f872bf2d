import { type Homes, homesOf } from '../catalogue/addresses.ts'
import type { OwnLesson } from '../model/own-lesson.ts'
import { ownLessonName } from '../model/own-lesson-name.ts'
import type { RunRequest } from '../model/request.ts'
import { textOf } from '../model/text.ts'
import type { Lesson } from '../model/workflow.ts'
import { inLanguage } from './language.ts'

/** What a run of an own lesson is opened with, besides the request. */
export interface OwnWorld {
  readonly lesson: Lesson
  readonly homes: Homes
}

/** The path of an own lesson, and where its applications live: plain data. */
export const worldOf = ({ title, language, events, company = {} }: OwnLesson): OwnWorld => ({
  lesson: {
    name: ownLessonName,
    title: textOf('quoted', inLanguage(title, [], language)),
    events,
  },
  homes: homesOf(company),
})

/** What decides what happens in a lesson, as one text: of two that have the same, all runs are the same. */
export const pathOf = (lesson: OwnLesson): string => {
  const { workflow, events, profile, seed, defences, company } = lesson
  return JSON.stringify([workflow, events, profile, seed, defences, company])
}

/**
 * The request for a run of an own lesson.
 *
 * @param asked what a reader asks for goes before what the lesson says
 */
export const requestOf = (
  { workflow, seed, profile, defences = {} }: OwnLesson,
  asked: Partial<RunRequest> = {},
): RunRequest => ({
  ...(seed === undefined ? {} : { seed }),
  ...(profile === undefined ? {} : { profile }),
  ...asked,
  workflow,
  lesson: ownLessonName,
  defences: { ...defences, ...asked.defences },
})
