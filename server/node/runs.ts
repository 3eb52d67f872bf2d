import { randomBytes } from 'node:crypto'
import type { Run, RunState } from '../../scenarios/model/run.ts'
import type { Bounds } from './bounds.ts'
import type { RunRequest } from '../../scenarios/model/request.ts'
import { createTurns, type Turns } from './turns.ts'
import type { Problem } from './problem.ts'
import { type Text, textOf } from '../../scenarios/model/text.ts'

/**
 * A run that cannot begin. `field` names what to change in the request; without one the fault is
 * not there, but with a FusionAuth that cannot be used.
 */
interface RunRefusal extends Pick<Problem, 'problem'>, Partial<Pick<Problem, 'reason'>> {
  readonly field?: string
}

/** Begins a run; resolves to a refusal when the options do not fit together. */
export type BeginRun = (options: RunRequest) => Promise<Run | RunRefusal>

/** A run that is open, and what the server knows about it. */
export interface ServedRun {
  readonly id: string
  readonly run: Run
  /** The arrows that its lesson brings. */
  readonly rehearsal: RunState['plan']
  readonly turns: Turns
  /** Number of the latest state; it grows with every change. */
  readonly version: () => number
  /** Aborted when the run ends; its reason is a `Text`. */
  readonly ended: AbortSignal
}

type Opened =
  | { readonly kind: 'opened'; readonly opened: ServedRun }
  | { readonly kind: 'refused'; readonly refusal: RunRefusal }
  /** `seconds` until the first place may be free. */
  | { readonly kind: 'full'; readonly seconds: number }
  /** Whoever asked has left in the meantime. */
  | { readonly kind: 'left' }
  /** There is a run of the id that was asked for. */
  | { readonly kind: 'taken' }

/** Who asks for a run. */
interface Requester {
  /** The id that the run is to have; a new one when left out. */
  readonly id?: string
  /** Aborted when whoever asks has left: nobody would ever use the run. */
  readonly gone?: AbortSignal
}

type RunLookup =
  | { readonly kind: 'open'; readonly opened: ServedRun }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' }

/** All runs of this server, each behind its id: who has the id has the run. */
export interface Runs {
  open(options: RunRequest, requester?: Requester): Promise<Opened>
  /** Finds a run and counts as a use of it. */
  find(id: string): RunLookup
  /** Counts a follower, for whom the run stays; gives the way to leave, or undefined when there is no room. */
  follow(opened: ServedRun): (() => void) | undefined
  /** Ends the runs that nobody used or followed for longer than their lifetime. */
  sweep(): void
  /** Ends a run, also one that is being opened or has not been asked for yet: ids are never used twice. */
  end(id: string, reason: Text): void
  close(): void
}

interface RunEntry {
  readonly opened: ServedRun
  readonly stop: (reason: Text) => void
  /** Milliseconds that it is kept without being used. */
  readonly lifetime: number
  usedAt: number
  followers: number
}

/** How many runs that are no more are mostRecentIds. */
const mostRecentIds = 1000

/** Ids in the order in which they came; the oldest are forgotten. */
const createRecentIds = () => {
  const ids = new Set<string>()
  return {
    add: (id: string): void => {
      ids.add(id)
      const [oldest] = ids
      if (ids.size > mostRecentIds && oldest !== undefined) ids.delete(oldest)
    },
    has: (id: string): boolean => ids.has(id),
  }
}

/** 144 bits from the operating system: an id is a key, so it must be beyond guessing. */
const newId = (): string => randomBytes(18).toString('base64url')

/**
 * The runs of a server.
 *
 * @param now milliseconds on any clock that does not jump; lifetimes are measured with it
 */
export const createRuns = (openRun: BeginRun, bounds: Bounds, now: () => number): Runs => {
  const entries = new Map<string, RunEntry>()
  /** Their learners hear why they are gone. */
  const expired = createRecentIds()
  /** Their pages have left: an opening that is late gives way. */
  const abandoned = createRecentIds()
  const opening = new Set<string>()

  const stop = (id: string, reason: Text): void => {
    const entry = entries.get(id)
    entries.delete(id)
    entry?.stop(reason)
  }

  /** Milliseconds that a run has left; at 0 it is over. */
  const remaining = ({ followers, lifetime, usedAt }: RunEntry): number =>
    followers > 0 ? lifetime : lifetime - (now() - usedAt)

  const expire = (id: string): void => {
    expired.add(id)
    stop(id, textOf('problem.run-expired'))
  }

  const sweep = (): void => {
    for (const [id, entry] of entries) if (remaining(entry) <= 0) expire(id)
  }

  const add = (id: string, run: Run): ServedRun => {
    const controller = new AbortController()
    let version = 1
    const unsubscribe = run.subscribe(() => {
      version += 1
    })
    const opened: ServedRun = {
      id,
      run,
      rehearsal: run.state.plan,
      turns: createTurns(bounds.waiting),
      version: () => version,
      ended: controller.signal,
    }
    const close = (reason: Text): void => {
      unsubscribe()
      controller.abort(reason)
      run.close()
    }
    const isReal = run.state.trace.fusionauth.kind === 'fusionauth'
    const lifetime = isReal ? bounds.realLifetime : bounds.lifetime
    entries.set(id, { opened, stop: close, lifetime, usedAt: now(), followers: 0 })
    return opened
  }

  return {
    sweep,
    end: (id, reason) => {
      abandoned.add(id)
      stop(id, reason)
    },
    open: async (options, { id = newId(), gone } = {}) => {
      if (entries.has(id) || opening.has(id)) return { kind: 'taken' }
      sweep()
      if (entries.size + opening.size >= bounds.runs) {
        const soonest = Math.min(...[...entries.values()].map(remaining), bounds.realLifetime)
        return { kind: 'full', seconds: Math.max(1, Math.ceil(soonest / 1000)) }
      }
      const hasLeft = (): boolean => gone?.aborted === true || abandoned.has(id)
      opening.add(id)
      try {
        if (hasLeft()) return { kind: 'left' }
        const run = await openRun(options)
        // Opening is one long breath; that somebody has left is only heard after it.
        await new Promise((resolve) => {
          setImmediate(resolve)
        })
        if ('problem' in run) return { kind: 'refused', refusal: run }
        if (!hasLeft()) return { kind: 'opened', opened: add(id, run) }
        run.close()
        return { kind: 'left' }
      } finally {
        opening.delete(id)
      }
    },
    find: (id) => {
      const entry = entries.get(id)
      if (entry !== undefined && remaining(entry) <= 0) expire(id)
      if (!entries.has(id) || entry === undefined)
        return { kind: expired.has(id) ? 'expired' : 'unknown' }
      entry.usedAt = now()
      return { kind: 'open', opened: entry.opened }
    },
    follow: ({ id }) => {
      const entry = entries.get(id)
      if (entry === undefined || entry.followers >= bounds.followers) return undefined
      entry.followers += 1
      return () => {
        entry.followers -= 1
        entry.usedAt = now()
      }
    },
    close: () => {
      for (const id of entries.keys()) stop(id, textOf('problem.lab-stopped'))
    },
  }
}
