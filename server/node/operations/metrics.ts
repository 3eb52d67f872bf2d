import type { Answered } from './answered.ts'

/**
 * Why something was refused: `runs`: as many runs as there may be; `queue`: too much waits;
 * `fusionauth`: the real FusionAuth cannot be used; `store`: what runs are kept in does not answer.
 */
export type Refusal = 'runs' | 'queue' | 'fusionauth' | 'store'

/** What is counted of runs. The name of a workflow is one of the catalogue's; an id is never told. */
export interface RunMetrics {
  runOpened(workflow: string): void
  /** A run was made again from its events. */
  runRemade(workflow: string): void
  /** A run was put aside: its events are kept, its memory is free. */
  runFolded(): void
  runEnded(): void
  refused(kind: Refusal): void
}

/** What the server counts of itself. */
export interface Metrics extends RunMetrics {
  answered(answered: Answered): void
  /**
   * A figure that is read when somebody asks for the metrics.
   *
   * @param name without the prefix `login_lab_`, in the words and units that Prometheus asks for
   */
  gauge(name: string, help: string, read: () => number): void
}

/** Counts nothing. */
export const noMetrics: Metrics = {
  runOpened: () => undefined,
  runRemade: () => undefined,
  runFolded: () => undefined,
  runEnded: () => undefined,
  refused: () => undefined,
  answered: () => undefined,
  gauge: () => undefined,
}
