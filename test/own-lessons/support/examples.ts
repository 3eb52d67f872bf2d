import { readFileSync } from 'node:fs'
import { sayEnglish } from '../../../scenarios/i18n/en/index.ts'
import type { OwnLesson } from '../../../scenarios/model/own-lesson.ts'
import type { Run } from '../../../scenarios/model/run.ts'
import { readOwnLesson } from '../../../scenarios/own-lessons/read.ts'
import { requestOf, worldOf } from '../../../scenarios/own-lessons/world.ts'
import { openRun } from '../../../server/run.ts'
import { playOn } from '../../support/play.ts'

/** The example lessons that are right. */
export const examples = ['stolen-session.json', 'anmeldung.yaml', 'acme.yaml', 'forged-order.yaml']

const folder = new URL('../../../scenarios/own-lessons/examples/', import.meta.url)

export const textOfExample = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** The lesson of a text; throws with all that is wrong with it. */
export const lessonIn = async (text: string): Promise<OwnLesson> => {
  const read = await readOwnLesson(text)
  if (read.ok) return read.lesson
  throw new Error(read.issues.map((issue) => sayEnglish(issue)).join('\n'))
}

/** All that is wrong with a text, in English. */
export const issuesOf = async (text: string): Promise<readonly string[]> => {
  const read = await readOwnLesson(text)
  return read.ok ? [] : read.issues.map((issue) => sayEnglish(issue))
}

/** A lesson played to its end; the run is there for more. */
export const playedRun = async (lesson: OwnLesson): Promise<Run> => {
  const run = await openRun(requestOf(lesson), { own: worldOf(lesson), rehearse: false })
  await playOn(run)
  return run
}
