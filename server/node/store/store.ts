import * as v from 'valibot'
import { historyOf } from '../../../scenarios/model/history-of.ts'
import type { RunHistory } from '../../../scenarios/model/history.ts'
import { runRequestSchema, type RunRequest } from '../../../scenarios/model/request.ts'
import type { RunState } from '../../../scenarios/model/run.ts'
import { textOf } from '../../../scenarios/model/text.ts'
import { TextError } from '../../../scenarios/model/text-error.ts'

/** A run as it is kept: what it is made again from, and never a state of it. */
export interface RunRecord {
  /** Number of the commands that were carried out, and one for its opening. */
  readonly revision: number
  /** Options and history, as `writeBody` wrote them. */
  readonly body: string
}

/** Where runs are kept. Ids are 24 characters of base64url; who has one has the run. */
export interface RunStore {
  /** How it is called in a sentence. */
  readonly name: string
  /** What is kept for an id, which is kept for another lifetime then; null for nothing. */
  read(id: string): Promise<RunRecord | 'ended' | null>
  /**
   * Keeps a record in place of the one of revision `expected`; 0 where there is none yet.
   *
   * @returns false when something else is kept: nothing was written then
   */
  write(id: string, record: RunRecord, expected: number): Promise<boolean>
  /** Forgets a run. Nothing is kept for its id for some minutes: a late request does not bring it back. */
  end(id: string): Promise<void>
  /** Whether runs can be read and written now. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

/** What a store is told; times are milliseconds. */
export interface StoreOptions {
  /** How long a run is kept that nobody asks for. */
  readonly lifetime: number
  /** How many are kept; beyond that the one that nobody has asked for the longest time is forgotten. */
  readonly most: number
  /** Now, on the clock that lifetimes are measured with; it must go on over restarts where runs do. */
  readonly now: () => number
}

/** How long the id of a run that has ended is not used again, in milliseconds. */
export const endedFor = 10 * 60 * 1000

/** The store cannot be reached; whether what was asked of it happened is not known. */
export class StoreSilent extends TextError {
  constructor() {
    super(textOf('problem.store-silent'))
    this.name = 'StoreSilent'
  }
}

/** A run as text for a store. */
export const writeBody = (options: RunRequest, state: Pick<RunState, 'branches' | 'branch'>) =>
  JSON.stringify({ ...options, history: historyOf(state) } satisfies RunRequest & {
    history: RunHistory
  })

/** Reads what `writeBody` wrote; null for what another version, or somebody else, has put there. */
export const readBody = (body: string): RunRequest | null => {
  try {
    const read = v.safeParse(runRequestSchema, JSON.parse(body))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
