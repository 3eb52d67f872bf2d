import type { Run } from '../../../scenarios/model/run.ts'
import type { UnknownRun } from './open.ts'
import { rebuild } from './rebuild.ts'
import { readRun } from './text.ts'

/** Makes the run of a link in a fresh run; null, or what stood in the way. */
export const remake = async (run: Run, text: string): Promise<UnknownRun['run'] | null> => {
  const read = readRun(text)
  if (!read.ok) return read.problem
  const result = await rebuild(run, read.lines)
  return result.ok ? null : { kind: 'refused', problem: result.problem }
}
