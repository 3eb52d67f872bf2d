import type { DecisionPoint, RunState } from '../scenarios/model/run.ts'
import type { Message } from '../scenarios/model/trace.ts'
import { journeysOf, type Journey } from '../scenarios/projections/journey.ts'
import { marker, type Piece } from '../scenarios/projections/marking.ts'
import type { SearchResult } from '../scenarios/projections/search.ts'
import { secretsOf, type Secret } from '../scenarios/projections/secrets.ts'
import {
  arrowsOf,
  sequenceOf,
  type Arrow,
  type Sequence,
} from '../scenarios/projections/sequence.ts'
import { restAt } from './playback.ts'
import { createKnowledge, type Knowledge, type KnowledgeAt } from './knowledge.ts'

/** What depends on the messages alone and not on where the cursor is; kept while they stay. */
interface Reading {
  readonly of: RunState
  readonly arrows: readonly Arrow[]
  readonly sequence: Sequence
  readonly secrets: readonly Secret[]
  readonly mark: (text: string) => readonly Piece[]
  /** The life of each secret, by its name. */
  readonly journeys: ReadonlyMap<string, Journey>
  readonly at: KnowledgeAt
}

/** Everything that the elements draw: the run as it is after the messages up to the cursor. */
export interface Moment extends Omit<Reading, 'of' | 'at'>, Knowledge {
  readonly run: RunState
  readonly cursor: number
  readonly message: Message | null
  /** Protocol time, ms. */
  readonly now: number
  readonly followed: Secret | null
  /** What was looked for; null when nothing is. */
  readonly found: SearchResult | null
  /** What can be decided here; undefined in the middle of an exchange. */
  readonly rest: DecisionPoint | undefined
}

/** Reads a run; gives the former reading back when nothing of it has changed. */
export const readRun = (run: RunState, former: Reading | null): Reading => {
  const same =
    former !== null &&
    former.of.trace.messages === run.trace.messages &&
    former.of.trace.dividers === run.trace.dividers &&
    former.of.plan === run.plan
  if (same) return former
  const { messages } = run.trace
  const secrets = secretsOf(messages)
  const journeys = journeysOf(secrets, messages)
  return {
    of: run,
    arrows: arrowsOf(run),
    sequence: sequenceOf(run),
    secrets,
    mark: marker(secrets),
    journeys,
    at: createKnowledge(messages, secrets, journeys),
  }
}

export type { Reading }

/**
 * The run as it is at a cursor. Gives the former moment back when nothing of it has changed, so that
 * nobody draws it again.
 */
export const momentOf = (
  run: RunState,
  cursor: number,
  reading: Reading,
  followedName: string | null,
  found: SearchResult | null = null,
  former: Moment | null = null,
): Moment => {
  const isSame =
    former !== null &&
    former.run === run &&
    former.cursor === cursor &&
    former.journeys === reading.journeys &&
    (former.followed?.name ?? null) === followedName &&
    former.found === found
  if (isSame) return former
  const { messages } = run.trace
  const message = messages[cursor - 1] ?? null
  const atEnd = cursor === messages.length
  const first = messages[0]
  const shown = message ?? first
  const now = atEnd || shown === undefined ? run.now : Date.parse(shown.at)
  return {
    arrows: reading.arrows,
    sequence: reading.sequence,
    secrets: reading.secrets,
    mark: reading.mark,
    journeys: reading.journeys,
    run,
    cursor,
    message,
    now,
    ...reading.at(cursor, now),
    found,
    followed: reading.secrets.find(({ name }) => name === followedName) ?? null,
    rest: restAt(run, cursor),
  }
}
