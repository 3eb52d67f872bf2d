import { playLesson } from '../../scenarios/engine/playing.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import { openRun } from '../../server/run.ts'

/** The sources that played the lesson are others than those that recorded it. */
export class RecordedOtherwise extends Error {
  constructor(workflow: string, lesson: string) {
    super(`The recording of ${workflow}, ${lesson} is of another version.`)
    this.name = 'RecordedOtherwise'
  }
}

/**
 * Everything that was on the wire when a lesson was recorded. It is played again: on the stand-in equal
 * seeds give equal traces, byte for byte.
 *
 * @param excerpt the recording, without what was on the wire
 * @throws RecordedOtherwise when other messages come of it
 */
export const replay = async (excerpt: Trace): Promise<Trace> => {
  const { workflow, lesson, messages } = excerpt
  const run = await openRun({ workflow, lesson }, { rehearse: false })
  await playLesson(run)
  const { trace } = run.state
  run.close()
  const isSame =
    trace.messages.length === messages.length &&
    messages.every(({ id }, index) => trace.messages[index]?.id === id)
  if (!isSame) throw new RecordedOtherwise(workflow, lesson)
  return trace
}
