import type { Run } from '../../scenarios/model/run.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import type { RunMetrics } from './operations/metrics.ts'
import type { Problem } from './problem.ts'
import type { Text } from '../../scenarios/model/text.ts'
import type { Bounds } from './bounds.ts'
import type { ServedRun } from './served-run.ts'
import type { RunStore } from './store/store.ts'
import type { Turn } from './take-turn.ts'

/**
 * A run that cannot begin. `field` names what to change in the request; without one the fault is
 * not there, but with a FusionAuth that cannot be used.
 */
interface RunRefusal extends Pick<Problem, 'problem'>, Partial<Pick<Problem, 'reason'>> {
  readonly field?: string
}

/** Begins a run; resolves to a refusal when the options do not fit together. */
export type BeginRun = (options: RunRequest) => Promise<Run | RunRefusal>

export type Opened =
  | { readonly kind: 'opened'; readonly opened: ServedRun }
  | { readonly kind: 'refused'; readonly refusal: RunRefusal }
  /** `seconds` until the first place may be free. */
  | { readonly kind: 'full'; readonly seconds: number }
  /** Whoever asked has left in the meantime. */
  | { readonly kind: 'left' }
  /** There is a run of the id that was asked for. */
  | { readonly kind: 'taken' }

/** Who asks for a run. */
export interface Requester {
  /** The id that the run is to have; a new one when left out. */
  readonly id?: string
  /** Aborted when whoever asks has left: nobody would ever use the run. */
  readonly gone?: AbortSignal
  /** When it is opened; at once when left out. */
  readonly turn?: Turn
  /** Who asks, as far as that is known; null for nobody. */
  readonly client?: string | null
}

/** How a run is asked for. */
export interface Asking {
  /** What whoever asks has seen last. */
  readonly revision?: number | undefined
  /** When it is made again, if it has to be; at once when left out. */
  readonly turn?: Turn
}

export type RunLookup =
  | { readonly kind: 'open'; readonly opened: ServedRun }
  | { readonly kind: 'expired' | 'unknown' }
  /** It is kept, and there is no room to make it again. */
  | { readonly kind: 'full'; readonly seconds: number }

export type Commanded<T> =
  | Exclude<RunLookup, { readonly kind: 'open' }>
  /** The run ended while the command was carried out. */
  | { readonly kind: 'ended'; readonly reason: Text }
  /** Too many commands wait. */
  | { readonly kind: 'busy' }
  /** Something else was done in the meantime; nothing was done now. */
  | { readonly kind: 'changed'; readonly opened: ServedRun }
  | { readonly kind: 'done'; readonly opened: ServedRun; readonly result: T }

/** All runs of this server, each behind its id: who has the id has the run. Each may throw StoreSilent. */
export interface Runs {
  open(options: RunRequest, requester?: Requester): Promise<Opened>
  /**
   * Finds a run and counts as a use of it; one that is kept as its events is made again.
   * One that the store has lost is kept on if it still is as whoever asks has seen it.
   */
  find(id: string, asking?: Asking): Promise<RunLookup>
  /**
   * Does something with a run when its turn comes, and keeps what came of it before it is told. When
   * the run is not at the revision that was asked for, nothing is done.
   */
  command<T>(id: string, act: (run: Run) => Promise<T>, asking?: Asking): Promise<Commanded<T>>
  /** Counts a follower, for whom the run stays; gives the way to leave, or undefined when there is no room. */
  follow(opened: ServedRun): (() => void) | undefined
  /**
   * Lets go of runs that nobody used or followed for longer than their lifetime, and looks whether
   * another node has carried on what is followed here.
   */
  sweep(): void
  /**
   * Ends a run, also one that is being opened or has not been asked for yet: ids are never used twice.
   *
   * @returns whether there was one
   */
  end(id: string, reason: Text): Promise<boolean>
  /** How many are in memory. */
  readonly count: () => number
  close(): void
}

/** What runs are made with. */
export interface RunsOptions {
  readonly openRun: BeginRun
  readonly bounds: Bounds
  readonly store: RunStore
  /** Milliseconds on any clock that does not jump; lifetimes are measured with it. */
  readonly now: () => number
  readonly metrics: RunMetrics
}
