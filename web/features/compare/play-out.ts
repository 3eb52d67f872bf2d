import { playLesson } from '../../../scenarios/engine/playing.ts'
import type { Trace } from '../../../scenarios/model/trace.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { OpenRun } from '../../player/run/status.ts'
import { TextError } from '../../../scenarios/model/text-error.ts'

/**
 * Opens a run of its own, plays its lesson to the end and closes it.
 *
 * @throws TextError when the run cannot open or a step is refused
 */
export const playOut = async (open: OpenRun, options: RunRequest): Promise<Trace> => {
  const { run } = await open(options, () => undefined)
  try {
    const played = await playLesson(run)
    if (!played.ok) throw new TextError(played.problem)
    return run.state.trace
  } finally {
    run.close()
  }
}
