import type { Run, RunState } from '../../scenarios/model/run.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import type { Text } from '../../scenarios/model/text.ts'
import { type Bounds, longestRealLife } from './bounds.ts'
import { createExchangeableRun } from './exchangeable-run.ts'
import { writeBody } from './store/store.ts'
import { createTurns, type Turns } from './turns.ts'

/** A run in memory, and what the server knows about it. */
export interface ServedRun {
  readonly id: string
  /** What it was opened with. */
  readonly options: RunRequest
  /** Whose it is, where it cannot be made again and so counts for them; else null. */
  readonly client: string | null
  readonly run: Run
  /** The arrows that its lesson brings. */
  readonly rehearsal: RunState['plan']
  readonly turns: Turns
  /** Whether its events are kept in the store; not those of a run at a real FusionAuth. */
  readonly isKept: boolean
  /** Number of the commands that were carried out, and one for its opening; 0 while that is in doubt. */
  readonly revision: number
  /** When it began, on the clock of the server. */
  readonly begunAt: number
  /** When it was used last, on the same. */
  readonly usedAt: number
  readonly followers: number
  /** The run as text for a store. */
  readonly body: string
  /** Aborted when the run ends; its reason is a `Text`. */
  readonly ended: AbortSignal
  use(now: number): ServedRun
  /** Counts a follower; gives the way to leave. */
  follow(now: () => number): () => void
  /** Counts a command that changed something; true. */
  advance(hasChanged: boolean): true
  /** What the run has become is not kept yet. */
  doubt(): void
  /** It is kept; true. */
  settle(revision: number): true
  /** Goes on with another engine. */
  exchange(engine: Run, revision: number): void
  /** Lets go of it; followers of a run that has ended hear the reason. */
  close(reason: Text | null): void
}

interface Serving extends Pick<ServedRun, 'options' | 'client' | 'revision' | 'usedAt'> {
  readonly bounds: Bounds
}

/** Takes an engine into service. */
export const serveRun = (
  id: string,
  engine: Run,
  { options, client, bounds, revision: first, usedAt: begun }: Serving,
): ServedRun => {
  const run = createExchangeableRun(engine)
  const controller = new AbortController()
  const { plan, trace } = engine.state
  let revision = first
  let usedAt = begun
  let followers = 0
  /** A state does not change, so it is written once. */
  let written: { readonly state: RunState; readonly body: string } | null = null
  const served: ServedRun = {
    id,
    options,
    client,
    run,
    rehearsal: engine.rehearsal ?? plan,
    turns: createTurns(bounds.waiting),
    isKept: trace.fusionauth.kind === 'stand-in',
    begunAt: begun,
    ended: controller.signal,
    get revision() {
      return revision
    },
    get usedAt() {
      return usedAt
    },
    get followers() {
      return followers
    },
    get body() {
      const { state } = run
      if (written?.state !== state) written = { state, body: writeBody(options, state) }
      return written.body
    },
    use: (now) => {
      usedAt = now
      return served
    },
    follow: (now) => {
      followers += 1
      return () => {
        followers -= 1
        usedAt = now()
      }
    },
    advance: (hasChanged) => {
      if (hasChanged) revision += 1
      return true
    },
    doubt: () => {
      revision = 0
    },
    settle: (kept) => {
      revision = kept
      return true
    },
    exchange: (next, kept) => {
      revision = kept
      run.exchange(next)
    },
    close: (reason) => {
      if (reason !== null) controller.abort(reason)
      run.close()
    },
  }
  return served
}

/** Milliseconds that a run has left in memory; at 0 it is let go of. */
export const remaining = (
  { followers, isKept, begunAt, usedAt }: ServedRun,
  bounds: Bounds,
  now: number,
): number => {
  const whole = isKept ? bounds.lifetime : bounds.realLifetime
  const unused = followers > 0 ? whole : whole - (now - usedAt)
  // After that others take its tenant for left over.
  return isKept ? unused : Math.min(unused, longestRealLife(bounds) - (now - begunAt))
}

/** Nobody follows it, and nothing is at work in it. */
export const isAtRest = ({ followers, turns }: ServedRun): boolean =>
  followers === 0 && turns.isIdle
