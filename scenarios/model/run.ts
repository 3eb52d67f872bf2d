/** A run at work, as a player knows it. Types only: no function. */

import type { Divider, Message, Trace } from './trace.ts'
import type { Difference } from './difference.ts'
import type { LabEvent } from './event.ts'
import type { Text } from './text.ts'

/** Something that could be done at a decision point; refused ones say why. */
export interface Choice {
  readonly event: LabEvent
  readonly allowed: boolean
  /** Why not, one sentence; null when allowed. */
  readonly reason: Text | null
}

/** A place in a trace where the machine waits for a decision. */
export interface DecisionPoint {
  /** Number of messages sent before it: acting here keeps exactly these. */
  readonly after: number
  readonly choices: readonly Choice[]
  /** What the lesson does next from here; null when it is over, or was left. */
  readonly next: LabEvent | null
}

/** An arrow that the lesson will bring if nobody interferes; known from a rehearsal, not yet sent. */
export type PlannedMessage = Pick<
  Message,
  'id' | 'phase' | 'from' | 'to' | 'kind' | 'label' | 'step' | 'by'
>

/** One line of history; forking keeps the old one. */
export interface BranchSummary {
  readonly id: string
  /** null for the first branch. */
  readonly parent: string | null
  /** Messages it has in common with its parent. */
  readonly forkedAt: number
  /** Events it has in common with its parent; 0 for the first branch. */
  readonly inherited: number
  /** Number of its messages. */
  readonly length: number
  /** The event that made it differ from its parent; null for the first branch. */
  readonly firstEvent: LabEvent | null
  /**
   * What was done on it since it left its parent, in order and by name: of words that were typed into a
   * login form only whether they were right.
   */
  readonly events: readonly LabEvent[]
}

/** Everything a player needs to draw; plain data, safe to post or stream. */
export interface RunState {
  readonly trace: Trace
  readonly busy: boolean
  readonly decisionPoints: readonly DecisionPoint[]
  readonly plan: readonly PlannedMessage[]
  /** Dividers among the planned arrows; `before` counts on from the trace's messages. */
  readonly plannedDividers: readonly Divider[]
  readonly branch: string
  readonly branches: readonly BranchSummary[]
  /** Milliseconds since 1970 on the protocol clock, now. */
  readonly now: number
  /**
   * In what a real FusionAuth differs from the stand-in so far, in order of messages; absent in a run
   * on the stand-in itself.
   */
  readonly differences?: readonly Difference[]
}

/** What became of a command; `problem` says what to do next. */
export type CommandResult = { readonly ok: true } | { readonly ok: false; readonly problem: Text }

/**
 * An engine at work. The player knows only this face; a run that cannot fork has no `fork`
 * (capability by presence).
 */
export interface Run {
  readonly state: RunState
  /** Every arrow that the lesson brings, where that is known; the plan is always an end of it. */
  readonly rehearsal?: RunState['plan']
  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: (state: RunState) => void): () => void
  /**
   * Acts after the first `at` messages of the branch, or at its end when `at` is left out. Before the
   * end the run forks first, if it can.
   */
  send(event: LabEvent, options?: { readonly at?: number }): Promise<CommandResult>
  /** Opens a branch that keeps the first `k` messages (rounded up to the next decision point). */
  fork?(k: number): Promise<CommandResult>
  /** Goes to another branch of this run. */
  switchTo?(branch: string): Promise<CommandResult>
  close(): void
}
