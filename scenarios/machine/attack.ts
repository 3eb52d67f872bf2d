import type { Effect, EffectResult } from './effect.ts'
import { machineSetup } from './setup.ts'

const result = ({ event }: { event: { output: EffectResult } }) => event.output

const begin = { target: 'attacking', actions: 'startAttack' as const }

/**
 * The attacks that are played whole: the victim is lured, values are planted, requests are forged.
 * Whether one came off is read from its messages; the machine only learns of it, and of what was done.
 */
export const attack = machineSetup.createStateConfig({
  initial: 'quiet',
  states: {
    quiet: { on: { 'hacker.attack': begin } },
    attacking: {
      tags: ['busy'],
      invoke: {
        src: 'effect',
        input: ({ event }): Effect => ({
          type: 'attack',
          attack: event.type === 'hacker.attack' ? event.attack : 'stolen-session-id',
          phase: 'attack',
        }),
        onDone: [
          {
            guard: {
              type: 'landedOn',
              params: ({ event }) => ({ page: 'inside', result: event.output }),
            },
            target: 'inside',
            actions: { type: 'finishAttack', params: result },
          },
          { target: 'refused', actions: { type: 'finishAttack', params: result } },
        ],
        onError: { target: 'refused', actions: 'abandonAttack' },
      },
    },
    inside: { on: { 'hacker.attack': begin } },
    refused: { on: { 'hacker.attack': begin } },
  },
})
