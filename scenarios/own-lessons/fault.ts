import { closestMatch } from '../closest-match.ts'
import { type Fault, faultOf, type Issue, isSlip, joined, quote } from '../i18n/issues.ts'
import { isJsonObject } from '../model/json.ts'
import { type Text, textOf } from '../model/text.ts'
import type { FilePlace, Key } from './nested.ts'

/** A place of a lesson at which it is wrong. */
export interface LessonFault {
  readonly keys: readonly Key[]
  /** A member that there is not, or one that holds something wrong. */
  readonly of: 'key' | 'value'
  readonly expected: Text
  readonly observed: Text
  /** The names that would do there; none where it is no name. */
  readonly known: readonly string[]
  /** What was written, if it is a word. */
  readonly word: string | null
}

/** A fault of what a schema says nothing of. */
export const fault = (
  keys: readonly Key[],
  expected: Text,
  value: unknown,
  known: readonly string[] = [],
): LessonFault => ({
  keys,
  of: 'value',
  expected,
  observed: quote(value),
  known,
  word: typeof value === 'string' ? value : null,
})

const isWords = (value: unknown): value is string => typeof value === 'string'

/** The names that something expected lists. */
const knownOf = ({ code, params }: Text): readonly string[] => {
  if (code === 'shape.member' || code === 'shape.event') return params.known
  if (code !== 'shape.one-of') return []
  return (JSON.parse(`[${params.words}]`) as readonly unknown[]).filter(isWords)
}

/** A text that is too long is told with its bound, and not with what it says. */
const observedOf = ({ expected, value }: Fault): Text =>
  expected.code === 'shape.characters' && typeof value === 'string'
    ? textOf('shape.characters', { most: value.length })
    : quote(value)

const faultOfIssue = (issue: Issue): LessonFault => {
  const found = faultOf(issue)
  const last = issue.path?.at(-1)
  const isKey = isSlip(issue) || (last?.type === 'object' && last.origin === 'key')
  return {
    keys: found.keys,
    of: isKey ? 'key' : 'value',
    expected: found.expected,
    observed: observedOf(found),
    known: knownOf(found.expected),
    word: isSlip(issue)
      ? String(found.keys.at(-1))
      : typeof found.value === 'string'
        ? found.value
        : null,
  }
}

/** What the schema says of a lesson. Valibot tells the first unknown member of an object only. */
export const faultsOfIssue = (issue: Issue): readonly LessonFault[] => {
  const found = faultOfIssue(issue)
  const object = issue.path?.at(-1)?.input
  if (!isSlip(issue) || !isJsonObject(object)) return [found]
  return Object.keys(object)
    .filter((name) => !found.known.includes(name))
    .map((name) => ({ ...found, keys: [...found.keys.slice(0, -1), name], word: name }))
}

/** A fault in words: where, what was expected, what was found, and the nearest known name. */
export const textOfFault = (
  { keys, expected, observed, known, word }: LessonFault,
  place: FilePlace,
): Text => {
  const nearest = word === null || word === '' ? null : (closestMatch(word, known) ?? null)
  const path = joined(keys)
  return expected.code === 'shape.member'
    ? textOf('own-lesson.unknown-member', { ...place, path, nearest })
    : textOf('own-lesson.issue', { ...place, path, expected, observed, nearest })
}
