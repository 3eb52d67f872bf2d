import type { Act, Seen } from './act.ts'
import { parts } from './setup.ts'

const seen = ({ event }: { event: { output: Seen } }) => event.output

const begin = { target: 'attacking', actions: 'attackBegun' as const }

/**
 * The attacks that are played whole: the victim is lured, values are planted, requests are forged.
 * Whether one came off is read from its messages; the machine only learns of it, and of what was done.
 */
export const attack = parts.createStateConfig({
  initial: 'quiet',
  states: {
    quiet: { on: { 'hacker.attack': begin } },
    attacking: {
      tags: ['busy'],
      invoke: {
        src: 'act',
        input: ({ event }): Act => ({
          do: 'attack',
          attack: event.type === 'hacker.attack' ? event.attack : 'stolen-session-id',
          phase: 'attack',
        }),
        onDone: [
          {
            guard: {
              type: 'landed',
              params: ({ event }) => ({ place: 'inside', seen: event.output }),
            },
            target: 'inside',
            actions: { type: 'attackOver', params: seen },
          },
          { target: 'refused', actions: { type: 'attackOver', params: seen } },
        ],
        onError: { target: 'refused', actions: 'attackLost' },
      },
    },
    inside: { on: { 'hacker.attack': begin } },
    refused: { on: { 'hacker.attack': begin } },
  },
})
