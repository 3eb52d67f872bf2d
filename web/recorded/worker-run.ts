import type { RunRequest } from '../../scenarios/model/request.ts'
import type { Run } from '../../scenarios/model/run.ts'
import { openConnection } from '../player/run/connection.ts'
import { connectLocal } from '../player/run/local.ts'
import { createMirror } from '../player/run/mirror.ts'

/** Opens a run in a Worker of this page, on the stand-in. @throws TextError when it cannot be had */
export const openInWorker = async (request: RunRequest): Promise<Run> => {
  const observed = await openConnection(connectLocal, request)
  const { state, link } = observed.connection
  const mirror = createMirror(state, link)
  // Whoever sends something to a Worker that has stopped is told so.
  observed.observer = {
    state: (now) => mirror.absorb(now),
    lost: () => undefined,
    here: () => undefined,
  }
  return mirror.run
}
