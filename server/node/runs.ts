import { randomBytes } from 'node:crypto'
import type { Run } from '../../scenarios/vocabulary.ts'
import type { Bounds } from './bounds.ts'
import type { RunOptions } from './requests.ts'
import { createTurns, type Turns } from './turns.ts'

/**
 * A run that cannot begin. `field` names what to change in the request; without one the fault is
 * not there, but with a FusionAuth that cannot be used.
 */
interface RunRefusal {
  readonly problem: string
  readonly field?: string
}

/** Begins a run; resolves to a refusal when the options do not fit together. */
export type OpenRun = (options: RunOptions) => Promise<Run | RunRefusal>

/** A run that is open, and what the server knows about it. */
export interface OpenedRun {
  readonly id: string
  readonly run: Run
  readonly turns: Turns
  /** Number of the latest state; it grows with every change. */
  readonly version: () => number
  /** Aborted when the run ends; its reason is a sentence. */
  readonly ended: AbortSignal
  followers: number
}

type Opened =
  | { readonly kind: 'opened'; readonly opened: OpenedRun }
  | { readonly kind: 'refused'; readonly refusal: RunRefusal }
  /** `seconds` until the first place may be free. */
  | { readonly kind: 'full'; readonly seconds: number }

type Found =
  | { readonly kind: 'open'; readonly opened: OpenedRun }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' }

/** All runs of this server, each behind its id: who has the id has the run. */
export interface Runs {
  open(options: RunOptions): Promise<Opened>
  /** Finds a run and counts as a use of it. */
  find(id: string): Found
  /** Ends the runs that nobody used for longer than their lifetime. */
  sweep(): void
  end(id: string, reason: string): void
  close(): void
}

interface Entry {
  readonly opened: OpenedRun
  readonly stop: (reason: string) => void
  usedAt: number
}

/** How many expired runs are remembered, so that their learners hear why they are gone. */
const remembered = 1000

/** 144 bits from the operating system: an id is a key, so it must be beyond guessing. */
const newId = (): string => randomBytes(18).toString('base64url')

/**
 * The runs of a server.
 *
 * @param now milliseconds on any clock that does not jump; lifetimes are measured with it
 */
export const createRuns = (openRun: OpenRun, bounds: Bounds, now: () => number): Runs => {
  const entries = new Map<string, Entry>()
  const expired = new Set<string>()
  let opening = 0

  const end = (id: string, reason: string): void => {
    const entry = entries.get(id)
    entries.delete(id)
    entry?.stop(reason)
  }

  const sweep = (): void => {
    for (const [id, { usedAt }] of entries) {
      if (now() - usedAt < bounds.lifetime) return
      expired.add(id)
      end(id, 'This run was not used for a long time and has ended. Start a new one.')
      const [oldest] = expired
      if (expired.size > remembered && oldest !== undefined) expired.delete(oldest)
    }
  }

  const add = (run: Run): OpenedRun => {
    const controller = new AbortController()
    let version = 1
    const unsubscribe = run.subscribe(() => {
      version += 1
    })
    const opened: OpenedRun = {
      id: newId(),
      run,
      turns: createTurns(bounds.waiting),
      version: () => version,
      ended: controller.signal,
      followers: 0,
    }
    const stop = (reason: string): void => {
      unsubscribe()
      controller.abort(reason)
      run.close()
    }
    entries.set(opened.id, { opened, stop, usedAt: now() })
    return opened
  }

  return {
    sweep,
    end,
    open: async (options) => {
      sweep()
      if (entries.size + opening >= bounds.runs) {
        const [first] = entries.values()
        const left = first === undefined ? 1000 : first.usedAt + bounds.lifetime - now()
        return { kind: 'full', seconds: Math.max(1, Math.ceil(left / 1000)) }
      }
      opening += 1
      try {
        const run = await openRun(options)
        if ('problem' in run) return { kind: 'refused', refusal: run }
        return { kind: 'opened', opened: add(run) }
      } finally {
        opening -= 1
      }
    },
    find: (id) => {
      sweep()
      const entry = entries.get(id)
      if (entry === undefined) return { kind: expired.has(id) ? 'expired' : 'unknown' }
      entry.usedAt = now()
      entries.delete(id)
      entries.set(id, entry)
      return { kind: 'open', opened: entry.opened }
    },
    close: () => {
      for (const id of entries.keys()) end(id, 'Login Lab was stopped. Start it again to go on.')
    },
  }
}
