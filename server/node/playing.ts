import type { Run } from '../../scenarios/vocabulary.ts'

/**
 * Plays the lesson of a run to its end.
 *
 * @returns null, or why it stopped before
 */
export const playLesson = async (run: Run): Promise<string | null> => {
  for (;;) {
    const { rests, trace } = run.state
    const next = rests.at(-1)?.next ?? null
    if (next === null) return run.state.plan.length === 0 ? null : 'the lesson could not go on'
    run.seek(trace.messages.length)
    const result = await run.send(next)
    if (!result.ok) return result.problem
  }
}
