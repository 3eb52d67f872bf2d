import type { Participant } from '../../scenarios/model/participant.ts'
import type { Message } from '../../scenarios/model/trace.ts'
import { handsAt, isStolenAt, type Journey } from '../../scenarios/projections/journey.ts'
import { lifetimesAt, type LifetimeAt } from '../../scenarios/projections/lifetimes.ts'
import { memoryAt, type MemoryTable } from '../../scenarios/projections/memory.ts'
import { fateAt, type Fate, type Secret } from '../../scenarios/projections/secrets.ts'

/** Who has a secret in memory, and whether the Hacker stole it. */
export interface Hands {
  readonly holders: readonly Participant[]
  readonly stolen: boolean
}

/** What everybody has and knows after so many messages, at an instant of the protocol clock. */
export interface DerivedState {
  readonly tables: readonly MemoryTable[]
  readonly fates: ReadonlyMap<string, Fate>
  /** For each secret, by name, who has it. */
  readonly hands: ReadonlyMap<string, Hands>
  /** What runs out, and what is left of it. */
  readonly lifetimes: () => readonly LifetimeAt[]
}

/** What is known after the first `cursor` messages at `now`, ms on the protocol clock. */
export type DerivedStateAt = (cursor: number, now: number) => DerivedState

/** Works something out when it is first asked for, and keeps it. */
const lazily = <T>(work: () => T): (() => T) => {
  let done: { readonly result: T } | null = null
  return () => (done ??= { result: work() }).result
}

/**
 * Reads off messages what is known after each, and keeps it: who learns goes back and forth over the
 * same messages, and each is a fold over all before it.
 */
export const createDerivedState = (
  messages: readonly Message[],
  secrets: readonly Secret[],
  journeys: ReadonlyMap<string, Journey>,
): DerivedStateAt => {
  const known = new Map<string, DerivedState>()
  const read = (cursor: number, now: number): DerivedState => ({
    tables: memoryAt(messages, cursor),
    fates: new Map(secrets.map((secret) => [secret.name, fateAt(secret, cursor, now)])),
    hands: new Map(
      [...journeys].map(([name, journey]) => [
        name,
        { holders: handsAt(journey, cursor), stolen: isStolenAt(journey, cursor) },
      ]),
    ),
    lifetimes: lazily(() => lifetimesAt(secrets, messages, cursor, now)),
  })
  return (cursor, now) => {
    const key = `${cursor} ${now}`
    const state = known.get(key) ?? read(cursor, now)
    known.set(key, state)
    return state
  }
}
