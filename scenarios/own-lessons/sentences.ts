import type { OwnLesson, OwnText } from '../model/own-lesson.ts'
import type { RunState } from '../model/run.ts'
import { sameEvent } from '../model/same-event.ts'
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
  const isOnCourse = events
    .slice(0, event)
    .every((one, index) => sameEvent(one, trace.events[index]))
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
