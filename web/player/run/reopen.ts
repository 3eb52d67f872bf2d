import { historyOf } from '../../../scenarios/model/history.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import { openConnection, type ObservedConnection } from './connection.ts'
import type { Connect } from './link.ts'
import { NoRoom } from './remote.ts'

/**
 * What came of looking for a run: it is there, nobody answers, there is no room, it is over, or it has gone
 * on elsewhere meanwhile.
 */
export type Recovery = 'recovered' | 'silent' | 'full' | 'ended' | 'crossed'

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
): Promise<ObservedConnection | 'silent' | 'full'> => {
  const { lesson, seed, profile } = state.trace
  const history = historyOf(state)
  try {
    return await openConnection(connect, { ...options, lesson, seed, profile, history })
  } catch (error) {
    return error instanceof NoRoom ? 'full' : 'silent'
  }
}
