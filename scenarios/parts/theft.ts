import { or, stateIn } from 'xstate'
import type { LabEvent, Loot } from '../vocabulary.ts'
import type { Act, Seen } from './act.ts'
import { type LabContext, parts } from './setup.ts'
import { theftPhase } from './theft-phase.ts'

const used =
  (isIn: boolean) =>
  ({ event }: { event: { output: Seen } }) => ({ now: event.output.now, isIn })

const now = ({ event }: { event: { output: Seen } }) => ({ now: event.output.now })

const comes = (isAnew: boolean) => ({ type: 'comes' as const, params: { isAnew } })

/** What the Hacker can do with something in hand. */
const withLoot = (isAnew: boolean) => ({
  'hacker.steal': { guard: 'canSteal' as const, target: 'stealing' },
  'hacker.load': { target: 'breakingIn', actions: comes(isAnew) },
  // The login link leads to FusionAuth each time.
  'hacker.open': { guard: 'isThere' as const, target: 'entering', actions: comes(true) },
  // The Store's own region plays it, and knows what came of it.
  'hacker.race': {
    guard: or([
      stateIn({ Store: 'home' }),
      stateIn({ Store: 'inside' }),
      stateIn({ Store: 'trouble' }),
    ]),
    target: 'racing',
    actions: comes(isAnew),
  },
})

/** Whoever attacks begins with nothing in hand. */
const afresh = { 'hacker.attack': 'empty' }

/** A state in which the Hacker uses what was stolen; whether it works is the Store's answer. */
const using = (actOf: (given: { event: LabEvent; loot: Loot }) => Act) => ({
  tags: ['busy' as const],
  invoke: {
    src: 'act' as const,
    input: ({ context, event }: { context: LabContext; event: LabEvent }): Act =>
      actOf({ event, loot: context.loot ?? 'session-id' }),
    onDone: [
      {
        guard: {
          type: 'landed' as const,
          params: ({ event }: { event: { output: Seen } }) => ({
            place: 'inside' as const,
            seen: event.output,
          }),
        },
        target: 'inside',
        actions: { type: 'intruded' as const, params: used(true) },
      },
      {
        guard: stateIn({ surroundings: 'stopped' }),
        target: 'refused',
        actions: { type: 'noted' as const, params: now },
      },
      { target: 'refused', actions: { type: 'intruded' as const, params: used(false) } },
    ],
    onError: 'refused',
  },
})

/**
 * The Hacker: a user agent whose jar is empty but for one stolen value. Each theft starts with a new
 * agent. Whether the break-in works is the Store's answer, not the machine's.
 */
export const theft = parts.createStateConfig({
  initial: 'empty',
  states: {
    empty: { on: { 'hacker.steal': { guard: 'canSteal', target: 'stealing' } } },
    stealing: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: ({ event }): Act => {
          const loot = event.type === 'hacker.steal' ? event.what : 'session-id'
          return { do: 'steal', loot, phase: theftPhase(loot) }
        },
        onDone: { target: 'armed', actions: { type: 'noted', params: now } },
        onError: 'empty',
      },
      entry: {
        type: 'took',
        params: ({ event }) => ({
          loot: event.type === 'hacker.steal' ? event.what : 'session-id',
        }),
      },
    },
    armed: { on: { ...withLoot(true), ...afresh } },
    breakingIn: using(({ loot }) => ({ do: 'break-in', loot, phase: theftPhase(loot) })),
    entering: using(({ event, loot }) => ({
      do: 'enter',
      app: event.type === 'hacker.open' ? event.app : 'Store',
      phase: theftPhase(loot),
    })),
    racing: {
      tags: ['busy'],
      always: [
        { guard: 'raceWon', target: 'inside' },
        { guard: 'raceLost', target: 'refused' },
      ],
    },
    inside: { on: { ...withLoot(false), ...afresh } },
    refused: { on: { ...withLoot(true), ...afresh } },
  },
})
