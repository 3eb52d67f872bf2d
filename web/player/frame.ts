import type { DecisionPoint, RunState } from '../../scenarios/model/run.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { journeysOf, type Journey } from '../../scenarios/projections/journey.ts'
import { marker, type Piece } from '../../scenarios/projections/marking.ts'
import type { SearchResult } from '../../scenarios/projections/search.ts'
import { secretsOf, type Secret } from '../../scenarios/projections/secrets.ts'
import {
  arrowsOf,
  sequenceOf,
  type Arrow,
  type Sequence,
} from '../../scenarios/projections/sequence.ts'
import { decisionPointAt } from './decision-point.ts'
import { createDerivedState, type DerivedState, type DerivedStateAt } from './derived-state.ts'

/** What depends on the messages alone and not on where the cursor is; kept while they stay. */
interface RunIndex {
  readonly of: RunState
  readonly arrows: readonly Arrow[]
  readonly sequence: Sequence
  readonly secrets: readonly Secret[]
  readonly mark: (text: string) => readonly Piece[]
  /** The life of each secret, by its name. */
  readonly journeys: ReadonlyMap<string, Journey>
  readonly at: DerivedStateAt
}

/** Everything that the elements draw: the run as it is after the messages up to the cursor. */
export interface Frame extends Omit<RunIndex, 'of' | 'at'>, DerivedState {
  readonly run: RunState
  readonly cursor: number
  readonly message: Message | null
  /** Protocol time, ms. */
  readonly now: number
  readonly followed: Secret | null
  /** What was looked for; null when nothing is. */
  readonly found: SearchResult | null
  /** What can be decided here; undefined in the middle of an exchange. */
  readonly decisionPoint: DecisionPoint | undefined
}

/** Indexes a run; gives the former index back when nothing of it has changed. */
export const indexRun = (run: RunState, former: RunIndex | null): RunIndex => {
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
    at: createDerivedState(messages, secrets, journeys),
  }
}

export type { RunIndex }

/**
 * The run as it is at a cursor. Gives the former frame back when nothing of it has changed, so that
 * nobody draws it again.
 */
export const frameAt = (
  run: RunState,
  cursor: number,
  index: RunIndex,
  followedName: string | null,
  found: SearchResult | null = null,
  former: Frame | null = null,
): Frame => {
  const isSame =
    former !== null &&
    former.run === run &&
    former.cursor === cursor &&
    former.journeys === index.journeys &&
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
    arrows: index.arrows,
    sequence: index.sequence,
    secrets: index.secrets,
    mark: index.mark,
    journeys: index.journeys,
    run,
    cursor,
    message,
    now,
    ...index.at(cursor, now),
    found,
    followed: index.secrets.find(({ name }) => name === followedName) ?? null,
    decisionPoint: decisionPointAt(run, cursor),
  }
}
