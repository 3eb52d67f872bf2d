import type { OwnLesson } from '../../../scenarios/model/own-lesson.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import { textOf } from '../../../scenarios/model/text.ts'
import { TextError } from '../../../scenarios/model/text-error.ts'
import { readOwnLesson } from '../../../scenarios/own-lessons/read.ts'
import { pathOf, requestOf, worldOf, type OwnWorld } from '../../../scenarios/own-lessons/world.ts'
import type { LessonFile } from './protocol.ts'

/** What a run of an own lesson is opened with. */
export interface OwnRun {
  readonly lesson: OwnLesson
  readonly request: RunRequest
  readonly world: OwnWorld
}

/**
 * Reads the file of an own lesson; loaded by the Worker when there is one.
 *
 * @throws TextError with everything that is wrong with it, or that a run cannot go on in it
 */
export const readOwnRun = async (
  { address, text, path }: LessonFile,
  options: RunRequest,
): Promise<OwnRun> => {
  const read = await readOwnLesson(text)
  if (!read.ok)
    throw new TextError(textOf('own-lesson.wrong', { file: address, issues: read.issues }))
  const { lesson } = read
  const goesOn = options.history !== undefined
  if (goesOn && path !== null && path !== pathOf(lesson))
    throw new TextError(textOf('problem.unable'))
  return { lesson, request: requestOf(lesson, options), world: worldOf(lesson) }
}
