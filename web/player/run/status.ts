import type { RunRequest } from '../../../scenarios/model/request.ts'
import type { Run } from '../../../scenarios/model/run.ts'

/**
 * What stands between the page and its run: its server is `silent`; its server has `ended` it, and it
 * cannot be made again by itself; its Worker has `stopped`. What was seen of it stays.
 */
export interface Trouble {
  readonly kind: 'silent' | 'ended' | 'stopped'
  /** Nothing more is tried unless the learner asks for it. */
  readonly isOver: boolean
}

/**
 * Why a run left its server and goes on in the page: nobody answered, there was no room for the run, or no
 * time for what it was asked.
 */
export type FailoverReason = 'silent' | 'full' | 'busy'

/** What a run has moved for: out of its server, or `back` to it when that answered again. */
export type RunMove = FailoverReason | 'back'

/** Where a run is: on the server, in this page, or nowhere, because it is a recording. */
export type RunPlace = 'server' | 'page' | 'recording'

/** How it stands with a run that is open. */
export interface RunStatus {
  readonly place: RunPlace
  readonly trouble: Trouble | null
  /** null when it is where it was. */
  readonly moved: RunMove | null
}

export interface OpenedRun {
  readonly run: Run
  readonly place: RunPlace
  /** Tries at once to reach or make again what is lost; true when it is there. */
  retry?(): Promise<boolean>
}

/** Opens a run; throws a TextError. `onStatus` hears how it stands later. */
export type OpenRun = (
  options: RunRequest,
  onStatus: (status: RunStatus) => void,
) => Promise<OpenedRun>
