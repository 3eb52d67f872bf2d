import type { DecisionPoint } from '../scenarios/model/run.ts'
import type { Trace } from '../scenarios/model/trace.ts'

/** A whole lesson, played beforehand. */
export interface Rehearsal {
  readonly trace: Trace
  readonly decisionPoints: readonly DecisionPoint[]
}

/** Rehearsals that are kept: the same lesson under the same settings is played once. */
export interface Rehearsals {
  /** The rehearsal of this key; it is played when it is not there. A play that fails is not kept. */
  of(key: string, play: () => Promise<Rehearsal>): Promise<Rehearsal>
}

/**
 * Keeps the rehearsals that were asked for last.
 *
 * @param most how many; one takes about as much memory as a run that was played to its end
 */
export const createRehearsals = (most: number): Rehearsals => {
  const kept = new Map<string, Promise<Rehearsal>>()
  return {
    of: (key, play) => {
      const found = kept.get(key) ?? play()
      kept.delete(key)
      kept.set(key, found)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      found.catch(() => kept.delete(key))
      return found
    },
  }
}
