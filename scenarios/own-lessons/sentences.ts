import type { OwnLesson, OwnText } from '../model/own-lesson.ts'
import type { RunState } from '../model/run.ts'
import type { Message } from '../model/trace.ts'

type Played = Pick<RunState, 'decisionPoints'> & {
  readonly trace: Pick<RunState['trace'], 'events' | 'messages'>
}

/**
 * Number of the message that an event of a lesson begins with; null while it has not happened, and where
 * the run has left the lesson before.
 */
export const firstMessageOf = (
  event: number,
  { events }: Pick<OwnLesson, 'events'>,
  { trace, decisionPoints }: Played,
): number | null => {
  // Members of events stand in the order of their schema, in a lesson and in a trace.
  const isOnCourse =
    JSON.stringify(events.slice(0, event)) === JSON.stringify(trace.events.slice(0, event))
  const after = decisionPoints[event - 1]?.after
  return isOnCourse && after !== undefined && after < trace.messages.length ? after + 1 : null
}

/** What a lesson tells at a message; null where it leaves that to the lab. */
export const sentenceAt = (
  message: Pick<Message, 'id' | 'n'>,
  lesson: Pick<OwnLesson, 'events' | 'sentences'>,
  played: Played,
): OwnText | null => {
  const found = lesson.sentences?.find(({ message: id, event }) =>
    event === undefined ? id === message.id : firstMessageOf(event, lesson, played) === message.n,
  )
  return found?.text ?? null
}
