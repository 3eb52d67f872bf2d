import type { Run } from '../../scenarios/model/run.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import type { Problem } from './problem.ts'
import type { ServedRun } from './served-run.ts'

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
}

export type RunLookup =
  | { readonly kind: 'open'; readonly opened: ServedRun }
  | { readonly kind: 'expired' | 'unknown' }
  /** It is kept, and there is no room to make it again. */
  | { readonly kind: 'full'; readonly seconds: number }

export type Commanded<T> =
  | Exclude<RunLookup, { readonly kind: 'open' }>
  /** Too many commands wait. */
  | { readonly kind: 'busy' }
  /** Something else was done in the meantime; nothing was done now. */
  | { readonly kind: 'changed'; readonly opened: ServedRun }
  | { readonly kind: 'done'; readonly opened: ServedRun; readonly result: T }

/** What happened to a run, for whoever counts. */
export type RunOccurrence = 'opened' | 'remade' | 'folded' | 'ended' | 'full'
