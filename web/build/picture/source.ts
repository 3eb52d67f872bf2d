import { readFile, stat } from 'node:fs/promises'
import { attackLessons, attackLessonByName } from '../../../scenarios/attacks/lessons.ts'
import {
  lessonByName,
  lessons,
  workflowBySlug,
  workflows,
} from '../../../scenarios/catalogue/index.ts'
import { closestMatch } from '../../../scenarios/closest-match.ts'
import { playLesson } from '../../../scenarios/engine/playing.ts'
import type { Say } from '../../../scenarios/i18n/catalogue.ts'
import { sayEnglish } from '../../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../../scenarios/i18n/es/index.ts'
import type { LanguageTag } from '../../../scenarios/i18n/language.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import { english as englishStories } from '../../../scenarios/narration/english.ts'
import { storyOf } from '../../../scenarios/narration/index.ts'
import { spanish as spanishStories } from '../../../scenarios/narration/spanish.ts'
import type { Stories } from '../../../scenarios/narration/story.ts'
import { bounds } from '../../../scenarios/recorded/bounds.ts'
import { parseTrace } from '../../../scenarios/recorded/parse.ts'
import { openRun } from '../../../server/run.ts'
import type { PassageSource } from '../../features/passage/passage.ts'
import { passage as english } from '../../features/passage/words.en.ts'
import { passage as spanish } from '../../features/passage/words.es.ts'
import type { PassageWords } from '../../features/passage/words.ts'

/** Something, or in a sentence why it cannot be had. */
export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string; readonly status: 1 | 2 }

export const problem = (text: string, status: 1 | 2 = 2): Found<never> => ({
  ok: false,
  problem: text,
  status,
})

export const noSuch = (kind: string, name: string, known: readonly string[]): Found<never> =>
  problem(`There is no ${kind} "${name}". The nearest is "${closestMatch(name, known)}".`)

interface Speech {
  readonly say: Say
  readonly stories: Stories
  readonly words: PassageWords
}

/** What pictures can be told in. */
export const speeches: Readonly<Record<LanguageTag, Speech>> = {
  en: { say: sayEnglish, stories: englishStories, words: english },
  es: { say: saySpanish, stories: spanishStories, words: spanish },
}

/** Plays a lesson of the catalogue on the stand-in. */
const played = async (slug: string, name: string): Promise<Found<Trace>> => {
  const workflow = workflowBySlug(slug)
  if (workflow === undefined)
    return noSuch(
      'workflow',
      slug,
      workflows.map((one) => one.slug),
    )
  const known = [...lessons(workflow), ...attackLessons(workflow)].map((one) => one.name)
  if (!known.includes(name)) return noSuch('lesson', name, known)
  const run = await openRun({ workflow: slug, lesson: name }, {})
  const outcome = await playLesson(run)
  const { trace } = run.state
  run.close()
  if (outcome.ok) return { ok: true, value: trace }
  return problem(`The run stopped early: ${sayEnglish(outcome.problem)}`, 1)
}

/** Reads a trace that was saved. */
const saved = async (file: string): Promise<Found<Trace>> => {
  let text: string
  try {
    const { size } = await stat(file)
    // Of what is longer the parser says how long it may be; it need not be read for that.
    if (size > bounds.file * 4) return problem(`${file} has ${size} bytes, which no trace has.`)
    text = await readFile(file, 'utf8')
  } catch (error) {
    return problem(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}.`)
  }
  const parsed = parseTrace(text)
  return parsed.ok
    ? { ok: true, value: parsed.trace }
    : problem(`${file}: ${sayEnglish(parsed.problem)}`)
}

/** Finds a run by a workflow and a lesson, or in a file (a name that ends with `.json`). */
export const findTrace = (name: string, lesson: string | undefined): Promise<Found<Trace>> => {
  if (!name.endsWith('.json')) return played(name, lesson ?? 'tour')
  return lesson === undefined
    ? saved(name)
    : Promise.resolve(problem('A saved trace has its lesson: leave out --lesson.'))
}

/** A run as it is told in a language. */
export const sourceOf = (trace: Trace, language: LanguageTag): PassageSource => {
  const { say, stories } = speeches[language]
  const workflow = workflowBySlug(trace.workflow)
  const lesson =
    workflow && (lessonByName(workflow, trace.lesson) ?? attackLessonByName(workflow, trace.lesson))
  return {
    trace,
    title: workflow === undefined ? trace.workflow : say(workflow.title),
    lesson: lesson === undefined ? trace.lesson : say(lesson.title),
    language,
    say,
    story: (message) => storyOf(message, trace, stories),
  }
}
