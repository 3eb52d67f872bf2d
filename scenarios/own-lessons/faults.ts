import * as v from 'valibot'
import { workflowBySlug, workflows } from '../catalogue/index.ts'
import { readDefences } from '../defences/read.ts'
import { joined } from '../i18n/issues.ts'
import { isJsonObject } from '../model/json.ts'
import { type OwnLesson, type OwnText, ownLessonSchema } from '../model/own-lesson.ts'
import { type Text, textOf } from '../model/text.ts'
import type { Domain } from '../model/defence-settings.ts'
import { companyFaults } from './company.ts'
import { fault, faultsOfIssue, type LessonFault } from './fault.ts'
import type { Key } from './nested.ts'

/** Whatever was written where a lesson is to be. */
type Written = Readonly<Record<string, unknown>>

const workflowFaults = ({ workflow }: Written): readonly LessonFault[] => {
  if (typeof workflow !== 'string' || workflowBySlug(workflow) !== undefined) return []
  const known = workflows.map(({ slug }) => slug)
  return [fault(['workflow'], textOf('shape.workflow'), workflow, known)]
}

const valueOf = (domain: Domain<string | number | boolean>): Text => {
  if (domain.kind === 'flag') return textOf('shape.flag')
  if (domain.kind === 'number')
    return textOf('shape.between', { least: domain.least, most: domain.most })
  const words = domain.values.map((value) => JSON.stringify(value)).join(', ')
  return textOf('shape.one-of', { words })
}

/** Each switch by itself: all that are wrong are told. */
const defenceFaults = ({ defences }: Written): readonly LessonFault[] =>
  Object.entries(isJsonObject(defences) ? defences : {}).flatMap(
    ([name, value]): readonly LessonFault[] => {
      const read = readDefences({ [name]: value })
      if (read.ok) return []
      const keys = ['defences', name]
      if (read.why === 'name')
        return [{ ...fault(keys, textOf('shape.defence'), name, read.known), of: 'key' }]
      const { wanted } = read
      const known = wanted.kind === 'choice' ? wanted.values.map(String) : []
      return [fault(keys, valueOf(wanted), value, known)]
    },
  )

/** Every text of a lesson, and where it stands. */
const textsOf = (
  lesson: OwnLesson,
): readonly (readonly [readonly Key[], OwnText | undefined])[] => [
  [['title'], lesson.title],
  [['introduction'], lesson.introduction],
  ...(lesson.sentences ?? []).map(({ text }, at) => [['sentences', at, 'text'], text] as const),
  ...(lesson.questions ?? []).flatMap(({ ask, why, options }, at) => [
    [['questions', at, 'ask'], ask] as const,
    [['questions', at, 'why'], why] as const,
    ...options.map(
      ({ text }, index) => [['questions', at, 'options', index, 'text'], text] as const,
    ),
  ]),
]

/** What is said in several languages is said in the language of the lesson too. */
const languageFaults = (lesson: OwnLesson): readonly LessonFault[] =>
  textsOf(lesson).flatMap(([keys, text]) => {
    const tag = lesson.language
    const isThere = typeof text !== 'object' || Object.hasOwn(text, tag)
    return isThere ? [] : [fault(keys, textOf('shape.in-language', { tag }), text)]
  })

const eventFaults = ({ sentences = [], events }: OwnLesson): readonly LessonFault[] =>
  sentences.flatMap(({ event }, at) => {
    const most = events.length
    if (event === undefined || event <= most) return []
    return [fault(['sentences', at, 'event'], textOf('shape.between', { least: 1, most }), event)]
  })

/** One fault for each place: the first. */
const inEachPlace = (faults: readonly LessonFault[]): readonly LessonFault[] => {
  const places = faults.map(({ keys }) => joined(keys))
  return faults.filter((_, index) => places.indexOf(places[index] ?? '') === index)
}

/** A lesson, or all places at which a value is none. */
export type Judged =
  | { readonly ok: true; readonly lesson: OwnLesson }
  | { readonly ok: false; readonly faults: readonly LessonFault[] }

/** Judges what a file holds: by the schema, and by what there is in the lab. */
export const judge = (value: unknown): Judged => {
  const parsed = v.safeParse(ownLessonSchema, value)
  const written: Written = isJsonObject(value) ? value : {}
  const ofNames = [...workflowFaults(written), ...defenceFaults(written)]
  const faults = parsed.success
    ? [
        ...ofNames,
        ...languageFaults(parsed.output),
        ...eventFaults(parsed.output),
        ...companyFaults(parsed.output, workflowBySlug(parsed.output.workflow)),
      ]
    : inEachPlace([...parsed.issues.flatMap(faultsOfIssue), ...ofNames])
  return parsed.success && faults.length === 0
    ? { ok: true, lesson: parsed.output }
    : { ok: false, faults }
}
