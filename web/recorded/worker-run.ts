import type { RunRequest } from '../../scenarios/model/request.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { openConnection } from '../player/run/connection.ts'
import { connectLocal } from '../player/run/local.ts'
import { createMirror } from '../player/run/mirror.ts'

/** A run in a Worker of this page. */
export interface WorkerRun {
  readonly run: Run
  /** Resolves when the Worker has stopped by itself, and the run with it. */
  readonly lost: Promise<void>
}

/** Opens a run in a Worker of this page, on the stand-in. @throws TextError when it cannot be had */
export const openInWorker = async (request: RunRequest): Promise<WorkerRun> => {
  const observed = await openConnection(connectLocal, request)
  const { state, link } = observed.connection
  const mirror = createMirror(state, link)
  const lost = new Promise<void>((resolve) => {
    observed.observer = {
      state: (now) => mirror.absorb(now),
      lost: () => resolve(),
      here: () => undefined,
    }
  })
  return { run: mirror.run, lost }
}
