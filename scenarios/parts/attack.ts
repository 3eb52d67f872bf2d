import { type Act, parts, type Seen } from './setup.ts'

const now = ({ event }: { event: { output: Seen } }) => ({ now: event.output.now })

/**
 * The attacks that are played whole: the victim is lured, values are planted, requests are forged.
 * Whether one came off is read from its messages; the machine only learns of it.
 */
export const attack = parts.createStateConfig({
  initial: 'quiet',
  states: {
    quiet: { on: { 'hacker.attack': 'attacking' } },
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
            actions: { type: 'noted', params: now },
          },
          { target: 'refused', actions: { type: 'noted', params: now } },
        ],
        onError: 'refused',
      },
    },
    inside: { on: { 'hacker.attack': 'attacking' } },
    refused: { on: { 'hacker.attack': 'attacking' } },
  },
})
