import type { RunHistory } from '../../../scenarios/model/history.ts'
import type { OpenRun } from './status.ts'

/**
 * Opens a run with what was done in it before. Where that cannot be done again, it is told, and the run is
 * there all the same, at its beginning.
 */
export const openKept =
  (history: RunHistory, open: OpenRun, tell: () => void): OpenRun =>
  async (options, onStatus) => {
    try {
      return await open({ ...options, history }, onStatus)
    } catch {
      const opened = await open(options, onStatus)
      tell()
      return opened
    }
  }
