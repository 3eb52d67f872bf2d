import type { Run, RunState } from '../../scenarios/model/run.ts'
import type { Trace } from '../../scenarios/model/trace.ts'
import type { LabLive } from './lab-live.ts'
import type { Told } from './told.ts'

/** A run at work in the reader's page, and what a small player needs besides to let them interfere. */
export interface LiveRun {
  readonly run: Run
  /** Resolves when it has stopped by itself. */
  readonly lost: Promise<void>
  /** What is told of it, as it is now. */
  told(run: RunState): Told
  /** What can be done. */
  readonly panel: LabLive
  /**
   * This very run as the fragment of an address has it, branches and all.
   *
   * @param traces what was seen of each branch
   */
  link(run: RunState, traces: ReadonlyMap<string, Trace>): string
}

/** Opens a run of the lesson that is recorded. Rejects when it cannot be had in this page. */
export type OpenLive = () => Promise<LiveRun>

/** From where the whole lab is to go on. */
export interface WholeWanted {
  /** Messages shown. */
  readonly step: number
  /** The run, as the fragment of an address has it; '' for the lesson as it was recorded. */
  readonly run: string
}
