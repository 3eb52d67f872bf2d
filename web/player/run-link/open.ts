import type { OpenRun } from '../run/status.ts'
import type { RunTextProblem } from './text.ts'
import { reasonOf } from '../../../scenarios/model/text-error.ts'
import { type Text, textOf } from '../../../scenarios/model/text.ts'

/** Why the run of a link is not there, or only in part. */
export interface UnknownRun {
  readonly run: RunTextProblem | { readonly kind: 'refused'; readonly problem: Text }
}

/**
 * Opens a run as a link tells it, at its beginning. Whatever is wrong with the link is told, and the
 * run is there all the same. Opened again, it begins anew: its events are then known.
 */
export const openShared = (
  text: string,
  open: OpenRun,
  tell: (unknown: UnknownRun) => void,
): OpenRun => {
  let isFirst = true
  return async (options, onTrouble) => {
    const opened = await open(options, onTrouble)
    if (!isFirst) return opened
    isFirst = false
    try {
      const { remake } = await import('./remake.ts')
      const problem = await remake(opened.run, text)
      if (problem !== null) tell({ run: problem })
    } catch (error) {
      const problem = reasonOf(error, textOf('problem.not-started'))
      tell({ run: { kind: 'refused', problem } })
    }
    return opened
  }
}

/** What is wrong with the text of a run; null when nothing is. Its reader is loaded when needed. */
export const wrongIn = async (text: string): Promise<UnknownRun | null> => {
  const { readRun } = await import('./text.ts')
  const read = readRun(text)
  return read.ok ? null : { run: read.problem }
}
