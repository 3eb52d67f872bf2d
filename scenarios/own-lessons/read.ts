import { mostLessonBytes } from '../model/own-lesson-name.ts'
import type { OwnLesson } from '../model/own-lesson.ts'
import { parseJson } from '../model/json.ts'
import { type Text, textOf } from '../model/text.ts'
import { textOfFault } from './fault.ts'
import { judge, type Judged } from './faults.ts'
import type { FilePlace } from './nested.ts'

/** A lesson of a file, or everything that is wrong with it. */
export type ReadLesson =
  | { readonly ok: true; readonly lesson: OwnLesson }
  | { readonly ok: false; readonly issues: readonly Text[] }

/** More than these are counted only. */
const mostIssues = 50

const wrong = (issues: readonly Text[]): ReadLesson => ({
  ok: false,
  issues:
    issues.length <= mostIssues
      ? issues
      : [
          ...issues.slice(0, mostIssues),
          textOf('own-lesson.more', { count: issues.length - mostIssues }),
        ],
})

const inOrder = (one: FilePlace, other: FilePlace): number =>
  one.line - other.line || one.column - other.column

/** What YAML is needed for: to read it, and to find where something of JSON stands. */
const readWithPlaces = async (text: string, judged: Judged | null): Promise<ReadLesson> => {
  const { readYaml } = await import('./yaml.ts')
  const { problems, value, placeOf } = readYaml(text)
  if (judged === null && problems.length > 0) return wrong(problems)
  const result = judged ?? judge(value)
  if (result.ok) return result
  const placed = result.faults
    .map((fault) => ({ fault, place: placeOf(fault.keys, fault.of) }))
    .toSorted((one, other) => inOrder(one.place, other.place))
  return wrong(placed.map(({ fault, place }) => textOfFault(fault, place)))
}

/**
 * Reads the file of a lesson, YAML 1.2 or JSON. All that is wrong is told, with line and column. A JSON
 * file that is right is read without the reader of YAML, which is loaded when it is needed.
 *
 * @throws what the import of the reader of YAML throws when it cannot be loaded
 */
export const readOwnLesson = async (text: string): Promise<ReadLesson> => {
  const { length: count } = text
  if (count > mostLessonBytes)
    return wrong([textOf('own-lesson.too-long', { most: mostLessonBytes, count })])
  const json = /^\s*\{/.test(text) ? parseJson(text) : null
  const judged = json == null ? null : judge(json)
  return judged?.ok === true ? judged : readWithPlaces(text, judged)
}
