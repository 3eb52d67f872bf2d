import type { Trace } from '../../scenarios/vocabulary.ts'
import type { OpenOptions, OpenRun } from '../run/open.ts'

/** Events of the longest lesson, many times over: a lesson that goes on for ever is stopped. */
const mostEvents = 500

/**
 * Opens a run of its own, plays its lesson to the end and closes it.
 *
 * @throws Error with a sentence for the learner when the run cannot open or a step is refused
 */
export const playOut = async (open: OpenRun, options: OpenOptions): Promise<Trace> => {
  const { run } = await open(options, () => undefined)
  try {
    for (let events = 0; events < mostEvents; events++) {
      const { trace, rests } = run.state
      const next = rests.at(-1)?.next ?? null
      if (next === null) break
      run.seek(trace.messages.length)
      const result = await run.send(next)
      if (!result.ok) throw new Error(result.problem)
    }
    return run.state.trace
  } finally {
    run.close()
  }
}
