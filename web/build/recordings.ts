import { attackLessons } from '../../scenarios/attacks/lessons.ts'
import { lessons, workflows, type Workflow } from '../../scenarios/catalogue/index.ts'
import { playLesson } from '../../scenarios/engine/playing.ts'
import type { Say } from '../../scenarios/i18n/catalogue.ts'
import { sayEnglish } from '../../scenarios/i18n/en/index.ts'
import { saySpanish } from '../../scenarios/i18n/es/index.ts'
import { labelText } from '../../scenarios/i18n/label.ts'
import type { LanguageTag } from '../../scenarios/i18n/language.ts'
import type { Message, Trace } from '../../scenarios/model/trace.ts'
import { english } from '../../scenarios/narration/english.ts'
import { storyKeyOf } from '../../scenarios/narration/index.ts'
import { spanish } from '../../scenarios/narration/spanish.ts'
import type { Stories } from '../../scenarios/narration/story.ts'
import { dividerWords, phaseTitle } from '../../scenarios/projections/words.ts'
import type {
  CompactMessage,
  CompactRecording,
  CompactWords,
} from '../../scenarios/recorded/compact.ts'
import { openRun } from '../../server/run.ts'

/** What recordings are told in. */
const languages: Readonly<Record<LanguageTag, { readonly say: Say; readonly stories: Stories }>> = {
  en: { say: sayEnglish, stories: english },
  es: { say: saySpanish, stories: spanish },
}

const lessonsOf = (workflow: Workflow) => [...lessons(workflow), ...attackLessons(workflow)]

/**
 * Plays a lesson on the stand-in, in its usual setting.
 *
 * @throws Error when the lesson stops before its end
 */
const play = async (workflow: string, lesson: string): Promise<Trace> => {
  const run = await openRun({ workflow, lesson }, { rehearse: false })
  const played = await playLesson(run)
  const { trace } = run.state
  run.close()
  if (!played.ok) throw new Error(`${workflow}, ${lesson}: ${sayEnglish(played.problem)}`)
  return trace
}

/** The traces of all lessons of a workflow, by lesson. */
export const playAll = async (workflow: Workflow): Promise<ReadonlyMap<string, Trace>> => {
  const traces = new Map<string, Trace>()
  for (const { name } of lessonsOf(workflow)) traces.set(name, await play(workflow.slug, name))
  return traces
}

/** Numbers what is the same once. */
const createTable = () => {
  const places = new Map<string, number>()
  return {
    place: (key: string): number => {
      const place = places.get(key) ?? places.size
      places.set(key, place)
      return place
    },
    keys: (): readonly string[] => [...places.keys()],
  }
}

const plainId = (id: string): string => id.replace(/\.\d+$/, '')

/** The recording of a workflow, of the traces of its lessons. */
export const recordingOf = (
  { slug }: Workflow,
  traces: ReadonlyMap<string, Trace>,
): CompactRecording => {
  const participants = [...new Set([...traces.values()].flatMap((trace) => trace.participants))]
  const messages = createTable()
  const labels = createTable()
  const labelOf = ({ label }: Message): string | number =>
    typeof label === 'string' ? label : labels.place(JSON.stringify(label))
  const lessonOf = (trace: Trace) => ({
    messages: trace.messages.map((message) => {
      const { id, from, to, kind, by, step, provenance } = message
      const compact = [
        plainId(id),
        participants.indexOf(from),
        participants.indexOf(to),
        kind,
        labelOf(message),
        storyKeyOf(message, trace) ?? '',
        by ?? '',
        step,
      ] as const
      const placed: CompactMessage = provenance === 'simulated' ? [...compact, true] : compact
      return messages.place(JSON.stringify(placed))
    }),
    dividers: trace.dividers.map(({ before, kind }) => [before, kind] as const),
  })
  const recorded = Object.fromEntries([...traces].map(([name, trace]) => [name, lessonOf(trace)]))
  return {
    version: 1,
    workflow: slug,
    participants,
    said: Object.fromEntries(
      Object.entries(languages).map(([language, { say }]) => [
        language,
        labels.keys().map((label) => labelText(JSON.parse(label) as Message['label'], say)),
      ]),
    ),
    messages: messages.keys().map((key) => JSON.parse(key) as CompactMessage),
    lessons: recorded,
  }
}

/** The words of these recordings in a language: each sentence that one of them needs. */
export const wordsOf = (
  language: LanguageTag,
  recordings: readonly CompactRecording[],
): CompactWords => {
  const { say, stories } = languages[language]
  const told = <Key extends string>(keys: Iterable<Key>, words: (key: Key) => string) =>
    Object.fromEntries([...new Set(keys)].toSorted().map((key) => [key, words(key)]))
  const all = recordings.flatMap(({ messages }) => messages)
  const dividers = recordings.flatMap((recording) =>
    Object.values(recording.lessons).flatMap((lesson) => lesson.dividers.map(([, kind]) => kind)),
  )
  const titles = new Map(
    workflows.flatMap((workflow) =>
      lessonsOf(workflow).map(({ name, title }) => [name, say(title)]),
    ),
  )
  return {
    stories: told(
      all.map(([, , , , , story]) => story).filter((story) => story !== ''),
      (story) => stories[story as keyof Stories].join(' '),
    ),
    phases: told(
      all.map(([id]) => id.slice(0, id.indexOf('.'))),
      (phase) => say(phaseTitle(phase as Message['phase'])),
    ),
    dividers: told(dividers, (kind) => say(dividerWords(kind).text)),
    lessons: told(titles.keys(), (name) => titles.get(name) ?? name),
    workflows: Object.fromEntries(workflows.map(({ slug, title }) => [slug, say(title)])),
  }
}
