import type { LabEvent } from '../model/event.ts'
import type { CommandResult, Run } from '../model/run.ts'
import { textOf } from '../model/text.ts'

const done: CommandResult = { ok: true }

/** Events of the longest lesson, many times over: a lesson that goes on for ever is stopped. */
const mostEvents = 500

/**
 * Does events one after another at the end of a run.
 *
 * @returns the first refusal; the events after it were not sent. A step that was taken counts as done
 * even when something stood in the way after it
 */
export const doAll = async (run: Run, events: readonly LabEvent[]): Promise<CommandResult> => {
  for (const event of events) {
    const before = run.state.trace.events.length
    const result = await run.send(event)
    if (!result.ok && run.state.trace.events.length === before) return result
  }
  return done
}

/**
 * Plays what is left of a run's lesson.
 *
 * @returns the first problem: then the lesson stops there
 */
export const playLesson = async (run: Run): Promise<CommandResult> => {
  for (let events = 0; events < mostEvents; events += 1) {
    const next = run.state.decisionPoints.at(-1)?.next ?? null
    if (next === null)
      return run.state.plan.length === 0
        ? done
        : { ok: false, problem: textOf('problem.lesson-stuck') }
    const result = await run.send(next)
    if (!result.ok) return result
  }
  return { ok: false, problem: textOf('problem.lesson-endless') }
}
