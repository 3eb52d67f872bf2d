import type { DividerKind } from '../model/divider.ts'
import type { LabEvent } from '../model/event.ts'
import type { Participant, Phase } from '../model/participant.ts'
import type { Initiator, Message, Trace } from '../model/trace.ts'

/**
 * A message as far as a reader sees it before they look into it: what is on its arrow, and which
 * sentence it has. Positions, since there are thousands.
 */
export type CompactMessage = readonly [
  /** `phase.name`; without the `.2` of a second one of the same name. */
  id: string,
  /** Places in the participants of the workflow. */
  from: number,
  to: number,
  kind: 'request' | 'response' | 'self',
  /** What stands in the protocol; for what a participant does by itself, a place in `said`. */
  label: string | number,
  /** Key of the sentence in `CompactWords`; '' where it has none. */
  story: string,
  /** What within the sender began it; '' for a navigation, and for what a server does. */
  by: Initiator | '',
  /** The lab event that caused it. */
  step: LabEvent['type'],
  /** Done by the simulator: a theft, a passing of time. */
  simulated?: true,
]

/** A lesson, as places in the messages of its workflow. */
export interface CompactLesson {
  readonly messages: readonly number[]
  /** What happened between messages: number of the message that follows, and its kind. */
  readonly dividers: readonly (readonly [before: number, kind: DividerKind])[]
}

/** All lessons of a workflow in their usual setting, for a player that steps through them. */
export interface CompactRecording {
  readonly version: 1
  readonly workflow: string
  readonly participants: readonly Participant[]
  /** What participants do by themselves, in words, by language. */
  readonly said: Readonly<Record<string, readonly string[]>>
  /** Each once, however many lessons have it. */
  readonly messages: readonly CompactMessage[]
  readonly lessons: Readonly<Record<string, CompactLesson>>
}

/** What is told of recordings, in one language. */
export interface CompactWords {
  readonly stories: Readonly<Record<string, string>>
  readonly phases: Readonly<Record<string, string>>
  readonly dividers: Readonly<Record<string, string>>
  readonly lessons: Readonly<Record<string, string>>
  readonly workflows: Readonly<Record<string, string>>
}

/** A trace as far as a recording has it, with the sentence of each message. */
export interface Excerpt {
  readonly trace: Trace
  /** Keys of sentences in `CompactWords`, message by message. */
  readonly stories: readonly string[]
}

const never = '1970-01-01T00:00:00.000Z'

/**
 * A lesson of a recording as a trace without what was on the wire: no addresses, no headers, no
 * cookies. Labels are in words.
 *
 * @returns null when the recording has no such lesson
 */
export const excerptOf = (
  { workflow, participants, said, messages, lessons }: CompactRecording,
  lesson: string,
  language: string,
): Excerpt | null => {
  const found = Object.hasOwn(lessons, lesson) ? lessons[lesson] : undefined
  if (found === undefined) return null
  const words = said[language] ?? said['en'] ?? []
  const seen = new Map<string, number>()
  const who = (place: number): Participant => participants[place] ?? 'Browser'
  const played = found.messages.flatMap((place) => {
    const message = messages[place]
    return message === undefined ? [] : [message]
  })
  return {
    stories: played.map(([, , , , , story]) => story),
    trace: {
      version: 2,
      workflow,
      lesson,
      fusionauth: { kind: 'stand-in', version: '' },
      profile: 'fidelity',
      defences: {},
      seed: '',
      events: [],
      participants: [...participants],
      messages: played.map(([name, from, to, kind, label, , by, step, simulated], index) => {
        const times = (seen.get(name) ?? 0) + 1
        seen.set(name, times)
        const message: Message = {
          n: index + 1,
          id: times === 1 ? name : `${name}.${times}`,
          phase: name.slice(0, name.indexOf('.')) as Phase,
          step,
          from: who(from),
          to: who(to),
          kind,
          exchange: null,
          cause: null,
          at: never,
          cookies: [],
          received: [],
          changes: [],
          provenance: simulated === true ? 'simulated' : 'real',
          ...(by !== '' && { by }),
          label: typeof label === 'number' ? (words[label] ?? '') : label,
          http: null,
        }
        return message
      }),
      dividers: found.dividers.map(([before, kind]) => ({ before, kind })),
      outcome: [],
    },
  }
}

/** Attacks are a part of their own: most readers of a page meet none of them. */
export type RecordingPart = 'lessons' | 'attacks'

export const recordingParts: readonly RecordingPart[] = ['lessons', 'attacks']

/** The part in which a lesson is. */
export const partOf = (lesson: string): RecordingPart =>
  lesson.startsWith('attack-') ? 'attacks' : 'lessons'

/** A recording with the lessons of one part, and what these need. */
export const cutRecording = (
  recording: CompactRecording,
  part: RecordingPart,
): CompactRecording => {
  const lessons = Object.entries(recording.lessons).filter(([name]) => partOf(name) === part)
  const places = [...new Set(lessons.flatMap(([, { messages }]) => messages))]
  const kept = places.map((place) => recording.messages[place]).filter((one) => one !== undefined)
  const labels = [
    ...new Set(kept.flatMap(([, , , , label]) => (typeof label === 'number' ? [label] : []))),
  ]
  return {
    ...recording,
    said: Object.fromEntries(
      Object.entries(recording.said).map(([language, said]) => [
        language,
        labels.map((label) => said[label] ?? ''),
      ]),
    ),
    messages: kept.map(([id, from, to, kind, label, ...rest]): CompactMessage => {
      const place = typeof label === 'number' ? labels.indexOf(label) : label
      return [id, from, to, kind, place, ...rest]
    }),
    lessons: Object.fromEntries(
      lessons.map(([name, { messages, dividers }]) => [
        name,
        { messages: messages.map((place) => places.indexOf(place)), dividers },
      ]),
    ),
  }
}

/** Words with what the lessons of one part need of them. */
export const cutWords = (
  words: CompactWords,
  recordings: readonly CompactRecording[],
  part: RecordingPart,
): CompactWords => {
  const used = new Set(
    recordings.flatMap((recording) =>
      cutRecording(recording, part).messages.map(([, , , , , story]) => story),
    ),
  )
  const only = (
    table: Readonly<Record<string, string>>,
    keep: (key: string) => boolean,
  ): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(table).filter(([key]) => keep(key)))
  return {
    ...words,
    stories: only(words.stories, (key) => used.has(key)),
    lessons: only(words.lessons, (name) => partOf(name) === part),
  }
}
