import { or, stateIn } from 'xstate'
import type { StolenCredential } from '../model/credential.ts'
import type { LabEvent } from '../model/event.ts'
import type { Effect, EffectResult } from './effect.ts'
import type { LabContext } from './context.ts'
import { machineSetup } from './setup.ts'
import { theftPhase } from './theft-phase.ts'

const used =
  (isIn: boolean) =>
  ({ event }: { event: { output: EffectResult } }) => ({ now: event.output.now, isIn })

const now = ({ event }: { event: { output: EffectResult } }) => ({ now: event.output.now })

const assignFirstVisit = (isFirstVisit: boolean) => ({
  type: 'assignFirstVisit' as const,
  params: { isFirstVisit },
})

/** What the Hacker can do with something in hand. */
const withStolenCredential = (isFirstVisit: boolean) => ({
  'hacker.steal': { guard: 'canSteal' as const, target: 'stealing' },
  'hacker.load': { target: 'breakingIn', actions: assignFirstVisit(isFirstVisit) },
  // The login link leads to FusionAuth each time.
  'hacker.open': { guard: 'isThere' as const, target: 'entering', actions: assignFirstVisit(true) },
  // The Store's own region plays it, and knows what came of it.
  'hacker.race': {
    guard: or([
      stateIn({ Store: 'home' }),
      stateIn({ Store: 'inside' }),
      stateIn({ Store: 'trouble' }),
    ]),
    target: 'racing',
    actions: assignFirstVisit(isFirstVisit),
  },
})

/** Whoever attacks begins with nothing in hand. */
const afresh = { 'hacker.attack': 'empty' }

/** A state in which the Hacker uses what was stolen; whether it works is the Store's answer. */
const using = (effectOf: (given: { event: LabEvent; credential: StolenCredential }) => Effect) => ({
  tags: ['busy' as const],
  invoke: {
    src: 'effect' as const,
    input: ({ context, event }: { context: LabContext; event: LabEvent }): Effect =>
      effectOf({ event, credential: context.stolen ?? 'session-id' }),
    onDone: [
      {
        guard: {
          type: 'landedOn' as const,
          params: ({ event }: { event: { output: EffectResult } }) => ({
            page: 'inside' as const,
            result: event.output,
          }),
        },
        target: 'inside',
        actions: { type: 'recordIntrusion' as const, params: used(true) },
      },
      {
        guard: stateIn({ environment: 'stopped' }),
        target: 'refused',
        actions: { type: 'assignNow' as const, params: now },
      },
      { target: 'refused', actions: { type: 'recordIntrusion' as const, params: used(false) } },
    ],
    onError: 'refused',
  },
})

/**
 * The Hacker: a user agent whose jar is empty but for one stolen value. Each theft starts with a new
 * agent. Whether the break-in works is the Store's answer, not the machine's.
 */
export const theft = machineSetup.createStateConfig({
  initial: 'empty',
  states: {
    empty: { on: { 'hacker.steal': { guard: 'canSteal', target: 'stealing' } } },
    stealing: {
      tags: ['busy'],
      invoke: {
        src: 'effect',
        input: ({ event }): Effect => {
          const credential = event.type === 'hacker.steal' ? event.what : 'session-id'
          return { type: 'steal', credential, phase: theftPhase(credential) }
        },
        onDone: { target: 'armed', actions: { type: 'assignNow', params: now } },
        onError: 'empty',
      },
      entry: {
        type: 'assignStolenCredential',
        params: ({ event }) => ({
          credential: event.type === 'hacker.steal' ? event.what : 'session-id',
        }),
      },
    },
    armed: { on: { ...withStolenCredential(true), ...afresh } },
    breakingIn: using(({ credential }) => ({
      type: 'break-in',
      credential,
      phase: theftPhase(credential),
    })),
    entering: using(({ event, credential }) => ({
      type: 'enter',
      app: event.type === 'hacker.open' ? event.app : 'Store',
      phase: theftPhase(credential),
    })),
    racing: {
      tags: ['busy'],
      always: [
        { guard: 'raceWon', target: 'inside' },
        { guard: 'raceLost', target: 'refused' },
      ],
    },
    inside: { on: { ...withStolenCredential(false), ...afresh } },
    refused: { on: { ...withStolenCredential(true), ...afresh } },
  },
})
