import { doAll } from '../../../scenarios/engine/playing.ts'
import { historyOf } from '../../../scenarios/model/history-of.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import { openConnection, type ObservedConnection } from './connection.ts'
import type { Connect } from './link.ts'
import { createMirror } from './mirror.ts'
import { NoRoom } from './remote.ts'

/**
 * What came of looking for a run: it is there, nobody answers, there is no room, it is over, or it has gone
 * on elsewhere meanwhile.
 */
export type Recovery = 'recovered' | 'silent' | 'full' | 'ended' | 'crossed'

/** A run that was made again, and what it has become. */
interface ReopenedRun {
  readonly observed: ObservedConnection
  readonly state: RunState
}

/** At a real FusionAuth there is no history to begin with: the same is done once more, step by step. */
const doAgain = async (
  observed: ObservedConnection,
  { trace }: RunState,
): Promise<ReopenedRun | 'silent'> => {
  const { link, state } = observed.connection
  const { run } = createMirror(state, link)
  const result = await doAll(run, trace.events)
  if (result.ok) return { observed, state: run.state }
  link.close()
  return 'silent'
}

/**
 * Opens the same run anew, with what was done in it and all its branches.
 *
 * @param options those that the run was opened with; what they left open is what the run has
 * @returns the run, or why there is none
 */
export const reopen = async (
  connect: Connect,
  options: RunRequest,
  state: RunState,
): Promise<ReopenedRun | 'silent' | 'full'> => {
  const { lesson, seed, profile, fusionauth } = state.trace
  const isReal = fusionauth.kind === 'fusionauth'
  const anew = { ...options, lesson, seed, profile }
  const request = isReal ? anew : { ...anew, history: historyOf(state) }
  try {
    const observed = await openConnection(connect, request)
    return isReal ? await doAgain(observed, state) : { observed, state: observed.connection.state }
  } catch (error) {
    return error instanceof NoRoom ? 'full' : 'silent'
  }
}
