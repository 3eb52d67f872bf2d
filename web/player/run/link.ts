import type { LabEvent } from '../../../scenarios/model/event.ts'
import type { CommandResult, RunState } from '../../../scenarios/model/run.ts'
import type { RunRequest } from '../../../scenarios/model/request.ts'

/** What is lost: nobody answers any more, or who answers does not have the run any more. */
export type Loss = 'server' | 'run'

/** Why a command was not carried out: one of these is lost, or the server has no time for it. */
export type Failure = Loss | 'busy'

/** A command's result, with the state after it when the other side told it. */
export interface Reply {
  readonly result: CommandResult
  readonly state?: RunState
  /** Set when the command did not reach its run; after a loss nobody knows whether it was carried out. */
  readonly failure?: Failure
  /** The run was no longer as the page knows it, so this time nothing was done. */
  readonly isOutdated?: boolean
}

/** The way to a run that lives elsewhere: behind HTTP, or in a Worker. */
export interface RunTransport {
  send(event: LabEvent, at: number): Promise<Reply>
  fork?(at: number): Promise<Reply>
  switchTo?(branch: string): Promise<Reply>
  /** Asks whether the run is there; what has changed of it is told to the observer. */
  look(): Promise<Loss | null>
  /** Ends the run. */
  close(): void
}

/** A run that is open on the other side. */
export interface RunConnection {
  readonly place: 'server' | 'page'
  readonly state: RunState
  readonly link: RunTransport
}

/** Hears what the other side says unasked. */
export interface ConnectionObserver {
  /** It is like this now. */
  state(state: RunState): void
  /** Nobody answers, or the run is not there. */
  lost(loss: Loss): void
  /** The run was looked for, and is there. */
  here(): void
}

/** Opens a run on the other side. Rejects with a TextError. */
export type Connect = (options: RunRequest, observer: ConnectionObserver) => Promise<RunConnection>
